"""
Writes small EDF, EDF+ and BDF files, and what pyedflib reads from them, to tests/fixtures/recordings:

    python tests/reference/recordings_edf.py      (needs pyedflib; written with pyedflib 0.1.42, numpy 2.4.6)

pyedflib neither writes nor reads discontinuous files: gaps.edf is plus.edf whose header says EDF+D and whose data
records say later times. edf.json has for each file the physical samples (base64 of little-endian doubles), rates,
labels, units, start and annotations.
"""

import base64
import json
from datetime import datetime
from pathlib import Path

import numpy as np
import pyedflib

folder = Path(__file__).parents[1] / "fixtures" / "recordings"
random = np.random.default_rng(20240229)


def signal(label, unit, rate, reach, bits=16, dig=None, seconds=5):
    low, high = dig or (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    header = {
        "label": label, "dimension": unit, "sample_frequency": rate, "physical_min": reach[0],
        "physical_max": reach[1], "digital_min": low, "digital_max": high, "transducer": "", "prefilter": "",
    }
    samples = random.integers(low, high, rate * seconds, endpoint=True)
    samples[:2] = [low, high]
    return header, samples


def write(name, kind, signals, start, annotations=()):
    path = folder / name
    writer = pyedflib.EdfWriter(str(path), len(signals), file_type=kind)
    writer.setSignalHeaders([header for header, _ in signals])
    writer.setStartdatetime(start)
    for annotation in annotations:
        writer.writeAnnotation(*annotation)
    writer.writeSamples([samples.astype(np.int32) for _, samples in signals], digital=True)
    writer.close()


def read(name):
    reader = pyedflib.EdfReader(str(folder / name))
    onsets, durations, texts = reader.readAnnotations()
    result = {
        "start": reader.getStartdatetime().isoformat(),
        "leads": [
            {
                "name": reader.getLabel(i),
                "unit": reader.getPhysicalDimension(i),
                "frequency": reader.getSampleFrequency(i),
                "physical": base64.b64encode(reader.readSignal(i).astype("<f8").tobytes()).decode(),
            }
            for i in range(reader.signals_in_file)
        ],
        "annotations": [
            {"time": float(t), "duration": max(0.0, float(d)), "text": str(s)}
            for t, d, s in zip(onsets, durations, texts)
        ],
    }
    reader.close()
    return result


ecg = lambda: signal("ECG II", "uV", 64, (-3276.8, 3276.7))
marks = [(0.5, -1, "Begin"), (1.25, 2.5, "Flimmern für 2,5 s"), (4, 0, "+90 °")]
write("plain.edf", pyedflib.FILETYPE_EDF, [ecg(), signal("Resp", "l/min", 8, (-60, 60))],
      datetime(1997, 12, 31, 23, 59, 58))
write("plus.edf", pyedflib.FILETYPE_EDFPLUS,
      [ecg(), signal("ECG V1", "mV", 32, (5.1, -4.9), dig=(-2048, 2047))], datetime(2023, 3, 5, 4, 7, 9), marks)
write("plain.bdf", pyedflib.FILETYPE_BDF, [signal("ECG", "uV", 32, (-262144, 262143), bits=24)],
      datetime(2009, 1, 2, 3, 4, 5))
write("plus.bdf", pyedflib.FILETYPE_BDFPLUS, [signal("EKG", "V", 32, (-0.25, 0.25), bits=24)],
      datetime(2009, 1, 2, 3, 4, 5), marks)

# Records of 1 s at 0, 1, 2.5, 3.5 and 60 s after the first, which itself begins .25 s after the start of the file.
times = [b"+0.25", b"+1.25", b"+2.75", b"+3.75", b"+60.25"]
plus = (folder / "plus.edf").read_bytes()
head, data = plus[:1024].replace(b"EDF+C", b"EDF+D", 1), plus[1024:]
samples, size = 2 * (64 + 32), len(data) // len(times)
records = [data[i : i + size] for i in range(0, len(data), size)]
for i, (record, time) in enumerate(zip(records, times)):
    own = b"+%d\x14\x14\x00" % i
    assert record[samples:].startswith(own), record
    lists = time + b"\x14\x14\x00" + record[samples + len(own) :].rstrip(b"\x00")
    records[i] = record[:samples] + lists.ljust(size - samples, b"\x00")
(folder / "gaps.edf").write_bytes(head + b"".join(records))

files = {name: read(name) for name in ["plain.edf", "plus.edf", "plain.bdf", "plus.bdf"]}
(folder / "edf.json").write_text(json.dumps(files, indent=1, ensure_ascii=False) + "\n")
