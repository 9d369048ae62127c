"""Small records in WFDB's FLAC formats with what wfdb-python or libFLAC read from them, for tests/wfdb.

    python tests/reference/wfdb_flac.py > tests/fixtures/wfdb/flac.json

Made with wfdb 4.3.1, soundfile 0.14.0 (libsndfile 1.2.2 with libFLAC 1.4.3) and numpy 2.4.6. wfdb-python writes and
reads the records; it writes with libFLAC. Streams of which libFLAC's encoder makes few or none (escape codes, all
stereo modes, blocks of several sizes, wasted bits in each kind of subframe) are packed here after RFC
9639 and read by libFLAC. Each entry has its files (base64) and, of each signal, the SHA-256 of its samples as 32-bit
little-endian integers and the first of them.
"""
import base64
import hashlib
import io
import json
import os
import tempfile

import numpy
import soundfile
import wfdb

random = numpy.random.default_rng(20240229)
records = {}


def digest(signal):
    signal = numpy.asarray(signal)
    sha = hashlib.sha256(signal.astype("<i4").tobytes()).hexdigest()
    return {"sha256": sha, "length": len(signal), "first": [int(v) for v in signal[:4]]}


def keep(directory, name, signals, **more):
    files = {}
    for file in sorted(os.listdir(directory)):
        with open(f"{directory}/{file}", "rb") as opened:
            files[file] = base64.b64encode(opened.read()).decode()
    records[name] = {"files": files, "signals": [digest(signal) for signal in signals], **more}


def smooth(count, bits, noise=0.001):
    """A signal like an ECG: slow waves, narrow peaks and a little noise, over much of the range of so many bits."""
    t = numpy.arange(count)
    wave = 0.2 * numpy.sin(t / 90) + 0.6 * numpy.exp(-(((t % 250) - 120) ** 2) / 30.0) - 0.1
    wave += noise * random.standard_normal(count)
    return numpy.round(numpy.clip(wave, -1, 1) * (2 ** (bits - 1) - 1)).astype(int)


def missing_and_extremes(signal, bits):
    top = 2 ** (bits - 1)
    signal[:4] = [-top, top - 1, 0, -1]
    return signal


# Records that wfdb-python writes and reads.


def by_wfdb(name, fmt, signals, spf=1, change=lambda text: text, level=None):
    """A record of signals in one file, written by wfdb-python; `change` edits its header before it is read again."""
    with tempfile.TemporaryDirectory() as directory:
        count = len(signals)
        if spf == 1:
            arguments = {"d_signal": numpy.stack(signals, axis=1)}
        else:
            arguments = {"e_d_signal": signals, "samps_per_frame": [spf] * count}
        wfdb.wrsamp(name, fs=250, units=["mV"] * count, sig_name=[f"lead {i}" for i in range(count)],
                    fmt=[str(fmt)] * count, adc_gain=[200.0] * count, baseline=[0] * count, write_dir=directory,
                    **arguments)
        with open(f"{directory}/{name}.hea") as file:
            text = file.read()
        with open(f"{directory}/{name}.hea", "w") as file:
            file.write(change(text))
        if level is not None:
            data = numpy.stack(signals, axis=1).astype("int32") << (32 - (fmt - 500))
            soundfile.write(f"{directory}/{name}.dat", data, 96000, f"PCM_{fmt - 500}", format="FLAC",
                            compression_level=level)
        record = wfdb.rdrecord(f"{directory}/{name}", physical=False, smooth_frames=False)
        keep(directory, name, record.e_d_signal)


