"""The contender's side of the benchmark: it tells that it is warm, then runs as often as it is told to."""

import json
import os
import sys
import time

_answers = os.fdopen(os.dup(1), "w", buffering=1)
sys.stdout = sys.stderr  # what libraries print is no answer


def worker_options():
    """What the program was started with: one argument of JSON."""
    return json.loads(sys.argv[1])


def tell(message):
    """Writes one line of JSON."""
    _answers.write(json.dumps(message) + "\n")


def answer_runs(ready, run):
    """`run` returns what is to be told beside its seconds, or None."""
    tell(ready)
    for _ in sys.stdin:
        start = time.perf_counter()
        result = run()
        tell({"seconds": time.perf_counter() - start, **(result or {})})
