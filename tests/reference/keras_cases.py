"""Small Keras files of the kinds that people save, with Keras's own outputs, for tests/models/keras/keras_cases_test.ts.

Run in the folder of the project, with Keras 3.15.1, TensorFlow 2.21.0 and NumPy 2.4.6:
    python tests/reference/keras_cases.py

Writes tests/fixtures/models/keras/cases/NAME.keras, as Keras saves it but compressed, and cases.json: for each case its
inputs and outputs, {"inputs": [{"shape", "values"}], "outputs": [{"shape", "values"}]}. All weights are random, so that none
is left at its beginning.
"""

import json
import os
import pathlib
import zipfile

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np
from keras import layers as L
from keras import ops

FOLDER = pathlib.Path("tests/fixtures/models/keras/cases")
ROWS, STEPS, LEADS = 3, 12, 2


def beat():
    return keras.Input((STEPS, LEADS))


def chain(*layers):
    return keras.Sequential([beat(), *layers, L.Flatten(), L.Dense(3, activation="softmax")])


def graph(build):
    i = beat()
    outputs = build(i)
    return keras.Model(i, outputs)


def head(x):
    return L.Dense(3, activation="softmax")(L.Flatten()(x))


def residual(i):
    """As Keras's own examples write networks: functions and arithmetic, no layers for them."""
    a = keras.activations.relu(L.BatchNormalization()(L.Conv1D(4, 3, padding="same")(i)))
    b = keras.activations.relu(L.Conv1D(4, 3, padding="same")(a), negative_slope=0.1)
    return head(ops.concatenate([a + b, a * b, a - b], axis=-1))


def activations(i):
    called = [getattr(keras.activations, name)(i) for name in ACTIVATIONS]
    return called + [
        keras.activations.leaky_relu(i, 0.3),
        keras.activations.elu(i, 0.5),
        keras.activations.relu(i, max_value=0.6),
        keras.activations.relu(i, negative_slope=0.2, max_value=0.7, threshold=0.1),
        keras.activations.gelu(i, approximate=True),
        keras.activations.softmax(i, axis=1),
    ]


ACTIVATIONS = (
    "relu relu6 sigmoid tanh softmax silu gelu elu selu softplus softsign celu glu "
    "hard_sigmoid hard_tanh log_sigmoid log_softmax exponential"
).split()


def arithmetic(i):
    level = ops.mean(i, axis=1, keepdims=True)
    constant = np.array([0.5, -2], "float32")
    return [
        i + 1, 1 - i, i * 2.5, i / 4, 2 / (i + 10), -i, i**2, i - level, i * level, i + constant,
        ops.maximum(i, 0.1), ops.minimum(i, level), ops.where(i > 0, i, level), ops.abs(i), ops.square(i),
        ops.sqrt(ops.abs(i)), ops.exp(i), ops.log(ops.abs(i) + 1), ops.log1p(ops.abs(i)), ops.clip(i, -0.5, 0.5),
        ops.sin(i), ops.cos(i), ops.sign(i), ops.floor(i), ops.rsqrt(ops.abs(i) + 1), ops.reciprocal(i + 10),
        ops.normalize(i, axis=-1), ops.cast(i >= 0, "float32"), ops.cumsum(i, axis=1),
    ]


def reductions(i):
    return [
        ops.mean(i, axis=1), ops.mean(i, axis=(1, 2)), ops.mean(i, axis=-1, keepdims=True), ops.sum(i, axis=1),
        ops.max(i, axis=1), ops.max(i, axis=-1), ops.min(i, axis=1), ops.var(i, axis=1), ops.std(i, axis=1, keepdims=True),
        ops.prod(i, axis=2), ops.norm(i, axis=1), ops.logsumexp(i, axis=1),
    ]


def shapes(i):
    first, second = ops.split(i, 2, axis=-1)
    early, late = ops.split(i, [5], axis=1)
    return [
        ops.reshape(i, (-1, STEPS * LEADS)), ops.reshape(i, (-1, 6, 4)), ops.transpose(i, (0, 2, 1)),
        ops.expand_dims(i, -1), ops.squeeze(ops.expand_dims(i, 1), 1), ops.swapaxes(i, 1, 2),
        ops.moveaxis(ops.expand_dims(i, -1), 1, 3), ops.flip(i, axis=1), ops.roll(i, 3, axis=1),
        ops.repeat(i, 2, axis=1), ops.tile(i, (1, 2, 1)), ops.pad(i, ((0, 0), (1, 2), (0, 0))),
        ops.pad(i, ((0, 0), (1, 2), (0, 0)), constant_values=0.5), ops.pad(i, ((0, 0), (2, 2), (0, 0)), mode="reflect"),
        ops.stack([i, i * 2], axis=1), ops.concatenate([i, i], axis=1), ops.take(i, -1, axis=1),
        ops.take(i, [0, 5, 2], axis=1), i[:, 3:9], i[:, -1], i[..., 0], i[:, ::2], i[:, ::-1], i[:, None],
        i[:, 1:-1, 1], first, second, early, late,
    ]  # fmt: skip


