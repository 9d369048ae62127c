"""Small models in the file format of Keras 2 (HDF5), with its outputs, for tests/models/keras/read_keras_h5_test.ts.

Run in the folder of the project, with tf_keras 2.21.0 (Keras 2 as it goes on), TensorFlow 2.21.0 and NumPy 2.4.6:
    python tests/reference/keras_h5_cases.py

Writes tests/fixtures/models/keras/h5/NAME.h5 and cases.json: for each case its input and its output, {"input": {"shape",
"values"}, "output": {"shape", "values"}}. All weights are random.
"""

import json
import os
import pathlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import numpy as np
import tf_keras as keras
from tf_keras import layers as L

FOLDER = pathlib.Path("tests/fixtures/models/keras/h5")
ROWS, STEPS, LEADS = 3, 12, 2


def chain(*layers):
    return keras.Sequential([keras.Input((STEPS, LEADS)), *layers, L.Flatten(), L.Dense(3, activation="softmax")])


def without_input():
    """As older programs write it: the first layer says what goes in."""
    first = L.Conv1D(4, 3, activation="relu", input_shape=(STEPS, LEADS))
    return keras.Sequential([first, L.MaxPooling1D(2), L.Dropout(0.2), L.Flatten(), L.Dense(3, activation="softmax")])


def residual():
    i = keras.Input((STEPS, LEADS))
    a = L.ReLU()(L.BatchNormalization()(L.Conv1D(4, 3, padding="same")(i)))
    b = L.LeakyReLU(0.2)(L.Conv1D(4, 3, padding="same", kernel_regularizer="l2")(a))
    x = L.Concatenate()([L.Add()([a, b]), L.Multiply()([a, b])])
    return keras.Model(i, L.Dense(3, activation="softmax")(L.GlobalAveragePooling1D()(x)))


def nested():
    i = keras.Input((STEPS, LEADS))
    inner = keras.Sequential([keras.Input((STEPS, LEADS)), L.Conv1D(3, 3), L.BatchNormalization()])
    return keras.Model(i, L.Dense(3)(L.Flatten()(inner(i))))


CASES = {
    "without_input": without_input,
    "residual": residual,
    "recurrent": lambda: chain(
        L.LSTM(3, return_sequences=True), L.Bidirectional(L.GRU(2, return_sequences=True)), L.GRU(2, reset_after=False)
    ),
    "nested": nested,
    "convolutions": lambda: chain(L.SeparableConv1D(4, 3), L.PReLU(shared_axes=[1]), L.Conv1D(3, 3, padding="causal")),
    "attention": lambda: chain(L.TimeDistributed(L.Dense(3)), L.LayerNormalization(), L.SimpleRNN(2, return_sequences=True)),
}


def as_json(array):
    return {"shape": list(array.shape), "values": [float(f"{value:.8g}") for value in np.ravel(array).astype("float64")]}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    x = np.random.default_rng(3).normal(0, 1, (ROWS, STEPS, LEADS)).astype("float32")
    golden = {}
    for name, build in CASES.items():
        keras.utils.set_random_seed(1)
        generator = np.random.default_rng(7)
        model = build()
        model.set_weights(
            [
                generator.uniform(0.5, 2, weight.shape) if "variance" in weight.name else generator.normal(0, 0.5, weight.shape)
                for weight in model.weights
            ]
        )
        model.save(FOLDER / f"{name}.h5")
        golden[name] = {"input": as_json(x), "output": as_json(model(x).numpy())}
    (FOLDER / "cases.json").write_text(json.dumps({"keras": keras.__version__, "cases": golden}) + "\n")


if __name__ == "__main__":
    main()
