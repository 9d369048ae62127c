"""Annotation files with every element of the MIT format and what wfdb-python reads from them, for tests/wfdb.

    python tests/reference/wfdb_annotations.py > tests/fixtures/wfdb/annotations.json

Made with wfdb 4.3.1. wfdb-python writes the files but for the last, whose bytes stand here.
"""
import base64
import json
import tempfile

import numpy
import pandas
import wfdb

files = {}


def read(directory, name):
    with open(f"{directory}/{name}.atr", "rb") as file:
        data = file.read()
    annotation = wfdb.rdann(f"{directory}/{name}", "atr")
    rows = zip(
        annotation.sample, annotation.symbol, annotation.subtype, annotation.chan, annotation.num,
        annotation.aux_note,
    )
    files[name] = {
        "bytes": base64.b64encode(data).decode(),
        "annotations": [
            [int(t), s, int(sub), int(chan), int(num), aux.rstrip("\0")]
            for t, s, sub, chan, num, aux in rows
        ],
    }


def write(name, **fields):
    with tempfile.TemporaryDirectory() as directory:
        wfdb.wrann(name, "atr", write_dir=directory, **fields)
        read(directory, name)


symbols = [label.symbol for label in wfdb.io.annotation.ann_labels if label.label_store]
write("symbols", sample=numpy.arange(len(symbols)) * 300 + 5, symbol=symbols)
write("gaps", sample=numpy.array([0, 1023, 2047, 70000, 2**31 + 70000, 2**33]), symbol=["N"] * 6)
write(
    "fields",
    sample=numpy.arange(5) * 100,
    symbol=["N", "V", "+", '"', "N"],
    subtype=numpy.array([1, 0, 127, 0, 5]),
    chan=numpy.array([0, 1, 255, 255, 2]),
    num=numpy.array([7, 7, 127, 0, 0]),
    aux_note=["x", "two", "(AFIB", "a" * 255, ""],
)
write("resolution", sample=numpy.array([0, 360, 720]), symbol=["N"] * 3, fs=360)
labels = pandas.DataFrame(
    {"label_store": [42, 43], "symbol": ["z", "y"], "description": ["first own", "second own"]}
)
write("custom", sample=numpy.array([10, 20, 30]), symbol=["z", "N", "y"], custom_labels=labels)
with tempfile.TemporaryDirectory() as directory:
    with open(f"{directory}/packed.atr", "wb") as file:
        note, aux = 22 << 2, 63 << 2
        skip_back = [0, 59 << 2, 255, 255, 256 - 50, 255]
        signed = [128, 60 << 2, 255, 61 << 2, 200, 62 << 2]
        words = [200, 1 << 2, *signed, *skip_back, 0, 5 << 2, 100, 0, 1, 1 << 2 | 3]
        closed = [7, note, 3, aux, *b"(N\0", 0, 7, note, 4, aux, *b"caf\xe9"]
        file.write(bytes([*words, *closed, 0, 0]))
    read(directory, "packed")
json.dump(files, open(1, "w"), indent=1)
