#!/usr/bin/env python3
"""What PyYAML makes of plain scalars: the type and the value. W&B reads sweep files with PyYAML.

command: python sweeps_yaml.py > ../fixtures/sweeps/yaml.golden.json      (PyYAML 6.0.3)
"""
import json

import yaml

TEXTS = """1 -1 +1 0 00 017 0o17 0b11 0x1F 1_000 1:30 1:30.5 190:20:30 1.0 -1.5 +1.5 1. .5 -.5 +.5 1e-4 1E5 1e5 1.0e-4
1.0e4 1.0e+4 1.5E-3 12e03 1_0.0 .e1 . .inf -.inf +.inf .Inf .INF .nan .NaN .NAN inf nan 0.0 -0.0 1.7976931348623157e+308
yes no Yes No YES NO on off On Off ON OFF true false True False TRUE FALSE y n Y N t f ~ null Null NULL none None
text 1.2.3 1e 0x 08 09 0_ _1 1__0 3d 1-2 1+2""".split()


def main():
    rows = []
    for text in TEXTS:
        value = yaml.safe_load(text)
        shown = repr(value) if isinstance(value, float) else value
        rows.append([text, type(value).__name__, shown])
    print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")


if __name__ == "__main__":
    main()
