#!/usr/bin/env python3
"""How Python prints values: str(), repr() of floats and json.dumps().

command: python sweeps_python_text.py > ../fixtures/sweeps/python_text.golden.json      (Python 3.11)

A row holds the value as JSON in which a float is {"float": repr}, then str() and json.dumps() of it.
"""
import json
import random
import struct

RANDOM = random.Random(1)
FLOATS = [0.0, -0.0, 1.0, -1.5, 1e-5, 1e-4, 0.00012345, 123456.0, 1e15, 1e16, 1.5e16, 1e22, 5e-324, 1.7976931348623157e308,
          0.1 + 0.2, 1 / 3, 2 / 3 * 1e-4, float("inf"), float("-inf"), float("nan")]
FLOATS += [(RANDOM.random() - 0.5) * 10 ** RANDOM.randint(-30, 30) for _ in range(300)]
VALUES = [None, True, False, 0, 7, -12, "", "adam", "it's", 'say "hi"', 'both \' and "', "tab\tnew\nline\\", "é ☃", "\x01",
          [], {}, [1, 2.0, None, "a", True], {"depth": 3, "rate": 1e-05, "name": "x", "list": [1.0], "on": False}]


def plain(value):
    if isinstance(value, float):
        return {"float": repr(value)}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def main():
    rows = [[plain(value), str(value), json.dumps(value)] for value in FLOATS + VALUES]
    print("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]")


if __name__ == "__main__":
    main()
