#!/usr/bin/env python3
"""Writes the larger cases (deterministic): a 90-run, 3-dimension bayes case and a hyperband case that stops many runs.

command: python ../../reference/sweeps_cases.py      (in tests/fixtures/sweeps; Python 3.11)
"""
import json
import math
import random

rnd = random.Random(7)
runs = []
for i in range(90):
    lr, drop, width = 10 ** rnd.uniform(-4, -1), rnd.uniform(0.0, 0.6), rnd.uniform(16.0, 128.0)
    loss = (math.log10(lr) + 2.6) ** 2 * 0.3 + (drop - 0.25) ** 2 * 2 + (width / 128 - 0.6) ** 2 + 0.2
    state = "finished" if i < 86 else "running"
    history = [{"val_loss": loss + 0.5 / (e + 1)} for e in range(5)]
    runs.append({"name": f"r{i:02d}", "state": state, "config": {"lr": {"value": lr}, "dropout": {"value": drop}, "width": {"value": width}}, "history": history})
json.dump(runs, open("bayes_large_runs.json", "w"))
json.dump([[rnd.random() for _ in range(3)] for _ in range(40)], open("bayes_large_candidates.json", "w"))
open("bayes_large.yaml", "w").write("""program: train.ts
method: bayes
metric: {name: val_loss, goal: minimize}
parameters:
  lr: {distribution: log_uniform_values, min: 0.0001, max: 0.1}
  dropout: {min: 0.0, max: 0.6}
  width: {min: 16.0, max: 128.0}
""")
runs = []
for i in range(24):
    n = rnd.randint(1, 30)
    level = rnd.uniform(0, 1)
    history = [{"acc": round(1 - level - 0.6 / (e + 1) + rnd.uniform(-0.02, 0.02), 4)} if rnd.random() > 0.1 else {"lr": 0.1} for e in range(n)]
    runs.append({"name": f"h{i:02d}", "state": "running" if i % 3 else "finished", "config": {"lr": {"value": level}}, "history": history})
json.dump(runs, open("hyperband_many_runs.json", "w"))
open("hyperband_many.yaml", "w").write("""program: train.ts
method: random
metric: {name: acc, goal: maximize}
early_terminate: {type: hyperband, min_iter: 3, eta: 3}
parameters: {lr: {min: 0.0, max: 1.0}}
""")
