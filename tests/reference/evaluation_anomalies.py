"""Golden numbers for principal components and areas under the ROC curve, with NumPy and SciPy.

    python tests/reference/evaluation_anomalies.py

Writes tests/fixtures/evaluation/anomalies.json.
"""

import json
import pathlib

import numpy as np
from scipy.stats import mannwhitneyu

RESULT = pathlib.Path("tests/fixtures/evaluation/anomalies.json")


def components(rng):
    """Rows whose variance falls from direction to direction, and what two components leave of them."""
    scales = np.array([4, 2, 1, 0.5, 0.25, 0.1])
    rotation, _ = np.linalg.qr(rng.normal(size=(6, 6)))
    rows = (rng.normal(size=(40, 6)) * scales @ rotation + rng.normal(size=6)).astype(np.float32)
    centred = rows.astype(float) - rows.mean(0, dtype=float)
    _, _, directions = np.linalg.svd(centred, full_matrices=False)
    kept = centred @ directions[:2].T @ directions[:2] + rows.mean(0, dtype=float)
    return {
        "rows": rows.ravel().tolist(),
        "components": directions[:2].tolist(),
        "errors": ((kept - rows) ** 2).mean(1).tolist(),
    }


def area(positives, scores):
    return mannwhitneyu(scores[positives], scores[~positives]).statistic / (
        positives.sum() * (~positives).sum()
    )


def areas(rng):
    """Scores of rows of four groups, with ties, and the areas of some resamples of the groups."""
    groups = rng.integers(0, 4, 60)
    positives = rng.random(60) < 0.4
    scores = np.round(rng.normal(size=60) + positives, 1)
    other = np.round(rng.normal(size=60) + 0.5 * positives, 1)
    drawn = [[0, 1, 2, 3], [0, 0, 1, 3], [2, 2, 2, 1], [3, 1, 1, 0]]
    found = []
    for choice in drawn:
        rows = np.concatenate([np.flatnonzero(groups == group) for group in choice])
        found.append([area(positives[rows], scores[rows]), area(positives[rows], other[rows])])
    return {
        "groups": groups.tolist(),
        "positives": positives.astype(int).tolist(),
        "scores": scores.tolist(),
        "other": other.tolist(),
        "drawn": drawn,
        "areas": found,
    }


rng = np.random.default_rng(1)
RESULT.write_text(json.dumps({"components": components(rng), "areas": areas(rng)}) + "\n")
