#!/usr/bin/env python3
"""Cumulative distribution of each parameter of a file at fixed values.

command: python -W ignore ../../reference/sweeps_cumulative.py all_distributions.yaml > cumulative.golden.json
(sweeps 0.3.0, numpy < 2, run in tests/fixtures/sweeps)

Categorical parameters are asked by index, as W&B's engine asks itself; categories with
probabilities are left out, it cannot place them.
"""
import json
import sys

import numpy as np
import yaml
from sweeps.params import HyperParameter

VALUES = [-1.5, 0.0, 0.003, 0.01, 0.25, 0.5, 0.9, 1, 2, 3.5, 5, 6, 8.0, 100.0, 511.0]


def main():
    result = {}
    for name, config in yaml.safe_load(open(sys.argv[1]))["parameters"].items():
        parameter = HyperParameter(name, config)
        if parameter.type in (HyperParameter.CONSTANT, HyperParameter.CATEGORICAL_PROB):
            continue
        if parameter.type == HyperParameter.CATEGORICAL:
            values = list(range(len(config["values"])))
        else:
            values = [value for value in VALUES if value > 0 or "log" not in parameter.type]
        result[name] = [[value, float(parameter.cdf(np.array([value]))[0])] for value in values]
    print("{\n" + ",\n".join(f'"{name}": {json.dumps(rows)}' for name, rows in result.items()) + "\n}")


if __name__ == "__main__":
    main()