def all_formats():
    for fmt, bits in [(508, 8), (516, 16), (524, 24)]:
        top = 2 ** (bits - 1)
        noise = [random.integers(-top, top, 90) for _ in range(3)]
        by_wfdb(f"noise_{fmt}", fmt, [missing_and_extremes(s, bits) for s in noise])
        by_wfdb(f"one_{fmt}", fmt, [smooth(700, bits)])
        first = smooth(1500, bits)
        by_wfdb(f"two_{fmt}", fmt, [first, first // 2 + random.integers(-9, 9, 1500)])
        by_wfdb(f"frames_{fmt}", fmt, [smooth(400, bits) for _ in range(3)], spf=4)
        by_wfdb(f"constant_{fmt}", fmt, [numpy.full(300, -3), numpy.zeros(300, int)])
        by_wfdb(f"wasted_{fmt}", fmt, [smooth(500, bits - 3) * 8, random.integers(-2, 2, 500) * 16])
        by_wfdb(f"eight_{fmt}", fmt, [smooth(120, bits, noise) for noise in numpy.linspace(0, 0.2, 8)])
    for level in [0, 0.5, 1]:
        by_wfdb(f"level_{round(10 * level)}", 524, [smooth(1300, 24, 1e-6), smooth(1300, 24, 1e-5)], level=level)
    by_wfdb("blocks_516", 516, [smooth(9500, 12), smooth(9500, 9)])
    by_wfdb("peaks_524", 524, [numpy.where(numpy.arange(900) % 300 == 7, 8_000_000, smooth(900, 6))])


def special_layouts():
    signals = [smooth(500, 16), smooth(500, 14)]

    def offset(text):
        return text.replace(" 250 500", " 250 470").replace(" 516 ", " 516+30 ")

    def without_sums(text):
        head, *lines = text.strip().split("\n")
        return "\n".join([head, *(" ".join(line.split()[:5]) for line in lines), ""])

    by_wfdb("offset_516", 516, signals, change=lambda text: without_sums(offset(text)))
    # Two files of other rates, one of them not FLAC.
    with tempfile.TemporaryDirectory() as directory:
        frames = 300
        parts = [("fast", 524, 4), ("slow", 508, 1), ("plain", 16, 2)]
        lines, e_d_signal = [], []
        for part, fmt, spf in parts:
            bits = {524: 24, 508: 8, 16: 16}[fmt]
            signals = [smooth(frames * spf, bits) for _ in range(2)]
            e_d_signal += signals
            wfdb.wrsamp(part, fs=250, units=["mV"] * 2, sig_name=[f"{part} {i}" for i in range(2)],
                        fmt=[str(fmt)] * 2, adc_gain=[200.0] * 2, baseline=[0] * 2, write_dir=directory,
                        **({"e_d_signal": signals, "samps_per_frame": [spf] * 2} if spf > 1 else
                           {"d_signal": numpy.stack(signals, axis=1)}))
            with open(f"{directory}/{part}.hea") as file:
                lines += file.read().strip().split("\n")[1:]
            os.remove(f"{directory}/{part}.hea")
        with open(f"{directory}/rates.hea", "w") as file:
            file.write("\n".join([f"rates 6 250 {frames}", *lines, ""]))
        record = wfdb.rdrecord(f"{directory}/rates", physical=False, smooth_frames=False)
        assert all((a == b).all() for a, b in zip(record.e_d_signal, e_d_signal))
        keep(directory, "rates", record.e_d_signal)


# Streams packed here.


class Bits:
    def __init__(self):
        self.text = []

    def put(self, value, count):
        if count:
            self.text.append(format(int(value) & (1 << count) - 1, f"0{count}b"))

    def unary(self, zeros):
        self.text.append("0" * int(zeros) + "1")

    def bytes(self):
        text = "".join(self.text)
        text += "0" * (-len(text) % 8)
        return int(text, 2).to_bytes(len(text) // 8, "big")


def crc(data, width, polynomial):
    value = 0
    for byte in data:
        value ^= byte << (width - 8)
        for _ in range(8):
            value = (value << 1 ^ (polynomial if value >> (width - 1) & 1 else 0)) & (1 << width) - 1
    return value


def like_utf8(number):
    if number < 128:
        return bytes([number])
    tail = []
    while number >= 1 << (6 - len(tail)):
        tail.insert(0, 128 | number & 63)
        number >>= 6
    return bytes([(0xFF << (7 - len(tail)) & 0xFF) | number, *tail])


def residual(bits, values, order, method, partition_order, parameters):
    """Parameters of the partitions; `("raw", n)` for an escape code with n bits a value."""
    bits.put(method, 2)
    bits.put(partition_order, 4)
    width = 4 + method
    size = len(values) >> partition_order
    for p, parameter in zip(range(1 << partition_order), parameters):
        part = values[max(order, p * size) : (p + 1) * size]
        if isinstance(parameter, tuple):
            bits.put(-1, width)
            bits.put(parameter[1], 5)
            for value in part:
                bits.put(value, parameter[1])
            continue
        bits.put(parameter, width)
        for value in part:
            folded = 2 * int(value) if value >= 0 else -2 * int(value) - 1
            bits.unary(folded >> parameter)
            bits.put(folded, parameter)


def subframe(bits, samples, width, kind, wasted=0, **rice):
    samples = [int(v) >> wasted for v in samples]
    width -= wasted
    if isinstance(kind, str):
        code = ["constant", "verbatim"].index(kind)
    else:
        code = 8 + kind[1] if kind[0] == "fixed" else 31 + len(kind[1])
    bits.put(code << 1 | (wasted > 0), 8)
    if wasted:
        bits.unary(wasted - 1)
    if kind == "constant":
        bits.put(samples[0], width)
    elif kind == "verbatim":
        for value in samples:
            bits.put(value, width)
    else:
        if kind[0] == "fixed":
            order, shift = kind[1], 0
            coefficients = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]][order]
        else:
            _, coefficients, shift, precision = kind
            order = len(coefficients)
        for value in samples[:order]:
            bits.put(value, width)
        if kind[0] == "linear":
            bits.put(precision - 1, 4)
            bits.put(shift, 5)
            for coefficient in coefficients:
                bits.put(coefficient, precision)
        left = [
            v - (sum(c * samples[i - 1 - j] for j, c in enumerate(coefficients)) >> shift) if i >= order else v
            for i, v in enumerate(samples)
        ]
        residual(bits, left, order, **rice)


def frame(number, channels, width, mode, write, variable=False):
    size = len(channels[0])
    header = Bits()
    header.put(0b111111111111100 << 1 | variable, 16)
    header.put({192: 1, 576: 2, 1152: 3, 256: 8}.get(size, 6 if size <= 256 else 7), 4)
    header.put(0, 4)
    header.put(mode if mode >= 8 else len(channels) - 1, 4)
    header.put({8: 1, 12: 2, 16: 4, 20: 5, 24: 6}[width] if number % 2 == 0 else 0, 3)
    header.put(0, 1)
    data = header.bytes() + like_utf8(number)
    if size not in (192, 576, 1152, 256):
        data += (size - 1).to_bytes(1 if size <= 256 else 2, "big")
    data += bytes([crc(data, 8, 0x07)])
    body = Bits()
    a = [numpy.asarray(c) for c in channels]
    if mode == 8:
        a = [a[0], a[0] - a[1]]
    elif mode == 9:
        a = [a[0] - a[1], a[1]]
    elif mode == 10:
        a = [a[0] + a[1] >> 1, a[0] - a[1]]
    side = {8: 1, 9: 0, 10: 1}.get(mode)
    for c, samples in enumerate(a):
        write(body, samples, width + (c == side), c)
    data += body.bytes()
    return data + crc(data, 16, 0x8005).to_bytes(2, "big")


def stream(frames, channels, width, total, blocks):
    head = Bits()
    head.put(blocks[0], 16)
    head.put(blocks[1], 16)
    head.put(0, 48)
    head.put(96000, 20)
    head.put(channels - 1, 3)
    head.put(width - 1, 5)
    head.put(total, 36)
    head.put(0, 128)
    padding = b"\x81\x00\x00\x05hello"
    return b"fLaC\x00\x00\x00\x22" + head.bytes() + padding + b"".join(frames)


def packed(name, data, fmt, signals, read=True):
    """A stream as a record, after libFLAC has read the samples from it."""
    if read:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            samples = file.read(len(signals[0]), dtype="int32", always_2d=True)
            width = {"PCM_S8": 8, "PCM_16": 16, "PCM_24": 24}[file.subtype]
        for c, signal in enumerate(signals):
            assert ((samples[:, c] >> (32 - width)) == signal).all(), name
    with tempfile.TemporaryDirectory() as directory:
        with open(f"{directory}/{name}.dat", "wb") as file:
            file.write(data)
        lines = [f"{name} {len(signals)} 250 {len(signals[0])}"]
        for signal in signals:
            total = int((int(numpy.sum(signal)) + 32768) % 65536 - 32768)
            lines.append(f"{name}.dat {fmt} 200 {fmt - 500} 0 {int(signal[0])} {total} 0 lead")
        with open(f"{directory}/{name}.hea", "w") as file:
            file.write("\n".join(lines) + "\n")
        keep(directory, name, signals)


def kinds_of_subframes():
    for width, fmt in [(8, 508), (16, 516), (24, 524)]:
        wide = {"method": 1, "partition_order": 2, "parameters": [width - 4, ("raw", min(31, width + 6)), 16, width - 6]}
        narrow = {"method": 0, "partition_order": 1, "parameters": [min(14, width - 5), ("raw", min(31, width + 6))]}
        flat = {"method": 0, "partition_order": 0, "parameters": [1]}
        for mode, mode_name in [(1, "both"), (8, "left"), (9, "right"), (10, "mid")]:
            a = [smooth(192, width, 0.01) // 8 * 8, smooth(192, width, 0.02) // 8 * 8]
            linear = ("linear", [-3, 2**13 - 1, -(2**12), 77], 13, 14)

            def write(kind, wasted, rice):
                return lambda bits, samples, w, c: subframe(bits, samples, w, kind, wasted, **rice)

            frames, signals = [], []
            choices = [("verbatim", 0, {}), ("verbatim", 1, {}), (("fixed", 0), 0, wide), (("fixed", 2), 2, wide),
                       (("fixed", 4), 0, wide), (linear, 0, wide), (linear, 1, narrow), (("fixed", 1), 1, narrow)]
            for number, (kind, wasted, rice) in enumerate(choices[: 8 if width < 24 else 7]):
                frames.append(frame(number, a, width, mode, write(kind, wasted, rice)))
                signals.append(a)
            zeros = [numpy.zeros(192, int), numpy.zeros(192, int)]
            frames.append(frame(len(frames), zeros, width, mode, write(("fixed", 3), 0, flat)))
            zeros[0] = zeros[0] + 4
            frames.append(frame(len(frames), zeros, width, mode, write("constant", 1, {})))
            signals += [[zeros[1], zeros[1]], zeros]
            tail = [s[:17] for s in a]
            frames.append(frame(len(frames), tail, width, mode, write("verbatim", 0, {})))
            signals.append(tail)
            joined = [numpy.concatenate([s[c] for s in signals]) for c in range(2)]
            packed(f"{mode_name}_{fmt}", stream(frames, 2, width, len(joined[0]), (192, 192)), fmt, joined)


def long_predictor():
    """Order 32 with the largest coefficients and samples of 24 bits: sums of 44 bits."""
    signal = random.integers(-(2**23), 2**23, 192)
    kind = ("linear", [2**14 - 1, -(2**14)] * 16, 9, 15)
    samples = signal.copy()
    # The residual must fit in 32 bits, so samples follow the prediction within 2 ** 22.
    for i in range(32, 192):
        prediction = sum(c * int(samples[i - 1 - j]) for j, c in enumerate(kind[1])) >> kind[2]
        samples[i] = max(-(2**23), min(2**23 - 1, prediction + int(random.integers(-(2**22), 2**22))))
    rice = {"method": 1, "partition_order": 0, "parameters": [26]}
    data = frame(0, [samples], 24, 0, lambda bits, s, w, c: subframe(bits, s, w, kind, 0, **rice))
    packed("order_32", stream([data], 1, 24, 192, (192, 192)), 524, [samples])


def several_sizes():
    """Blocks of several sizes, whose frames have the number of a sample; the stream does not say its length."""
    sizes = [256, 192, 300, 17, 576, 1152, 256]
    signal = smooth(sum(sizes), 16)
    rice = {"method": 0, "partition_order": 0, "parameters": [9]}
    frames, at = [], 0
    for size in sizes:
        part = [signal[at : at + size]]
        write = lambda bits, s, w, c: subframe(bits, s, w, ("fixed", 2), 0, **rice)
        frames.append(frame(at, part, 16, 0, write, variable=True))
        at += size
    packed("sizes_516", stream(frames, 1, 16, len(signal), (16, 1152)), 516, [signal])
    # libsndfile reads no stream of unstated length, but its frames are the same.
    packed("endless_516", stream(frames, 1, 16, 0, (16, 1152)), 516, [signal], read=False)


all_formats()
special_layouts()
kinds_of_subframes()
long_predictor()
several_sizes()
lines = [f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in records.items()]
print("{\n" + ",\n".join(lines) + "\n}")
