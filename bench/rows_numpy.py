"""A contender: cuts the heartbeat rows from records that are read already, in numpy.

All beats of a record at once: a loop over beats in Python would be several times slower."""

import hashlib
from pathlib import Path

import numpy as np
import wfdb

from answer_runs import answer_runs, worker_options

ROW_LENGTH, STEP = 187, 3
LABELS = np.full(128, -1, np.int8)  # by the symbol's character code
for label, symbols in enumerate(("NLRej", "AaJS", "VE", "F", "/fQ")):
    LABELS[[ord(symbol) for symbol in symbols]] = label


def read_records(directory):
    """Name, signal 0 in raw units, and places and symbols of all annotations of each record."""
    records = []
    for path in sorted(Path(directory).glob("*.hea")):
        stem = str(path.with_suffix(""))
        record = wfdb.rdrecord(stem, physical=False)
        annotation = wfdb.rdann(stem, "atr")
        symbols = np.array([ord(symbol) for symbol in annotation.symbol])
        signal = np.ascontiguousarray(record.d_signal[:, 0])
        records.append((path.stem, signal, annotation.sample, symbols))
    return records


def cut_rows(name, signal, samples, symbols):
    """float32 [beats, 187] and labels [beats]: see segmentBeats() in lib/beats."""
    places = np.append(samples, len(signal))
    if name == "102":  # the published rows were cut with an older annotation file
        places[:-1][samples == 590262] = 590296
    labels = LABELS[symbols[:-1]]
    beats = np.flatnonzero(labels >= 0)
    starts, nexts = places[beats], places[beats + 1]
    ends = nexts + np.floor(0.2 * (places[beats + 2] - nexts)).astype(np.int64)
    lengths = -(-(ends - starts) // STEP)
    offsets = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    indices = np.arange(lengths.sum()) * STEP + np.repeat(starts - offsets * STEP, lengths)
    values = signal[indices]
    low = np.minimum.reduceat(values, offsets)
    span = (np.maximum.reduceat(values, offsets) - low).astype(np.float64)
    span[span == 0] = 1  # samples that are all equal give zeros
    columns = np.arange(ROW_LENGTH)
    inside = columns < lengths[:, None]
    picked = np.minimum(offsets[:, None] + columns, len(values) - 1)
    rows = (values[picked] - low[:, None]) / span[:, None]
    rows[~inside] = 0
    return rows.astype(np.float32), labels[beats]


def cut_all():
    return [cut_rows(*record) for record in records]


def digest(parts):
    rows, labels = hashlib.sha256(), hashlib.sha256()
    for values, classes in parts:
        rows.update(values.astype("<f4").tobytes())
        labels.update(classes.astype(np.uint8).tobytes())
    count = sum(len(classes) for _, classes in parts)
    return {"rows": count, "values": rows.hexdigest(), "labels": labels.hexdigest()}


def run():
    cut_all()


records = read_records(worker_options()["records"])
facts = digest(cut_all())
answer_runs({"facts": facts, "versions": {"numpy": np.__version__}}, run)
