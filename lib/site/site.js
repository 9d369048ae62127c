// Makes the figures of a page interactive when the reader comes to them: with a mouse as they come
// into sight, else by a tap. Without this program, or with no Plotly, their pictures stay.
const plotlyPath = document.currentScript.dataset.plotly;
const figures = [...document.querySelectorAll("figure")].filter((figure) =>
  figure.querySelector("script")
);
let plotly;

if (matchMedia("(hover: hover)").matches) {
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      draw(target);
    }
  }, { rootMargin: "300px" });
  figures.forEach((figure) => observer.observe(figure));
} else {
  for (const figure of figures) {
    figure.classList.add("tap");
    figure.addEventListener("click", () => draw(figure), { once: true });
  }
}

async function draw(figure) {
  const Plotly = await (plotly ??= loadPlotly());
  const { config, ...drawing } = JSON.parse(figure.querySelector("script").textContent);
  const paper = figure.querySelector(".paper");
  const plot = document.createElement("div");
  plot.className = "drawing";
  paper.append(plot);
  await Plotly.newPlot(plot, { ...drawing, config: { ...config, displaylogo: false } });
  plot.classList.remove("drawing");
  figure.classList.remove("tap");
  paper.replaceChildren(plot);
}

/** One copy for all figures of a page, and for all pages by the browser's cache. */
function loadPlotly() {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = plotlyPath;
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = reject;
    document.head.append(script);
  });
}
