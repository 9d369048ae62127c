"""Conformal prediction sets by class as crepes gives them, for tests/metrics/probabilities/conformal_test.ts.

    python tests/reference/metrics_conformal.py > tests/fixtures/metrics/conformal.json

A class is in a set where its p-value among the calibration rows of that class is above 1 less the coverage. Made with
crepes 0.9.1, numpy 2.4.6.
"""
import json
import sys

import numpy
from crepes import ConformalClassifier
from crepes.extras import hinge

CLASSES = 4
rng = numpy.random.default_rng(90)


def rows(count, shares):
    labels = rng.choice(CLASSES, size=count, p=shares)
    logits = rng.normal(size=(count, CLASSES)) + 1.5 * numpy.eye(CLASSES)[labels]
    exponents = numpy.exp(logits)
    # Parts of 256 are exact in binary: 1 less a probability rounds nothing. Many are tied.
    return labels, numpy.round(exponents / exponents.sum(axis=1, keepdims=True) * 256) / 256


cases = []
for coverage in [0.5, 0.8, 0.9, 0.95]:
    labels, probabilities = rows(400, [0.8, 0.12, 0.05, 0.03])
    _, others = rows(60, [0.4, 0.3, 0.2, 0.1])
    sets = []
    classifier = ConformalClassifier()
    classes = numpy.arange(CLASSES)
    classifier.fit(hinge(probabilities, classes, labels), bins=labels)
    bins = numpy.tile(classes, (len(others), 1))
    for row, own in zip(hinge(others), bins):
        values = [
            classifier.predict_p(numpy.array([[row[k]]]), bins=numpy.array([k]), smoothing=False).item() for k in own
        ]
        # Above, as in Vovk, Gammerman and Shafer; crepes' own sets hold p-values that equal the limit too.
        sets.append([int(k) for k in own if round(values[k] - (1 - coverage), 9) > 0])
    cases.append({
        "coverage": coverage,
        "labels": labels.tolist(),
        "probabilities": probabilities.ravel().tolist(),
        "others": others.ravel().tolist(),
        "sets": sets,
    })
json.dump(cases, sys.stdout)
