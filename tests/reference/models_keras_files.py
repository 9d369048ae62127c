"""Golden files for lib/models/keras: small models as real Keras stores them, with inputs and outputs.

Run once for each version, the newest last, in the folder of the project:
    python tests/reference/models_keras_files.py
with Keras 3.4.1, 3.8.0 and 3.15.1, TensorFlow 2.21.0, NumPy 2.4.6, h5py 3.14.0.

Writes tests/fixtures/models/keras/MODEL-VERSION.keras and MODEL.json: {"inputs": {name: {"shape", "values"}},
"outputs": [{"shape", "values"}]}. Weights and inputs are the same for all versions.
"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from keras import layers

FOLDER = pathlib.Path("tests/fixtures/models/keras")
OLDEST, NEWEST = "3.4.1", "3.15.1"
ROWS = 3


def cnn():
    beat = keras.Input((24, 1), name="beat")
    x = layers.Rescaling(4.4, -0.77, name="standardize")(beat)
    shortcut = layers.Conv1D(4, 1, name="block_1_shortcut")(x)
    x = layers.Conv1D(4, 5, padding="same", name="block_1_convolution")(x)
    x = layers.BatchNormalization(name="block_1_normalization")(x)
    x = layers.Dropout(0.1, name="block_1_dropout")(x)
    x = layers.Add(name="block_1_add")([x, shortcut])
    x = layers.ReLU(name="block_1_relu")(x)
    x = layers.MaxPooling1D(2, name="block_1_pooling")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(6, activation="relu", kernel_regularizer="l2", name="dense")(x)
    classes = layers.Dense(5, activation="softmax", name="classes")(x)
    return keras.Model(beat, classes, name="cnn")


def rnn():
    beat = keras.Input((12, 2), name="beat")
    x = layers.LSTM(3, return_sequences=True, go_backwards=True, dropout=0.1, name="lstm_1")(beat)
    x = layers.GRU(3, return_sequences=True, reset_after=False, name="gru_1")(x)
    x = layers.SimpleRNN(2, return_sequences=True, go_backwards=True, activation="relu")(x)
    x = layers.Bidirectional(layers.LSTM(2, name="lstm_2"), name="both_ways")(x)
    return keras.Model(beat, layers.Dense(5, activation="softmax", name="classes")(x), name="rnn")


def attention():
    beat = keras.Input((12, 2), name="beat")
    gru = layers.GRU(2, return_sequences=True, reset_after=False)
    x = layers.Bidirectional(gru, merge_mode="sum")(beat)
    x = layers.TimeDistributed(layers.Dense(3, activation="tanh"))(x)
    scores = layers.Permute((2, 1))(layers.Dense(1, name="scores")(x))
    mean = layers.Dot(axes=(2, 1), name="mean")([layers.Softmax(axis=-1, name="weights")(scores), x])
    last = layers.LSTM(3, unit_forget_bias=False, use_bias=False, name="last")(x)
    return keras.Model(beat, layers.Concatenate()([layers.Flatten()(mean), last]), name="attention")


def branches():
    """Two inputs, two outputs, a layer that is called twice, every way to merge."""
    beat = keras.Input((12, 2), name="beat")
    rhythm = keras.Input((3,), name="rhythm")
    shared = layers.Conv1D(2, 3, dilation_rate=2, use_bias=False, padding="same", name="shared")
    once = shared(beat)
    twice = shared(once)
    x = layers.Multiply()([once, twice])
    x = layers.Average()([x, beat])
    x = layers.Maximum()([x, layers.LeakyReLU(negative_slope=0.2)(once)])
    x = layers.Minimum()([x, layers.ELU()(twice)])
    level = layers.GlobalAveragePooling1D(name="level")(layers.Reshape((8, 3))(x))
    frozen = layers.Dense(3, activation="gelu", trainable=False, name="frozen")(rhythm)
    cosine = layers.Dot(axes=-1, normalize=True)([level, frozen])
    joined = layers.Concatenate(axis=1, name="joined")([frozen, cosine])
    return keras.Model([beat, rhythm], [layers.Dense(5, name="logits")(joined), level], name="branches")


def chain():
    """What the other models lack."""
    beat = keras.Input((12, 3), name="beat")
    x = layers.LayerNormalization()(beat)
    x = layers.GaussianNoise(0.1)(x)
    x = layers.Activation("silu")(x)
    x = layers.SpatialDropout1D(0.2)(x)
    x = layers.AveragePooling1D(3, strides=2, padding="same")(x)
    x = layers.ReLU(max_value=0.9)(x)
    x = layers.Softmax()(x)
    x = layers.GlobalMaxPooling1D()(x)
    x = layers.RepeatVector(2)(x)
    return keras.Model(beat, x, name="chain")


def sequential():
    """Trained, so that the file has the state of an optimizer."""
    model = keras.Sequential(
        [
            keras.Input((10, 1), name="beat"),
            layers.Conv1D(3, 3, activation="relu"),
            layers.MaxPooling1D(2),
            layers.Dropout(0.2, seed=1),
            layers.LSTM(4, go_backwards=True),
            layers.Dense(5, activation="softmax"),
        ],
        name="sequential",
    )
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(np.zeros((2, 10, 1)), np.zeros(2), verbose=0)
    return model


def gru_default():
    """What TensorFlow.js cannot compute: reset_after is true."""
    beat = keras.Input((4, 1), name="beat")
    return keras.Model(beat, layers.GRU(2)(beat), name="gru_default")


def set_weights(model, random):
    for weight in model.weights:
        values = random.normal(0.4, 0.5, weight.shape).astype("float32")
        weight.assign(np.abs(values) if "variance" in weight.name else values)


def as_json(array):
    return {"shape": list(array.shape), "values": [float(f"{x:.8g}") for x in array.ravel()]}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    version = keras.__version__
    everywhere = [cnn] if version not in (OLDEST, NEWEST) else [cnn, rnn, attention, branches, chain, sequential]
    for build in everywhere + ([gru_default] if version == NEWEST else []):
        keras.backend.clear_session()
        model = build()
        name = model.name
        random = np.random.default_rng(7)
        set_weights(model, random)
        model.save(FOLDER / f"{name}-{version}.keras")
        inputs = {
            name: random.normal(size=(ROWS, *tensor.shape[1:])).astype("float32")
            for name, tensor in zip(["beat", "rhythm"], model.inputs)
        }
        outputs = model(list(inputs.values()) if len(inputs) > 1 else inputs["beat"])
        outputs = [np.asarray(output) for output in (outputs if isinstance(outputs, list) else [outputs])]
        golden = {
            "inputs": {name: as_json(array) for name, array in inputs.items()},
            "outputs": [as_json(output) for output in outputs],
        }
        path = FOLDER / f"{name}.json"
        if path.exists():
            before = json.loads(path.read_text())
            for now, then in zip(golden["outputs"], before["outputs"]):
                assert np.allclose(now["values"], then["values"], atol=1e-6), (name, version)
        path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
