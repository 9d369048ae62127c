#!/usr/bin/env python3
"""What W&B's `sweeps` engine proposes next.

command: python -W ignore ../../reference/sweeps_propose.py grid_nested.yaml none.json > grid_nested.golden.jsonl
(sweeps 0.3.0, numpy < 2, run with `python -W ignore` in tests/fixtures/sweeps)

arguments: sweep.yaml [runs.json] [n=all for grid, 1 otherwise] [seed=0]
runs.json: [{"name":..,"state":"finished|running|failed|..","config":{"lr":{"value":..}},
             "history":[{metric:..},..],"summary_metrics":{metric:..}}]
Prints one JSON line per proposal ({"config":..,"search_info":..}); `null` = grid exhausted.
"""
import json
import random
import sys

import numpy as np
import sweeps
import yaml


def plain(o):
    if isinstance(o, (np.ndarray, np.generic)):
        return o.tolist()
    raise TypeError(type(o))


def main():
    cfg = yaml.safe_load(open(sys.argv[1]))
    runs = [sweeps.SweepRun(**r) for r in json.load(open(sys.argv[2]))] if len(sys.argv) > 2 else []
    n = int(sys.argv[3]) if len(sys.argv) > 3 else (100000 if cfg["method"] == "grid" else 1)
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    random.seed(seed)
    np.random.seed(seed)
    for r in sweeps.next_runs(cfg, runs, n=n):  # validate=True would drop nested parameters (sweeps 0.3.0)
        print(json.dumps(None if r is None else {"config": r.config, "search_info": r.search_info}, default=plain))


if __name__ == "__main__":
    main()
