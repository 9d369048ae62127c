#!/usr/bin/env python3
"""How W&B's agent turns a sweep's `command` and a run's parameters into arguments.

command: python sweeps_command.py > ../fixtures/sweeps/command.golden.json      (wandb 0.31.0)
"""
import json
import os

from wandb.sdk.launch.sweeps.utils import create_sweep_command, create_sweep_command_args

os.environ["SIZE_42"] = "forty two"
os.environ.pop("NOT_SET", None)
PARAMETERS = {"rate": 1e-05, "units": 64, "whole": 1.0, "flag": True, "off": False, "none": None, "text": "a b",
              "net": {"depth": 3, "drop": 0.5, "on": True, "name": "x"}, "list": [1, 2.5, "a"], "dotted.name": 1}
COMMANDS = [None, ["deno", "task", "train", "${args}"], ["${args_no_equals}"], ["${args_no_hyphens}"],
            ["${args_no_boolean_flags}"], ["${args_json}"], ["${env}", "sh", "${args_json_file}"],
            ["${args_append_hydra}", "${args_override_hydra}"], ["x", "${unknown}", "in${args}side", 7, True, 1.5],
            ["--size=${envvar:SIZE_42}", "${envvar:SIZE_42}", "${envvar:NOT_SET}-${envvar:SIZE_42}"]]


def expand(command):
    """The loop of wandb/wandb_agent.py (Agent._command_run), which is no function of its own there."""
    macros = create_sweep_command_args({"args": {key: {"value": value} for key, value in PARAMETERS.items()}})
    macros.update(interpreter=["python"], program=["train.py"], args_json_file=["/run/parameters.json"], env=["/usr/bin/env"])
    words = []
    for chunk in create_sweep_command(list(command) if command else None):
        text = str(chunk)
        words += macros.get(text[2:-1]) or [] if text.startswith("${") and text.endswith("}") else [text]
    return words


def main():
    print(json.dumps([{"command": command, "words": expand(command)} for command in COMMANDS], indent=1))


if __name__ == "__main__":
    main()
