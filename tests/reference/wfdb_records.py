"""Small records in every signal format and layout with what wfdb-python reads from them, for tests/wfdb.

    python tests/reference/wfdb_records.py > tests/fixtures/wfdb/records.json

Made with wfdb 4.3.1 and numpy 2.4.6. wfdb-python writes formats 16, 24, 32, 80 and 212; for 8, 61, 160, 310 and 311 the
bytes are packed here, after signal(5). Each record has its files (base64), the raw samples of each signal (several
samples per frame follow one another) and, where wfdb-python reads them, physical samples (null for NaN).
"""
import base64
import json
import os
import tempfile

import numpy
import wfdb

BITS = {8: 8, 16: 16, 24: 24, 32: 32, 61: 16, 80: 8, 160: 16, 212: 12, 310: 10, 311: 10}
WRITTEN = [16, 24, 32, 80, 212]
random = numpy.random.default_rng(20240229)
records = {}


def pack(fmt, flat, starts=None, widths=None):
    """The bytes of samples in file order."""
    if fmt == 8:
        last = list(starts)
        owners = [i for i, width in enumerate(widths) for _ in range(width)]
        out = bytearray()
        for n, value in enumerate(flat):
            owner = owners[n % len(owners)]
            out.append((int(value) - last[owner]) & 0xFF)
            last[owner] = int(value)
        return bytes(out)
    if fmt == 61:
        return flat.astype(">i2").tobytes()
    if fmt == 160:
        return (flat + 32768).astype("<u2").tobytes()
    out = bytearray()
    for i in range(0, len(flat), 3):
        a, b, c = (int(v) & 0x3FF for v in numpy.append(flat[i : i + 3], [0, 0])[:3])
        if fmt == 310:
            first = a << 1 | (c & 0x1F) << 11
            second = b << 1 | (c >> 5) << 11
            word = first | second << 16
        else:
            word = a | b << 10 | c << 20
        needed = {1: 2, 2: 4 if fmt == 310 else 3}.get(len(flat) - i, 4)
        out += word.to_bytes(4, "little")[:needed]
    return bytes(out)


def make_signals(fmt, widths, frames):
    """Random walks over the whole range of a format; in format 8 each step fits in 8 bits."""
    top = 2 ** (BITS[fmt] - 1)
    if fmt == 8:
        return [numpy.cumsum(random.integers(-128, 128, frames * w)) for w in widths]
    signals = [random.integers(-top, top, frames * w) for w in widths]
    signals[0][:3] = [-top, top - 1, -1]
    return signals


def checksum(signal):
    return int((int(signal.sum()) + 32768) % 65536 - 32768)


def write(directory, name, fmt, signals, widths, extra=("", "")):
    """A record in one signal file with a header of our own; extra: format modifiers, and bytes before the samples."""
    frames = len(signals[0]) // widths[0]
    flat = numpy.concatenate([s.reshape(frames, w) for s, w in zip(signals, widths)], axis=1).ravel()
    starts = [int(s[0]) for s in signals]
    modifiers, preamble = extra
    with open(f"{directory}/{name}.dat", "wb") as file:
        file.write(preamble.encode())
        if fmt in WRITTEN:
            file.write(written_by_wfdb(directory, fmt, flat))
        else:
            file.write(pack(fmt, flat, starts, widths))
    with open(f"{directory}/{name}.hea", "w") as file:
        file.write(f"{name} {len(signals)} 250 {frames}\n")
        for i, (signal, width) in enumerate(zip(signals, widths)):
            storage = f"{fmt}{f'x{width}' if width > 1 else ''}{modifiers}"
            numbers = f"{starts[i]} {checksum(signal)}"
            file.write(f"{name}.dat {storage} {100 + i}({i})/uV {BITS[fmt]} 0 {numbers} 0 lead {i}\n")


def written_by_wfdb(directory, fmt, flat):
    wfdb.wrsamp(
        "flat", fs=250, units=["uV"], sig_name=["x"], d_signal=flat.reshape(-1, 1), fmt=[str(fmt)],
        adc_gain=[1.0], baseline=[0], write_dir=directory,
    )
    with open(f"{directory}/flat.dat", "rb") as file:
        return file.read()


