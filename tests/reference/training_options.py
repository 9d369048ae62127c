"""Options of the training that Keras has too: moving means of weights, warm-up and mixed rows; and SciPy's Beta(a, a).

    python tests/reference/training_options.py > tests/fixtures/training/keras_options.json

Rows and first weights are those of tests/fixtures/training/keras_steps.json.
Made with keras 3.15.1 on tensorflow-cpu 2.21.0 (CPU, float32), numpy 2.4.6 and scipy 1.17.1.
"""
import json
import os
import pathlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import scipy.stats

fixtures = pathlib.Path(__file__).parent.parent / "fixtures" / "training"
given = json.loads((fixtures / "keras_steps.json").read_text())
rows, length, classes, steps = 24, 20, 5, 8
x = np.asarray(given["x"], "float32").reshape(rows, length, 1)
y = np.eye(classes, dtype="float32")[given["y"]]
layers = keras.layers


def averaged(momentum):
    model = keras.Sequential([
        keras.Input((length, 1)),
        layers.Conv1D(4, 5, padding="same"), layers.BatchNormalization(epsilon=1e-3), layers.ReLU(), layers.MaxPooling1D(2),
        layers.Conv1D(6, 3, padding="same"), layers.BatchNormalization(epsilon=1e-3), layers.ReLU(), layers.MaxPooling1D(2),
        layers.Flatten(), layers.Dense(8, activation="relu"), layers.Dense(classes, activation="softmax"),
    ])
    for weight, values in zip(model.trainable_weights, given["weights"]):
        weight.assign(np.asarray(values, "float32").reshape(weight.shape))
    optimizer = keras.optimizers.Adam(1e-2, use_ema=True, ema_momentum=momentum)
    model.compile(optimizer, "categorical_crossentropy")
    means = []
    for _ in range(steps):
        model.train_on_batch(x, y)
        means.append([np.asarray(mean).ravel().tolist() for mean in optimizer._model_variables_moving_average])
    return {"momentum": momentum, "names": [w.path for w in model.trainable_weights], "first": means[0], "last": means[-1]}


def warmed_up(epochs, warmup, batches):
    schedule = keras.optimizers.schedules.CosineDecay(
        0.0, (epochs - warmup) * batches, alpha=0.001, warmup_target=1.0, warmup_steps=warmup * batches)
    return {"epochs": epochs, "warmupEpochs": warmup, "batches": batches,
            "rates": [float(schedule(step)) for step in range(epochs * batches)]}


def mixed():
    rng = np.random.default_rng(2)
    mixture = {"permutation_order": rng.permutation(rows), "mix_weight": rng.beta(0.4, 0.4, rows).astype("float32").round(4)}
    layer = keras.layers.MixUp(alpha=0.4)
    images = layer.transform_images(x[..., None], mixture).numpy()
    return {"partners": mixture["permutation_order"].tolist(), "shares": mixture["mix_weight"].tolist(),
            "rows": images.ravel().tolist(), "labels": np.asarray(layer.transform_labels(y, mixture)).ravel().tolist()}


shares = [0.05, 0.25, 0.5, 0.75, 0.95]
print(json.dumps({
    "average": averaged(0.8), "warmup": warmed_up(5, 2, 4), "mixed": mixed(),
    "beta": [{"alpha": a, "shares": shares, "quantiles": scipy.stats.beta.ppf(shares, a, a).tolist()} for a in [0.2, 0.4, 1.0]],
}))
