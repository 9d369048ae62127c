"""Scores by patient as scikit-learn has them, of made-up predictions. Run from the repository's root:

    python tests/reference/evaluation_patients.py > tests/fixtures/evaluation/patients.json

with numpy 2 and scikit-learn 1.7 or newer.
"""

import json

import numpy as np
from sklearn.metrics import accuracy_score, cohen_kappa_score, f1_score, precision_score, recall_score

CLASS = {"N": 0, "L": 0, "e": 0, "j": 0, "A": 1, "J": 1, "V": 2, "E": 2, "F": 3, "/": 4, "Q": 4}
SYMBOLS = list(CLASS)
SHARES = np.array([40, 10, 3, 4, 6, 2, 12, 1, 5, 2, 3], float)

rng = np.random.default_rng(7)
rows = []
for record in ["100", "202", "213", "232"]:
    shares = SHARES.copy()
    if record == "232":
        shares[4] = 60
    if record == "213":
        shares[8] = 40
    for symbol in rng.choice(SYMBOLS, 150, p=shares / shares.sum()):
        said = CLASS[symbol] if CLASS[symbol] < 4 and rng.random() < 0.7 else rng.integers(4)
        rows.append([record, str(symbol), int(said)])


def scores(rows, classes, label_of=CLASS):
    kept = [(label_of[s], p) for _, s, p in rows if label_of[s] < classes]
    y, p = map(np.array, zip(*kept))
    labels = list(range(classes))
    se = recall_score(y, p, labels=labels, average=None, zero_division=0)
    pp = precision_score(y, p, labels=labels, average=None, zero_division=0)
    f1 = f1_score(y, p, labels=labels, average=None, zero_division=0)
    kappa = cohen_kappa_score(y, p, labels=labels)
    return {
        "beats": len(y),
        "accuracy": accuracy_score(y, p),
        "macroF1": f1.mean(),
        "kappa": kappa,
        "jKappa": 0.5 * kappa + 0.125 * (se[1] + se[2] + pp[1] + pp[2]),
        "meanAccuracy": np.mean([np.mean((y == c) == (p == c)) for c in labels]),
        "sensitivity": list(se),
        "positivePredictivity": list(pp),
        "f1": list(f1),
    }


def lenient(rows, letter, excused):
    """One class against the others, without the false positives that ANSI/AAMI EC57 excuses."""
    kept = [(CLASS[s] == letter, p == letter) for _, s, p in rows if not (p == letter and CLASS[s] in excused)]
    y, p = map(np.array, zip(*kept))
    return {
        "sensitivity": recall_score(y, p),
        "positivePredictivity": precision_score(y, p),
        "f1": f1_score(y, p),
    }


own = [row for row in rows if row[0] != "202"]
json.dump(
    {
        "rows": rows,
        "plain": scores(own, 4),
        "five": scores(own, 5),
        "escapes": scores(own, 4, {**CLASS, "e": 1, "j": 1}),
        "with202": scores(rows, 4),
        "without232": scores([row for row in own if row[0] != "232"], 4),
        "without213": scores([row for row in own if row[0] != "213"], 4),
        "lenientS": lenient(own, 1, [4]),
        "lenientV": lenient(own, 2, [3, 4]),
    },
    __import__("sys").stdout,
)
