#!/usr/bin/env python3
"""Golden quantiles and samples per distribution.

command: python -W ignore ../../reference/sweeps_quantiles.py all_distributions.yaml > quantiles.golden.json
(sweeps 0.3.0, numpy < 2, run with `python -W ignore` in tests/fixtures/sweeps)

Prints JSON: for each parameter its inferred schema name, the values at fixed u in [0,1] (exact
inverse-CDF pins), and N-sample quantiles drawn with random.seed(1234).
"""
import json
import random
import sys

import numpy as np
import yaml
from sweeps.params import HyperParameter

U = [0.0, 1e-6, 0.01, 0.1, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 0.9, 0.99, 1 - 1e-6, 1.0]


def plain(x):
    if isinstance(x, (np.ndarray, np.generic)):
        x = x.tolist()
    if isinstance(x, float) and not np.isfinite(x):
        return repr(x)
    return x


def main():
    doc = yaml.safe_load(open(sys.argv[1]))
    params = doc.get("parameters", doc)
    n = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
    out = {}
    for name, cfg in params.items():
        hp = HyperParameter(name, cfg)
        row = {"schema": hp.type, "filled": hp.config, "ppf": [[u, plain(hp.ppf(u))] for u in U]}
        random.seed(1234)
        xs = [plain(hp.sample()) for _ in range(n)]
        row["first5"] = xs[:5]
        if all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in xs):
            qs = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
            row["quantiles"] = dict(zip(map(str, qs), np.quantile(xs, qs).tolist()))
        else:
            keys, counts = np.unique([json.dumps(x) for x in xs], return_counts=True)
            row["counts"] = dict(zip(keys.tolist(), counts.tolist()))
        out[name] = row
    json.dump(out, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
