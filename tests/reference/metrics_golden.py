"""Golden numbers for tests/metrics, from scikit-learn, SciPy and statsmodels.

    python tests/reference/metrics_golden.py > tests/fixtures/metrics/golden.json

Made with Python 3.11, numpy 2.4.6, scikit-learn 1.9.1, scipy 1.17.1, statsmodels 0.15.0 (with patsy 1.0).
"""

import json
import warnings

import numpy as np
from scipy import optimize, special, stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from statsmodels.stats.contingency_tables import mcnemar

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


def agreement(actual, predicted):
    """Kappa and j-kappa; the latter from scikit-learn's parts by its published formula."""
    labels = list(range(CLASSES))
    recall = metrics.recall_score(actual, predicted, labels=labels, average=None, zero_division=0)
    precision = metrics.precision_score(actual, predicted, labels=labels, average=None, zero_division=0)
    kappa = metrics.cohen_kappa_score(actual, predicted)
    return {"kappa": kappa, "jKappa": 0.5 * kappa + 0.125 * (recall[1] + recall[2] + precision[1] + precision[2])}


def multiply_with_carry(seed):
    """A generator that is easily written in any language: z = 36969 (z mod 2^16) + z / 2^16, over 2^32."""
    z = seed
    while True:
        z = (36969 * (z & 65535) + (z >> 16)) & 0xFFFFFFFF
        yield z / 2**32


def percentile_interval(hits, resamples, groups=None):
    """Percentile interval of a share by hand, and SciPy's own from its own random numbers."""
    draws = multiply_with_carry(12345)
    pool = [np.array([i]) for i in range(len(hits))]
    if groups is not None:
        pool = [np.flatnonzero(groups == g) for g in dict.fromkeys(groups.tolist())]
    scores = []
    for _ in range(resamples):
        rows = np.concatenate([pool[int(next(draws) * len(pool))] for _ in pool])
        scores.append(hits[rows].mean())
    low, high = np.quantile(scores, [0.05, 0.95])
    return {"estimate": hits.mean(), "low": low, "high": high, "deviation": np.std(scores, ddof=1)}


def scipy_interval(hits):
    result = stats.bootstrap((hits,), np.mean, confidence_level=0.9, method="percentile",
                             n_resamples=20000, rng=np.random.default_rng(1))
    low, high = result.confidence_interval
    return {"low": low, "high": high, "deviation": result.standard_error}


def bootstrap():
    hits = (rng.random(80) < 0.8).astype(float)
    groups = rng.integers(0, 9, size=80)
    return {"hits": hits.tolist(), "groups": groups.tolist(), "resamples": 200,
            "rows": percentile_interval(hits, 200), "grouped": percentile_interval(hits, 200, groups),
            "scipy": scipy_interval(hits)}


def mc_nemar(only_first, only_second):
    table = [[50, only_first], [only_second, 7]]
    exact = mcnemar(table, exact=True)
    return {"onlyFirst": only_first, "onlySecond": only_second, "exactP": float(exact.pvalue)}


def temper(probabilities, temperature):
    return special.softmax(np.log(np.maximum(probabilities, 1e-30)) / temperature, axis=1)


def calibration(rows, sharpening):
    """A classifier whose confidence is off by a temperature, and what mends it."""
    actual, _ = classifier(rows, [0.6, 0.1, 0.1, 0.1, 0.1], 0)
    logits = rng.normal(size=(rows, CLASSES)) + 2 * np.eye(CLASSES)[actual]
    probabilities = np.round(special.softmax(sharpening * logits, axis=1), 6)
    probabilities[:, 0] = np.round(1 - probabilities[:, 1:].sum(axis=1), 6)
    confidences = probabilities.max(axis=1)
    correct = probabilities.argmax(axis=1) == actual
    accuracy, confidence = calibration_curve(correct, confidences, n_bins=15, strategy="uniform")
    bins = np.searchsorted(np.linspace(0, 1, 16)[1:-1], confidences)
    counts = np.bincount(bins, minlength=15)
    gaps = np.abs(accuracy - confidence) * counts[counts > 0]

    def loss(log_temperature):
        tempered = temper(probabilities, np.exp(log_temperature))
        return -np.log(tempered[np.arange(rows), actual]).mean()

    best = optimize.minimize_scalar(loss, bounds=(-4, 4), method="bounded", options={"xatol": 1e-10})
    temperature = float(np.exp(best.x))
    return {"actual": actual.tolist(), "probabilities": probabilities.ravel().tolist(),
            "counts": counts.tolist(), "accuracy": numbers(accuracy), "confidence": numbers(confidence),
            "expectedError": gaps.sum() / rows,
            "logLoss": metrics.log_loss(actual, probabilities, labels=range(CLASSES)),
            "temperature": temperature,
            "tempered": numbers(temper(probabilities, temperature).ravel()[:50])}


cases = {
    "balanced": case(200, [0.2] * 5, 1.5),
    "rare": case(300, [0.83, 0.03, 0.06, 0.01, 0.07], 2.5),
    "absent": case(60, [0.5, 0.3, 0.2, 0.0, 0.0], 1.0),
    "perfect": case(80, [0.4, 0.3, 0.1, 0.1, 0.1], 60.0),
}
golden = {
    **cases,
    "agreement": {name: agreement(c["actual"], c["predicted"]) for name, c in cases.items()},
    "bootstrap": bootstrap(),
    "mcNemar": [mc_nemar(*pair) for pair in [(10, 4), (1, 0), (0, 9), (25, 60), (300, 410), (2, 900)]],
    "calibration": {"sure": calibration(150, 2.5), "modest": calibration(150, 0.4)},
}
print(json.dumps(golden, separators=(",", ":")))
