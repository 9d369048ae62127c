"""Prints the seconds that it takes to import Keras and wfdb."""

import time

start = time.perf_counter()
import keras  # noqa: E402, F401
import wfdb  # noqa: E402, F401

print(time.perf_counter() - start)
