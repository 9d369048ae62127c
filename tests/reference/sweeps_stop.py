#!/usr/bin/env python3
"""Which runs W&B's hyperband early termination stops, with the bands and thresholds it used.

command: python -W ignore ../../reference/sweeps_stop.py NAME.yaml RUNS.json > NAME.golden.json      with NAME, RUNS one of
  hyperband_min, hyperband_max                        hyperband_runs
  hyperband_strict_true, hyperband_strict_false       hyperband_strict_runs
  hyperband_many                                      hyperband_many_runs
(sweeps 0.3.0, numpy < 2, run with `python -W ignore` in tests/fixtures/sweeps)
"""
import json
import sys

import numpy as np
import sweeps
import yaml


def num(x):
    return repr(float(x)) if not np.isfinite(x) else x


def main():
    cfg = yaml.safe_load(open(sys.argv[1]))
    runs = [sweeps.SweepRun(**r) for r in json.load(open(sys.argv[2]))]
    stopped = sweeps.stop_runs(cfg, runs)
    info = next((r.early_terminate_info for r in runs if r.early_terminate_info), {})
    json.dump({"stop": [r.name for r in stopped], "bands": info.get("bands"),
               "thresholds": [num(t) for t in info.get("thresholds", [])], "lines": info.get("lines")},
              sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