def products(i):
    scores = ops.matmul(i, ops.transpose(i, (0, 2, 1)))
    return [ops.matmul(ops.softmax(scores), i), ops.matmul(i, np.array([[1, 2], [3, 4], ], "float32"))]


def attention(i):
    x = L.Dense(4)(i)
    one = L.MultiHeadAttention(2, 3)(x, x)
    other = L.MultiHeadAttention(3, 2, value_dim=5, use_bias=False)(one, i, key=x)
    causal = L.MultiHeadAttention(1, 4)(other, other, use_causal_mask=True)
    return head(causal)


def dot_attention(i):
    x = L.Dense(4)(i)
    seen = L.Attention(use_scale=True)([x, x])
    return head(L.Attention()([seen, x, seen], use_causal_mask=True))


def inner(name):
    i = keras.Input((STEPS, LEADS))
    x = L.Conv1D(4, 3, padding="same", name="convolution")(i)
    return keras.Model(i, keras.activations.relu(x) + 1, name=name)


def models_in_models(i):
    """The names of layers are the same within and without; one is called twice; one lies in another."""
    x = L.Conv1D(2, 3, padding="same", name="convolution")(i)
    shared = inner("shared")
    frozen = keras.Sequential([keras.Input((STEPS, 4)), inner_chain(), L.BatchNormalization()], name="frozen")
    frozen.trainable = False
    return head(frozen(L.Concatenate()([shared(x), shared(i)])[:, :, :4]))


def inner_chain():
    return keras.Sequential([keras.Input((STEPS, 4)), L.Dense(5, name="dense"), L.Dense(4, activation="tanh")])


def several_ends(name):
    a, b = keras.Input((STEPS, LEADS), name="a"), keras.Input((STEPS, LEADS), name="b")
    return keras.Model([a, b], [L.Conv1D(3, 3)(a), L.Dense(3)(L.Flatten()(b))], name=name)


def inner_ends(i):
    first, second = several_ends("ends")([i, i * 2])
    return [L.GlobalMaxPooling1D()(first), second]


def normalized():
    layer, each = L.Normalization(axis=None), L.Normalization()
    values = np.random.default_rng(5).normal(2, 3, (50, STEPS, LEADS)).astype("float32")
    layer.adapt(values)
    each.adapt(values)
    given = L.Normalization(mean=[1.0, 2.0], variance=[4.0, 0.5])
    return chain(layer, each, given, L.Normalization(axis=None, mean=1.0, variance=2.0, invert=True), L.Conv1D(2, 3))


def mixed():
    """What it gives in float32: in half precision Keras's own outputs are some 1e-3 off."""
    with keras.DTypePolicyScope("mixed_float16") if hasattr(keras, "DTypePolicyScope") else _policy("mixed_float16"):
        return chain(L.Conv1D(4, 3), L.BatchNormalization(), L.GRU(3))


class _policy:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        keras.mixed_precision.set_dtype_policy(self.name)

    def __exit__(self, *_):
        keras.mixed_precision.set_dtype_policy("float32")


def in_float32():
    return chain(L.Conv1D(4, 3), L.BatchNormalization(), L.GRU(3))


def masked(*layers):
    return chain(L.Masking(0.0), *layers)


