#!/usr/bin/env python3
"""Golden numbers for the deterministic core of the bayes search: unit-cube X, the GP fit, and the
expected improvement at fixed candidate points (no randomness left, unlike propose.py).

commands, for NAME = bayes, bayes_smooth and bayes_large:
  python -W ignore ../../reference/sweeps_gaussian_process.py NAME.yaml NAME_runs.json NAME_candidates.json > NAME.golden.json
(sweeps 0.3.0, numpy < 2, run with `python -W ignore` in tests/fixtures/sweeps; candidates: rows in [0,1]^d)
"""
import json
import sys

import numpy as np
import sweeps
import yaml
from scipy.stats import norm
from sweeps import bayes_search as bs


def main():
    cfg = bs.bayes_baseline_validate_and_fill(yaml.safe_load(open(sys.argv[1])))
    runs = [sweeps.SweepRun(**r) for r in json.load(open(sys.argv[2]))]
    cand = np.array(json.load(open(sys.argv[3])), dtype=float)
    params, X, cur, y, _ = bs._construct_gp_data(runs, cfg)
    X, y = bs.filter_nans(np.array(X), np.array(y))
    gp, mean, std = bs.train_gaussian_process(X, y, current_X=cur if len(cur) else None)
    mu, cov = gp.predict(cand, return_cov=True)
    sd = np.sqrt(np.diag(cov))
    best = (y.min() - mean) / std
    z = (best - mu) / (sd + bs.STD_NUMERICAL_STABILITY_EPSILON)
    ei = (best - mu) * norm.cdf(z) + sd * norm.pdf(z)
    json.dump({"dims": [p.name for p in params.searchable_params], "X": X.tolist(), "y": y.tolist(),
               "running": np.asarray(cur).tolist(), "length_scale": float(gp.kernel_.length_scale),
               "y_mean": float(mean), "y_std": float(std), "mu": mu.tolist(), "sd": sd.tolist(),
               "ei": ei.tolist(), "argmax": int(ei.argmax())}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
