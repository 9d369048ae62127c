"""Heartbeat rows of a small made-up record, cut with numpy as the published rows are, and their scale and weights.

Made with Python 3.11.7, numpy 2.4.6 and scikit-learn 1.9.1:
    python tests/reference/beats_rows.py > tests/fixtures/beats/rows.json
"""

import json
import sys

import numpy as np
from sklearn.utils.class_weight import compute_class_weight

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

LABELS = {symbol: label for label, symbols in enumerate(["NLRej", "AaJS", "VE", "F", "/fQ"]) for symbol in symbols}
values = np.array([row["bits"] for row in rows], np.uint32).view(np.float32).astype(np.float64)
labels = [LABELS[SYMBOLS[row["annotation"]]] for row in rows]

json.dump(
    {
        "signal": signal.tolist(),
        "samples": samples.tolist(),
        "symbols": SYMBOLS,
        "rows": rows,
        "labels": labels,
        "mean": values.mean(),
        "deviation": values.std(),
        "classWeights": compute_class_weight("balanced", classes=np.arange(5), y=labels).tolist(),
    },
    sys.stdout,
    separators=(",", ":"),
)
