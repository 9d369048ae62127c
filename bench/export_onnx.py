"""
Writes a model as Keras exports it to ONNX: export_onnx.py PATH [MODEL.keras]

Without a file of Keras it is the benchmark's CNN with known weights.
"""

import sys

import numpy as np

if not hasattr(np, "object"):  # tf2onnx still names it
    np.object = object

from keras_models import build_cnn, keras, set_known_weights

path, *files = sys.argv[1:]
model = keras.models.load_model(files[0]) if files else build_cnn()
model(np.zeros((1, 187, 1), np.float32))  # Keras exports only a model that was called
if not files:
    set_known_weights(model)
model.export(path, format="onnx", verbose=False)
