"""Heartbeat rows of a small made-up record, cut with numpy as the published rows are.

Made with Python 3.11.7 and numpy 2.4.6:
    python tests/reference/beats_rows.py > tests/fixtures/beats/rows.json
"""

import json
import sys

import numpy as np

SYMBOLS = list("+NLRejAaJSVEF/fQ~|x") + ["N"] * 3
BEATS = "NLRejAaJSVEF/fQ"

prng = np.random.default_rng(187)
gaps = prng.integers(30, 420, len(SYMBOLS))
gaps[5] = 900  # longer than 187 values: cut
gaps[9] = 2  # shorter than a step
samples = np.cumsum(gaps)
sample_count = int(samples[-1] + 333)
signal = 1024 + np.cumsum(prng.integers(-20, 21, sample_count))

positions = [*samples.tolist(), sample_count]
rows = []
for i in range(len(SYMBOLS) - 1):
    if SYMBOLS[i] not in BEATS:
        continue
    end = positions[i + 1] + int(np.floor(0.2 * (positions[i + 2] - positions[i + 1])))
    segment = signal[positions[i] : end : 3].astype(np.float64)
    segment = (segment - segment.min()) / (segment.max() - segment.min())
    row = np.zeros(187, np.float32)
    row[: min(187, len(segment))] = segment[:187]
    rows.append({"annotation": i, "bits": row.view(np.uint32).tolist()})

json.dump(
    {
        "signal": signal.tolist(),
        "samples": samples.tolist(),
        "symbols": SYMBOLS,
        "rows": rows,
    },
    sys.stdout,
    separators=(",", ":"),
)
