"""The default models of lib/models in Keras, and the threads that TensorFlow is given."""

import os

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")

import keras
import numpy as np
import tensorflow as tf
from keras import layers


def set_threads(threads):
    tf.config.threading.set_intra_op_parallelism_threads(threads["intra"])
    tf.config.threading.set_inter_op_parallelism_threads(threads["inter"])


def versions():
    return {"keras": keras.__version__, "tensorflow": tf.__version__, "numpy": np.__version__}


def build_cnn():
    x = rows = keras.Input((187, 1), name="beat")
    for filters, kernel in ((64, 5), (128, 3), (64, 3)):
        x = layers.Conv1D(filters, kernel, padding="same")(x)
        x = layers.BatchNormalization()(x)
        x = layers.Dropout(0.1)(x)
        x = layers.ReLU()(x)
        x = layers.MaxPooling1D(2)(x)
    x = layers.Flatten()(x)
    x = layers.Dense(96, activation="relu")(x)
    x = layers.Dropout(0.1)(x)
    return keras.Model(rows, layers.Dense(5, activation="softmax")(x))


def build_lstm():
    x = rows = keras.Input((187, 1), name="beat")
    x = layers.LSTM(128, return_sequences=True, go_backwards=True)(x)
    x = layers.Dropout(0.1)(x)
    x = layers.LSTM(64)(x)
    x = layers.Dropout(0.1)(x)
    x = layers.Dense(64, activation="relu")(x)
    return keras.Model(rows, layers.Dense(5, activation="softmax")(x))


def set_known_weights(model):
    """The weights of ours/prediction.ts, so that all contenders must find the same probabilities."""
    array = 0
    for layer in model.layers:
        weights = []
        for weight in layer.weights:
            array += 1
            values = 0.1 * np.sin(np.arange(np.prod(weight.shape)) * array)
            offset = 1 if "variance" in weight.name else 0
            weights.append((values + offset).astype(np.float32).reshape(weight.shape))
        if weights:
            layer.set_weights(weights)