CASES = {
    "functions": lambda: graph(residual),
    "activations": lambda: graph(activations),
    "arithmetic": lambda: graph(arithmetic),
    "reductions": lambda: graph(reductions),
    "shapes": lambda: graph(shapes),
    "products": lambda: graph(products),
    "gru": lambda: chain(L.GRU(3)),
    "gru_sequences": lambda: chain(L.GRU(3, return_sequences=True, go_backwards=True, dropout=0.2), L.GRU(2, use_bias=False)),
    "gru_both_ways": lambda: chain(L.Bidirectional(L.GRU(3, return_sequences=True)), L.Bidirectional(L.GRU(2))),
    "recurrent_flat": lambda: chain(L.Bidirectional(L.LSTM(3), merge_mode="sum"), L.Flatten()),
    "recurrent_dropout": lambda: chain(L.LSTM(3, dropout=0.1, recurrent_dropout=0.2, return_sequences=True), L.SimpleRNN(2)),
    "masking": lambda: masked(L.LSTM(3)),
    "masking_gru": lambda: masked(L.Dense(3, activation="tanh"), L.GRU(3, return_sequences=True), L.GRU(2)),
    "masking_both_ways": lambda: masked(L.Bidirectional(L.LSTM(2, return_sequences=True)), L.Bidirectional(L.GRU(2))),
    "masking_dropped": lambda: masked(L.Conv1D(3, 3), L.LSTM(2, return_sequences=True)),
    "masking_both_ways_dropped": lambda: masked(L.Bidirectional(L.LSTM(2, return_sequences=True)), L.Bidirectional(L.GRU(2, return_sequences=True), merge_mode="sum")),
    "causal": lambda: chain(L.Conv1D(4, 3, dilation_rate=2, padding="causal"), L.Conv1D(2, 3, strides=2, padding="causal", activation="tanh")),
    "dilated": lambda: chain(L.Conv1D(4, 3, dilation_rate=2, padding="same")),
    "groups": lambda: chain(L.Conv1D(4, 3, padding="same"), L.Conv1D(6, 3, groups=2, activation="relu")),
    "separable": lambda: chain(L.SeparableConv1D(4, 3, depth_multiplier=2, padding="same", activation="relu"), L.SeparableConv1D(2, 3, strides=2)),
    "depthwise": lambda: chain(L.DepthwiseConv1D(3, depth_multiplier=2, dilation_rate=2), L.DepthwiseConv1D(4, strides=3, padding="same", use_bias=False)),
    "transposed": lambda: chain(L.Conv1DTranspose(4, 3, strides=2, padding="same", activation="relu"), L.Conv1DTranspose(2, 5, strides=3), L.Conv1DTranspose(2, 2, strides=3)),
    "prelu": lambda: chain(L.Conv1D(4, 3), L.PReLU(shared_axes=[1]), L.Conv1D(2, 3), L.PReLU()),
    "normalization": normalized,
    "group_normalization": lambda: chain(L.Conv1D(4, 3), L.GroupNormalization(2), L.GroupNormalization(-1, scale=False)),
    "padding": lambda: chain(L.ZeroPadding1D(2), L.Cropping1D((1, 3)), L.ZeroPadding1D((0, 3)), L.Conv1D(2, 3)),
    "up_sampling": lambda: chain(L.Conv1D(3, 3), L.UpSampling1D(2), L.Conv1D(2, 3)),
    "attention": lambda: graph(attention),
    "dot_attention": lambda: graph(dot_attention),
    "models_in_models": lambda: graph(models_in_models),
    "model_with_several_ends": lambda: graph(inner_ends),
    "model_in_chain": lambda: chain(inner("first"), inner_chain()),
    "mixed_float16": mixed,
    "noise": lambda: chain(L.GaussianDropout(0.2), L.AlphaDropout(0.1), L.GaussianNoise(0.3), L.Dense(2)),
}


def randomize(model):
    generator = np.random.default_rng(7)

    def values(weight):
        if "variance" in weight.path:
            return generator.uniform(0.5, 2, weight.shape)
        if weight.dtype.startswith(("int", "uint")):
            return np.asarray(weight)
        return generator.normal(0, 0.5, weight.shape)

    model.set_weights([values(weight) for weight in model.weights])


def as_json(array):
    return {"shape": list(array.shape), "values": [float(f"{value:.8g}") for value in np.ravel(array).astype("float64")]}


def compress(path):
    with zipfile.ZipFile(path) as saved:
        files = {name: saved.read(name) for name in saved.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    x = np.random.default_rng(3).normal(0, 1, (ROWS, STEPS, LEADS)).astype("float32")
    ended = x.copy()
    ended[0, 7:] = 0
    ended[1, 2:5] = 0
    ended[2, 0] = 0
    golden = {}
    for name, build in CASES.items():
        keras.utils.set_random_seed(1)
        model = build()
        if name != "normalization":
            randomize(model)
        path = FOLDER / f"{name}.keras"
        model.save(path)
        compress(path)
        values = ended if name.startswith("masking") else x
        outputs = model(values)
        if name == "mixed_float16":
            exact = in_float32()
            exact.set_weights(model.get_weights())
            half, outputs = outputs, exact(values)
            assert np.abs(np.asarray(half) - np.asarray(outputs)).max() < 5e-3
        outputs = [np.asarray(output) for output in (outputs if isinstance(outputs, list) else [outputs])]
        golden[name] = {"inputs": [as_json(values)], "outputs": [as_json(output) for output in outputs]}
    text = json.dumps({"keras": keras.__version__, "cases": golden})
    (FOLDER / "cases.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
