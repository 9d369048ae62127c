#!/usr/bin/env python3
"""Golden ranks, correlation ratios of ranks and rank correlations.

command: python ../../reference/sweeps_importance.py > importance.golden.json
(scipy 1.17.1, numpy 2.4.6, in tests/fixtures/sweeps)

Prints JSON: runs with two categories and a continuous parameter, results with ties and a far
outlier, and what scipy says of them: rankdata, kruskal's H / (n - 1), spearmanr.
"""
import json

import numpy as np
from scipy.stats import kruskal, rankdata, spearmanr

rng = np.random.default_rng(7)
n = 37
units = rng.integers(0, 3, n)
cell = rng.integers(0, 2, n)
rate = np.exp(rng.uniform(np.log(1e-4), np.log(1e-2), n))
results = np.round(np.abs(np.log(rate / 2e-3)) * 0.2 + 0.1 * units + 0.05 * rng.normal(size=n), 2)
results[5] = 1e6


def share(groups):
    parts = [results[groups == g] for g in np.unique(groups)]
    return kruskal(*parts).statistic / (n - 1)


quarters = np.floor((rankdata(rate) - 0.5) / n * 4).astype(int)
print(json.dumps({
    "units": units.tolist(),
    "cell": cell.tolist(),
    "rate": rate.tolist(),
    "results": results.tolist(),
    "ranks": rankdata(results).tolist(),
    "share": {"units": share(units), "cell": share(cell), "rate": share(quarters)},
    "correlation": {"units": spearmanr(units, results).statistic, "rate": spearmanr(rate, results).statistic},
}, indent=1))
