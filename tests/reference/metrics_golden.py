"""Golden numbers for tests/metrics, from scikit-learn, SciPy and statsmodels.

    python tests/reference/metrics_golden.py > tests/fixtures/metrics/golden.json

Made with Python 3.11, numpy 2.4.6, scikit-learn 1.9.1, scipy 1.17.1, statsmodels 0.15.0.
"""

import json
import warnings

import numpy as np
from sklearn import metrics

warnings.simplefilter("ignore")
rng = np.random.default_rng(20030301)
CLASSES = 5


def numbers(values):
    """Plain lists for JSON; infinity as the string the tests turn back."""
    return ["Infinity" if np.isinf(v) else float(v) for v in np.asarray(values, dtype=float)]


def classifier(rows, shares, skill):
    """Made-up actual classes and probabilities, rounded so that many scores are tied."""
    actual = rng.choice(CLASSES, size=rows, p=shares)
    logits = rng.normal(size=(rows, CLASSES)) + skill * np.eye(CLASSES)[actual]
    exponents = np.exp(logits)
    probabilities = exponents / exponents.sum(axis=1, keepdims=True)
    probabilities = np.round(probabilities, 2)
    probabilities[:, 0] += 1 - probabilities.sum(axis=1)
    return actual, np.abs(np.round(probabilities, 2))


def report(actual, predicted, labels):
    scores = metrics.classification_report(
        actual, predicted, labels=labels, output_dict=True, zero_division=0)
    macro, weighted = scores["macro avg"], scores["weighted avg"]
    return {
        "accuracy": metrics.accuracy_score(actual, predicted),
        "macroPrecision": macro["precision"], "macroRecall": macro["recall"], "macroF1": macro["f1-score"],
        "weightedPrecision": weighted["precision"], "weightedRecall": weighted["recall"],
        "weightedF1": weighted["f1-score"],
        "classes": [{"precision": scores[str(c)]["precision"], "recall": scores[str(c)]["recall"],
                     "f1": scores[str(c)]["f1-score"], "support": scores[str(c)]["support"]} for c in labels],
    }


def roc(positives, scores):
    x, y, thresholds = metrics.roc_curve(positives, scores)
    return {"x": numbers(x), "y": numbers(y), "thresholds": numbers(thresholds),
            "area": float(metrics.roc_auc_score(positives, scores))}


def precision_recall(positives, scores):
    y, x, thresholds = metrics.precision_recall_curve(positives, scores, drop_intermediate=True)
    return {"x": numbers(x[::-1]), "y": numbers(y[::-1]),
            "thresholds": ["Infinity", *numbers(thresholds[::-1])],
            "area": float(metrics.average_precision_score(positives, scores))}


def case(rows, shares, skill):
    actual, probabilities = classifier(rows, shares, skill)
    predicted = probabilities.argmax(axis=1)
    labels = list(range(CLASSES))
    present = [c for c in labels if (actual == c).any()]
    return {
        "actual": actual.tolist(), "predicted": predicted.tolist(),
        "probabilities": probabilities.ravel().tolist(),
        "confusion": metrics.confusion_matrix(actual, predicted, labels=labels).tolist(),
        "report": report(actual, predicted, labels),
        "reportOfFour": report(actual, predicted, labels[:4]),
        "roc": {str(c): roc(actual == c, probabilities[:, c]) for c in present},
        "precisionRecall": {str(c): precision_recall(actual == c, probabilities[:, c]) for c in present},
    }


golden = {
    "balanced": case(200, [0.2] * 5, 1.5),
    "rare": case(300, [0.83, 0.03, 0.06, 0.01, 0.07], 2.5),
    "absent": case(60, [0.5, 0.3, 0.2, 0.0, 0.0], 1.0),
    "perfect": case(80, [0.4, 0.3, 0.1, 0.1, 0.1], 60.0),
}
print(json.dumps(golden, separators=(",", ":")))
