"""Digests of all 48 MIT-BIH records as wfdb-python reads them, for tests/wfdb.

    python tests/reference/wfdb_mitdb.py DIR > tests/fixtures/wfdb/mitdb.json

DIR holds the MIT-BIH Arrhythmia Database 1.0.0. Made with wfdb 4.3.1 and numpy 2.4.6.

Each signal: SHA-256 of its samples as little-endian 32-bit integers. Annotations: SHA-256 of sample, subtype, channel
and number as little-endian 32-bit integers, all of one field before the next; and of symbols and auxiliary texts, each
followed by a newline. wfdb-python keeps the zero bytes that close auxiliary texts, so they are taken off.
"""
import hashlib
import json
import sys
from pathlib import Path

import numpy
import wfdb


def digest(data):
    return hashlib.sha256(data).hexdigest()


def integers(values):
    return numpy.asarray(values).astype("<i4").tobytes()


def lines(texts):
    return "".join(text.rstrip("\0") + "\n" for text in texts).encode("latin1")


def summary(path):
    record = wfdb.rdrecord(path, physical=False)
    annotation = wfdb.rdann(path, "atr")
    numbers = [annotation.sample, annotation.subtype, annotation.chan, annotation.num]
    return {
        "signals": [digest(integers(signal)) for signal in record.d_signal.T],
        "physicalSum": [float(total) for total in wfdb.rdrecord(path).p_signal.sum(axis=0)],
        "descriptions": record.sig_name,
        "comments": record.comments,
        "annotationCount": len(annotation.sample),
        "numbers": digest(b"".join(map(integers, numbers))),
        "texts": digest(lines(annotation.symbol) + lines(annotation.aux_note)),
    }


names = sorted(path.stem for path in Path(sys.argv[1]).glob("*.hea"))
json.dump({name: summary(str(Path(sys.argv[1]) / name)) for name in names}, sys.stdout, indent=1)
print()
