"""Prints the seconds from a model that is built to the end of its first training step."""

import json
import sys
import time

import numpy as np
from keras_models import build_cnn, build_lstm, keras, set_threads

options = json.loads(sys.argv[1])
set_threads(options["threads"])
model = build_cnn() if options["model"] == "cnn" else build_lstm()
values = (np.sin(np.arange(128 * 187)) ** 2).astype(np.float32).reshape(128, 187, 1)
classes = np.arange(128) % 5

start = time.perf_counter()
model.compile(
    optimizer=keras.optimizers.Adam(1e-3),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
    jit_compile="auto",
)
model.train_on_batch(values, classes)
print(time.perf_counter() - start)
