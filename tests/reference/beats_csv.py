"""A few lines of a heartbeat CSV file, with the float32 values that pandas reads from them, and texts of C's %.18e.

CSV is the mitbih_test.csv that `deno task data --csv` writes. Two lines of each class are taken; they stem from the
MIT-BIH Arrhythmia Database 1.0.0 (Open Data Commons Attribution License 1.0).

Made with Python 3.11.7, numpy 2.4.6 and pandas 3.1.1:
    python tests/reference/beats_csv.py CSV tests/fixtures/beats
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

csv_path, out_path = sys.argv[1], Path(sys.argv[2])
table = pd.read_csv(csv_path, header=None)
rows = sorted(row for label in range(5) for row in table.index[table[187] == label][:2])
lines = Path(csv_path).read_text().splitlines(keepends=True)
(out_path / "extract.csv").write_text("".join(lines[row] for row in rows))
extract = pd.read_csv(out_path / "extract.csv", header=None).to_numpy(np.float32)
(out_path / "extract.f32").write_bytes(extract.astype("<f4").tobytes())

prng = np.random.default_rng(1)
values = [0, 1, 1 / 3, 2 / 3, 2**-126, 2**-149, 2**-64, 0.1, *prng.random(40)]
values += [odd * 2.0**-power for power in range(20, 29) for odd in range(1, 40, 2)]  # ties among them
values = [float(np.float32(value)) for value in values]
texts = [[value, "%.18e" % value] for value in values]
(out_path / "texts.json").write_text(json.dumps(texts))
