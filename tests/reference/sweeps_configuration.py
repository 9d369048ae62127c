#!/usr/bin/env python3
"""W&B's verdict on sweep files, good and bad: its messages, none for a good file.

command: python -W ignore sweeps_configuration.py > ../fixtures/sweeps/configuration.golden.json
(sweeps 0.3.0, PyYAML 6.0.3)
"""
import json

import yaml
from sweeps.config import schema_violations_from_proposed_config

P = "parameters: {x: {values: [1, 2]}}"
PARAMETERS = """{value: 1}
{value: null}
{values: []}
{values: [1, a, 2.5, null]}
{values: [a, b], probabilities: [0.5, 0.5]}
{values: [a, b], probabilities: [0.5, 0.4]}
{values: [a, b], probabilities: [1.0]}
{values: [a, b], probabilities: [1.5, -0.5]}
{values: [a], distribution: categorical}
{values: [a], distribution: constant}
{values: [a, b], probabilities: [0.5, 0.5], distribution: categorical}
{min: 1, max: 2}
{min: 1, max: 2.5}
{min: 1.0, max: 2.0}
{min: 1.0, max: 2.0, distribution: int_uniform}
{min: 2, max: 1}
{min: 2.0, max: 2.0}
{min: 1}
{min: a, max: b}
{min: 0, max: 1, distribution: log_uniform_values}
{min: 0.1, max: 1, distribution: log_uniform_values}
{min: -3, max: 0, distribution: log_uniform}
{min: -3, max: 0, distribution: q_log_uniform, q: 2}
{min: -3, max: 0, distribution: inv_log_uniform}
{min: 1, max: 100, distribution: q_log_uniform_values, q: 8}
{min: 1, max: 100, distribution: q_uniform, q: 0}
{min: 1, max: 100, distribution: q_uniform, step: 2}
{distribution: normal}
{distribution: normal, mu: 1, sigma: -1}
{mu: 1, sigma: 2}
{distribution: q_normal, mu: 1, sigma: 2, q: 0.5}
{distribution: beta, a: 2, b: -1}
{distribution: q_beta, a: 2, b: 1}
{distribution: gamma, a: 2}
{}
{parameters: {y: {value: 1}}}
{parameters: {y: {parameters: {z: {min: 0.0, max: 1.0}}}}}
{parameters: {}}
{parameters: {y: {value: 1}}, value: 3}
{parameters: {y: {min: 1}}}""".split("\n")
FILES = [P, "method: grid\n" + P, "method: best\n" + P, "method: grid", "method: grid\nparameters: {}", "method: grid\nparameters: [1]",
         "method: grid\nparameters: {1a: {value: 2}}", "method: grid\nparameters: {a-b.c: {value: 2}}", "method: grid\nextra: 1\n" + P]
REST = """metric: {name: loss}
metric: {goal: minimize}
metric: {name: loss, goal: min}
metric: {name: loss, goal: maximize, target: 0.5, impute: best, impute_while_running: "false"}
metric: {name: loss, target: low}
metric: {name: loss, impute: none}
metric: {name: loss, other: 1}
metric: loss
metrics: [{name: a}, {name: b}]
run_cap: 0
run_cap: 3
run_cap: 3.5
name: 7
name: seven
apiVersion: "1"
kind: sweep
kind: job
controller: {type: local}
controller: {type: moon}
controller: {}
job: entity/project/job
image_uri: image
entity: me
project: it
description: text
program: train.py
command: [a, "${args}"]
command: python train.py
scheduler: {engine: wandb}
scheduler: {engine: other}
early_terminate: {type: hyperband, min_iter: 3}
early_terminate: {type: hyperband, min_iter: 0}
early_terminate: {type: hyperband, max_iter: 27, s: 2}
early_terminate: {type: hyperband, max_iter: 27}
early_terminate: {type: hyperband, min_iter: 3, eta: 1}
early_terminate: {type: hyperband, min_iter: 3, eta: 2, strict: maybe}
early_terminate: {type: envelope}
early_terminate: {type: hyperband, min_iter: 3, other: 2}""".split("\n")


def main():
    files = FILES + ["method: random\nparameters: {x: %s}" % text for text in PARAMETERS]
    files += ["method: random\n" + text + "\n" + P for text in REST]
    rows = []
    for text in files:
        try:
            messages = schema_violations_from_proposed_config(yaml.safe_load(text))
        except Exception as error:
            messages = [f"{type(error).__name__}: {error}"]
        rows.append({"file": text, "violations": messages})
    print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")


if __name__ == "__main__":
    main()