def read(directory, name, physical=True, digital=True):
    """Adds a record with what wfdb-python reads to the result."""
    path = f"{directory}/{name}"
    entry = {"files": {}}
    for file in sorted(os.listdir(directory)):
        if not file.startswith("flat"):
            with open(f"{directory}/{file}", "rb") as handle:
                entry["files"][file] = base64.b64encode(handle.read()).decode()
    options = {"smooth_frames": False, "m2s": True}
    if digital:
        # wfdb 4.3.1 stops with an error where it should return raw samples of format 61: only adc() gives them.
        turned = name.endswith("_61")
        record = wfdb.rdrecord(path, physical=turned, **options)
        signals = record.adc(expanded=True) if turned else record.e_d_signal
        entry["signals"] = [[int(v) for v in signal] for signal in signals]
    if physical:
        record = wfdb.rdrecord(path, physical=True, **options)
        entry["physical"] = [
            [None if numpy.isnan(v) else float(v) for v in signal] for signal in record.e_p_signal
        ]
    records[name] = entry


def all_formats():
    shapes = {"one": ([1], 50), "three": ([1, 1, 1], 41), "frames": ([2, 1, 2], 29)}
    for fmt in BITS:
        for shape, (widths, frames) in shapes.items():
            with tempfile.TemporaryDirectory() as directory:
                name = f"{shape}_{fmt}"
                write(directory, name, fmt, make_signals(fmt, widths, frames), widths)
                read(directory, name, physical=fmt != 8)


def special_layouts():
    with tempfile.TemporaryDirectory() as directory:
        extra = ("+13", "thirteen byte")
        write(directory, "offset", 212, make_signals(212, [1, 1], 30), [1, 1], extra)
        read(directory, "offset")
    with tempfile.TemporaryDirectory() as directory:
        write(directory, "skewed", 16, make_signals(16, [1, 1], 30), [1, 1])
        edit(directory, "skewed", " 16 101", " 16:4 101")
        read(directory, "skewed")
    with tempfile.TemporaryDirectory() as directory:
        write(directory, "unstated", 16, make_signals(16, [1, 1], 30), [1, 1])
        edit(directory, "unstated", " 250 30\n", " 250\n")
        read(directory, "unstated")
    with tempfile.TemporaryDirectory() as directory:
        write(directory, "files_a", 212, make_signals(212, [1, 1], 30), [1, 1])
        write(directory, "files_b", 16, make_signals(16, [1], 30), [1])
        lines = []
        for part in ["files_a", "files_b"]:
            with open(f"{directory}/{part}.hea") as file:
                lines += file.read().splitlines()[1:]
            os.remove(f"{directory}/{part}.hea")
        with open(f"{directory}/files.hea", "w") as file:
            file.write("\r\n".join(["# before", "files 3 250 30", *lines, "#  after ", ""]))
        read(directory, "files")


def edit(directory, name, old, new):
    with open(f"{directory}/{name}.hea") as file:
        text = file.read()
    assert old in text
    with open(f"{directory}/{name}.hea", "w") as file:
        file.write(text.replace(old, new))


def fixed_layout():
    with tempfile.TemporaryDirectory() as directory:
        write(directory, "fixed_1", 212, make_signals(212, [1, 2], 20), [1, 2])
        write(directory, "fixed_2", 212, make_signals(212, [1, 2], 11), [1, 2])
        with open(f"{directory}/fixed.hea", "w") as file:
            file.write("fixed/3 2 250 51\nfixed_1 20\nfixed_2 11\nfixed_1 20\n")
        read(directory, "fixed")


def variable_layout(name, gain):
    """Segments with signals A and B, a gap, B alone, A alone; `gain` is that of A in its last segment."""
    with tempfile.TemporaryDirectory() as directory:
        for index, leads in enumerate(["AB", "B", "A"]):
            part = f"{name}_{index}"
            signals = make_signals(80, [1] * len(leads), 10)
            write(directory, part, 80, signals, [1] * len(leads))
            for i, lead in enumerate(leads):
                edit(directory, part, f"{100 + i}({i})/uV", f"{gain if index == 2 else 100}(5)/uV")
                edit(directory, part, f"lead {i}", lead)
        with open(f"{directory}/{name}_layout.hea", "w") as file:
            file.write(f"{name}_layout 2 250 0\n~ 0 100(5)/uV 8 0 0 0 0 A\n~ 0 100(5)/uV 8 0 0 0 0 B\n")
        with open(f"{directory}/{name}.hea", "w") as file:
            segments = [f"{name}_layout 0", f"{name}_0 10", "~ 7", f"{name}_1 10", f"{name}_2 10"]
            file.write("\n".join([f"{name}/5 2 250 37", *segments, ""]))
        read(directory, name, digital=gain == 100)


all_formats()
special_layouts()
fixed_layout()
variable_layout("variable", 100)
variable_layout("rescaled", 40)
lines = [f"{json.dumps(name)}: {json.dumps(entry)}" for name, entry in records.items()]
print("{\n" + ",\n".join(lines) + "\n}")
