"""Writes lib/beats/splits/kaggle_split.bin; the format is described in lib/beats/splits/kaggle_split.ts.

INDEX.csv lists the rows of the published mitbih_test.csv in its order, with the columns row, record, ann_index
(counted from 0 among all annotations of the record), sample, symbol, label. RECORDS is a folder with the 48
records of the MIT-BIH Arrhythmia Database 1.0.0.

Made with Python 3.11.7, pandas 3.1.1 and wfdb 4.3.1:
    python tests/reference/beats_kaggle_split.py INDEX.csv RECORDS lib/beats/splits/kaggle_split.bin
"""

import struct
import sys
from pathlib import Path

import pandas as pd
import wfdb

BITS = 17

index_path, records_path, out_path = sys.argv[1:]
names = sorted(path.stem for path in Path(records_path).glob("*.atr"))
annotations = {name: wfdb.rdann(f"{records_path}/{name}", "atr") for name in names}

packed = struct.pack("<H", len(names))
first = {}
total = 0
for name in names:
    count = len(annotations[name].sample)
    packed += struct.pack("<HH", int(name), count)
    first[name] = total
    total += count
assert total < 2**BITS

index = pd.read_csv(index_path, dtype={"record": str})
assert index.row.tolist() == list(range(len(index)))
bits = 0
for row in index.itertuples():
    annotation = annotations[row.record]
    assert annotation.sample[row.ann_index] == row.sample
    assert annotation.symbol[row.ann_index] == row.symbol
    bits |= (first[row.record] + row.ann_index) << (BITS * row.row)
packed += struct.pack("<I", len(index))
packed += bits.to_bytes((BITS * len(index) + 7) // 8, "little")
Path(out_path).write_bytes(packed)
