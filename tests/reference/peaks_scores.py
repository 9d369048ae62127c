"""
Writes what wfdb-python's comparison says of made-up detections to tests/fixtures/peaks/scores.json:

    python tests/reference/peaks_scores.py      (needs wfdb; written with wfdb 4.3.1, numpy 2.4.6)
"""

import json
from pathlib import Path

import numpy as np
from wfdb.processing import compare_annotations

rate, window = 360, 54
cases = []
for seed in range(6):
    random = np.random.default_rng(seed)
    beats = np.cumsum(random.integers(100, 500, 300))
    found = beats[random.random(300) > 0.1]
    found = found + random.integers(-70, 71, len(found))
    extra = random.integers(0, beats[-1], 25)
    detections = np.unique(np.concatenate([found, extra]))
    result = compare_annotations(beats, detections, window + 1)  # it takes what is nearer than that
    cases.append({
        "beats": beats.tolist(),
        "detections": detections.tolist(),
        "found": int(result.tp),
        "missed": int(result.fn),
        "invented": int(result.fp),
    })

path = Path(__file__).parents[1] / "fixtures" / "peaks" / "scores.json"
path.write_text(json.dumps({"rate": rate, "window": window / rate, "cases": cases}) + "\n")
