"""Signals at other rates as SciPy has them. Run from the repository's root:

    python tests/reference/beats_resample.py > tests/fixtures/beats/resample.json

with numpy 2 and SciPy 1.17. The ends are left out: there SciPy takes the signal to be zero or a line.
"""

import json
import sys

import numpy as np
from scipy.signal import resample_poly

rng = np.random.default_rng(3)
cases = []
for rate, up, down in [(128, 45, 16), (250, 36, 25), (500, 18, 25), (1000, 9, 25), (257, 360, 257)]:
    signal = np.cumsum(rng.integers(-20, 21, 400))
    out = resample_poly(signal.astype(float), up, down, window=("kaiser", 5.0))
    cases.append({"rate": rate, "signal": signal.tolist(), "resampled": np.round(out, 9).tolist()})
json.dump(cases, sys.stdout)
