// The strip and the tachogram of a report: draws what is packed in the page, and moves and zooms it.
(async () => {
  const facts = JSON.parse(document.getElementById("facts").textContent);
  const [signal, at, labels, sureness, breaks] = await Promise.all([
    unpack("signal", 2),
    unpack("at", 4),
    unpack("labels", 2),
    unpack("sureness", 2),
    unpack("breaks", 2),
  ]);
  const letters = "NSVFQ";
  const noSample = -32768;
  const { rate, step, reach, unit } = facts;
  const total = Math.max(signal.length / rate, 0.5);
  const levels = blocksOf(signal);
  const [strip, tachogram] = ["signal", "tachogram"].map((id) => document.getElementById(id));
  const where = document.getElementById("where");
  const longest = longestInterval();
  let view = { from: 0, span: Math.min(total, strip.clientWidth < 600 ? 5 : 10) };
  let marked = -1;
  let isDue = false;

  /** The inverse of packIntegers(). */
  async function unpack(id, width) {
    const text = atob(document.getElementById(`data-${id}`).textContent);
    const packed = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++) packed[i] = text.charCodeAt(i);
    const inflated = new Blob([packed]).stream().pipeThrough(
      new DecompressionStream("deflate-raw"),
    );
    const bytes = new Uint8Array(await new Response(inflated).arrayBuffer());
    const count = bytes.length / width;
    const values = width === 2 ? new Int16Array(count) : new Int32Array(count);
    let before = 0;
    for (let i = 0; i < count; i++) {
      let folded = 0;
      for (let byte = 0; byte < width; byte++) folded |= bytes[byte * count + i] << 8 * byte;
      before = values[i] = before + (folded >>> 1 ^ -(folded & 1));
      if (width === 2) before = values[i];
    }
    return values;
  }

  /** Least and greatest of each 64 samples, for strips of many samples a pixel. */
  function blocksOf(values) {
    const count = Math.ceil(values.length / 64);
    const [low, high] = [new Int16Array(count).fill(32767), new Int16Array(count).fill(-32768)];
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value === noSample) continue;
      const block = i >> 6;
      if (value < low[block]) low[block] = value;
      if (value > high[block]) high[block] = value;
    }
    return { low, high };
  }

  /** The height of the tachogram in seconds: all but the very longest intervals, which lie on its edge. */
  function longestInterval() {
    const intervals = new Float32Array(at.length);
    for (let i = 1; i < at.length; i++) {
      if (!breaks[i]) intervals[i] = (at[i] - at[i - 1]) / rate;
    }
    const usual = intervals.sort()[Math.floor(0.995 * (intervals.length - 1))] || 1;
    return Math.min(1.3 * usual, 4);
  }

  function colors() {
    const style = getComputedStyle(document.documentElement);
    const color = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
      ...Object.fromEntries(
        ["text", "muted", "line", "link", "grid", "grid-soft"].map((name) => [name, color(name)]),
      ),
      classes: [...letters].map(color),
    };
  }

  /** A canvas in the size of its place, and its context in CSS pixels. */
  function prepare(canvas) {
    const [width, height] = [canvas.clientWidth, canvas.clientHeight];
    const dots = globalThis.devicePixelRatio || 1;
    const [own, tall] = [Math.round(width * dots), Math.round(height * dots)];
    if (canvas.width !== own || canvas.height !== tall) {
      canvas.width = own;
      canvas.height = tall;
    }
    const context = canvas.getContext("2d");
    context.setTransform(dots, 0, 0, dots, 0, 0);
    context.clearRect(0, 0, width, height);
    context.font = "12px system-ui, sans-serif";
    return { context, width, height };
  }

  /** The first beat at or after a sample. */
  function beatFrom(sample) {
    let [low, high] = [0, at.length];
    while (low < high) {
      const middle = low + high >> 1;
      if (at[middle] < sample) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function drawTachogram(ink) {
    const { context, width, height } = prepare(tachogram);
    const [top, bottom] = [6, height - 18];
    const y = (rr) => bottom - Math.min(rr / longest, 1) * (bottom - top);
    context.fillStyle = ink.muted;
    context.strokeStyle = ink.line;
    for (let rr = 0.5; rr < longest; rr += 0.5) {
      context.fillText(`${rr} s`, 4, y(rr) - 2);
      context.strokeRect(0, Math.round(y(rr)) + 0.5, width, 0);
    }
    ticks(context, { from: 0, span: total, width, y: height - 5, ink });
    for (const isRare of [false, true]) {
      for (let i = 1; i < at.length; i++) {
        const label = labels[i] & 7;
        if (breaks[i] || label > 0 !== isRare) continue;
        context.fillStyle = ink.classes[label];
        const size = isRare ? 3 : 2;
        context.fillRect(
          at[i] / rate / total * width - size / 2,
          y((at[i] - at[i - 1]) / rate) - size / 2,
          size,
          size,
        );
      }
    }
    const left = view.from / total * width;
    context.fillStyle = ink.link;
    context.globalAlpha = 0.18;
    context.fillRect(left, 0, Math.max(3, view.span / total * width), height);
    context.globalAlpha = 1;
    context.fillRect(left, 0, Math.max(3, view.span / total * width), 3);
  }

  function drawStrip(ink) {
    const { context, width, height } = prepare(strip);
    const x = (time) => (time - view.from) / view.span * width;
    const [top, bottom] = [34, height - 22];
    const middle = (top + bottom) / 2;
    const y = (value) => middle - value * step / reach * (bottom - top) / 2.4;
    drawGrid(context, { ink, width, height, x, y });
    context.strokeStyle = ink.text;
    context.lineWidth = 1.1;
    context.beginPath();
    const perPixel = view.span * rate / width;
    if (perPixel > 3) drawEnvelope(context, { width, perPixel, y });
    else drawLine(context, { x, y });
    context.stroke();
    drawBeats(context, { ink, width, x });
    ticks(context, { ...view, width, y: height - 7, ink });
    const digits = view.span < 60 ? 1 : 0;
    where.textContent = `${clock(view.from, digits)} to ${clock(view.from + view.span, digits)}`;
  }

  /** Paper at 25 mm a second: .2 s and .5 mV, and the fifth of each where there is room. */
  function drawGrid(context, { ink, width, height, x, y }) {
    if (view.span > 30) return;
    for (const [size, color] of [[0.04, ink["grid-soft"]], [0.2, ink.grid]]) {
      if (size / view.span * width < 4) continue;
      context.fillStyle = color;
      for (let i = Math.ceil(view.from / size); i * size < view.from + view.span; i++) {
        context.fillRect(x(i * size), 0, 1, height);
      }
      if (unit !== "mV" || (y(0) - y(2.5 * size / step)) < 3) continue;
      const rows = Math.ceil(1.5 * reach / (2.5 * size));
      for (let i = -rows; i <= rows; i++) context.fillRect(0, y(i * 2.5 * size / step), width, 1);
    }
  }

  function drawLine(context, { x, y }) {
    const first = Math.max(0, Math.floor(view.from * rate) - 1);
    const end = Math.min(signal.length, Math.ceil((view.from + view.span) * rate) + 2);
    let isDown = false;
    for (let i = first; i < end; i++) {
      if (signal[i] === noSample) isDown = false;
      else {
        if (isDown) context.lineTo(x(i / rate), y(signal[i]));
        else context.moveTo(x(i / rate), y(signal[i]));
        isDown = true;
      }
    }
  }

  function drawEnvelope(context, { width, perPixel, y }) {
    for (let pixel = 0; pixel < width; pixel++) {
      const first = Math.floor(view.from * rate + pixel * perPixel);
      const end = Math.min(signal.length, Math.ceil(first + perPixel) + 1);
      let [low, high] = [32767, -32768];
      if (perPixel > 256) {
        for (let block = first >> 6; block <= end - 1 >> 6; block++) {
          low = Math.min(low, levels.low[block]);
          high = Math.max(high, levels.high[block]);
        }
      } else {
        for (let i = first; i < end; i++) {
          if (signal[i] === noSample) continue;
          if (signal[i] < low) low = signal[i];
          if (signal[i] > high) high = signal[i];
        }
      }
      if (low > high) continue;
      context.moveTo(pixel + 0.5, y(low) + 0.5);
      context.lineTo(pixel + 0.5, y(high) - 0.5);
    }
  }

  function drawBeats(context, { ink, width, x }) {
    const first = beatFrom(view.from * rate);
    const end = beatFrom((view.from + view.span) * rate);
    const isRoomy = (end - first) * 16 < width;
    context.textAlign = "center";
    for (let i = first; i < end; i++) {
      const label = labels[i] & 7;
      const place = x(at[i] / rate);
      context.fillStyle = context.strokeStyle = ink.classes[label];
      if (!isRoomy) {
        if (label > 0) context.fillRect(place - 1, 8, 2, 12);
        continue;
      }
      context.font = `${label > 0 ? "bold " : ""}13px system-ui, sans-serif`;
      context.fillText(letters[label], place, 19);
      context.fillRect(place - 0.5, 25, 1, 6);
      if (labels[i] & 8 || i === marked) {
        context.lineWidth = i === marked ? 2.5 : 1.2;
        context.strokeStyle = ink.text;
        context.beginPath();
        context.arc(place, 14.5, 9, 0, 2 * Math.PI);
        context.stroke();
      }
    }
    context.textAlign = "start";
    context.font = "12px system-ui, sans-serif";
  }

  /** Times along the lower edge, at round seconds, minutes or hours. */
  function ticks(context, { from, span, width, y, ink }) {
    const steps = [1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 43200, 86400];
    const size = steps.find((seconds) => seconds / span * width >= 70) ?? 86400;
    context.fillStyle = ink.muted;
    context.textAlign = "center";
    for (let i = Math.ceil(from / size); i * size <= from + span; i++) {
      const place = (i * size - from) / span * width;
      if (place > 24 && place < width - 24) context.fillText(clock(i * size, 0), place, y);
    }
    context.textAlign = "start";
  }

  function clock(seconds, digits) {
    const units = Math.round(Math.max(seconds, 0) * 10 ** digits);
    const whole = Math.floor(units / 10 ** digits);
    const two = (value) => String(value).padStart(2, "0");
    const rest = digits ? `.${units % 10}` : "";
    return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${
      two(whole % 60)
    }${rest}`;
  }

  function draw() {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      const ink = colors();
      drawTachogram(ink);
      drawStrip(ink);
    });
  }

  function show(from, span = view.span) {
    const wide = Math.min(Math.max(span, Math.min(1, total)), total);
    view = { from: Math.min(Math.max(from, 0), total - wide), span: wide };
    draw();
  }

  function zoom(factor, share = 0.5) {
    const pivot = view.from + share * view.span;
    const wide = Math.min(Math.max(view.span * factor, Math.min(1, total)), total);
    show(pivot - share * wide, wide);
  }

  function goTo(time) {
    const beat = beatFrom(Math.round(time * rate) - 1);
    marked = Math.abs(at[beat] / rate - time) < 0.05 ? beat : -1;
    const span = Math.min(view.span, strip.clientWidth < 600 ? 5 : 10);
    show(time - span / 2, span);
    if (marked >= 0) where.title = `${letters[labels[marked] & 7]} ${sureness[marked]} %`;
  }

  /** The next beat of the chosen kind, from the middle of the strip or the marked beat. */
  function stepTo(direction) {
    const kind = document.getElementById("kind").value;
    const fits = (i) => kind === "uncertain" ? labels[i] & 8 : (labels[i] & 7) === Number(kind);
    const middle = beatFrom((view.from + view.span / 2) * rate);
    let i = marked >= 0 ? marked + direction : direction > 0 ? middle : middle - 1;
    while (i >= 0 && i < at.length && !fits(i)) i += direction;
    if (i >= 0 && i < at.length) goTo(at[i] / rate);
  }

  const actions = {
    earlier: () => show(view.from - 0.8 * view.span),
    later: () => show(view.from + 0.8 * view.span),
    in: () => zoom(0.5),
    out: () => zoom(2),
    all: () => show(0, total),
    previous: () => stepTo(-1),
    next: () => stepTo(1),
  };
  for (const button of document.querySelectorAll("[data-do]")) {
    button.addEventListener("click", actions[button.dataset.do]);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-time]");
    if (link) goTo(Number(link.dataset.time));
  });
  strip.addEventListener("keydown", (event) => {
    const keys = { ArrowLeft: "earlier", ArrowRight: "later", "+": "in", "-": "out", "0": "all" };
    if (!keys[event.key]) return;
    event.preventDefault();
    actions[keys[event.key]]();
  });
  strip.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      show(view.from + event.deltaX / strip.clientWidth * view.span);
    } else zoom(Math.exp(event.deltaY / 400), event.offsetX / strip.clientWidth);
  }, { passive: false });

  const fingers = new Map();
  strip.addEventListener("pointerdown", (event) => {
    strip.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, event.clientX);
    marked = -1;
  });
  strip.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, x]) => x);
    fingers.set(event.pointerId, event.clientX);
    if (others.length === 0) {
      show(view.from - (event.clientX - before) / strip.clientWidth * view.span);
    } else {
      const [other] = others;
      const [far, near] = [Math.abs(event.clientX - other), Math.abs(before - other)];
      const left = strip.getBoundingClientRect().left;
      if (far > 5 && near > 5) {
        zoom(near / far, ((event.clientX + other) / 2 - left) / strip.clientWidth);
      }
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    strip.addEventListener(name, (event) => fingers.delete(event.pointerId));
  }
  let isSeeking = false;
  const seek = (event) => {
    const left = tachogram.getBoundingClientRect().left;
    show((event.clientX - left) / tachogram.clientWidth * total - view.span / 2);
  };
  tachogram.addEventListener("pointerdown", (event) => {
    isSeeking = true;
    tachogram.setPointerCapture(event.pointerId);
    seek(event);
  });
  tachogram.addEventListener("pointermove", (event) => isSeeking && seek(event));
  tachogram.addEventListener("pointerup", () => isSeeking = false);
  tachogram.addEventListener("pointercancel", () => isSeeking = false);
  addEventListener("resize", draw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  draw();
})();
