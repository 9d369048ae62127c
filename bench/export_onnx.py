"""Writes the CNN with known weights as Keras exports it to ONNX: export_onnx.py PATH"""

import sys

import numpy as np

if not hasattr(np, "object"):  # tf2onnx still names it
    np.object = object

from keras_models import build_cnn, set_known_weights

model = build_cnn()
model(np.zeros((1, 187, 1), np.float32))  # Keras exports only a model that was called
set_known_weights(model)
model.export(sys.argv[1], format="onnx", verbose=False)
