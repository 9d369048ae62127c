"""Losses of a small CNN over its first steps in Keras, from given weights on given rows.

    python tests/reference/training_keras.py > tests/fixtures/training/keras_steps.json

Made with keras 3.15.1 on tensorflow-cpu 2.21.0 (CPU, float32) and numpy 2.4.6.
"""
import json
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np

rng = np.random.default_rng(1)
rows, length, classes, steps = 24, 20, 5, 8
x = rng.normal(size=(rows, length, 1)).astype("float32").round(4)
y = rng.integers(0, classes, rows)
layers = keras.layers
model = keras.Sequential([
    keras.Input((length, 1)),
    layers.Conv1D(4, 5, padding="same"), layers.BatchNormalization(epsilon=1e-3), layers.ReLU(), layers.MaxPooling1D(2),
    layers.Conv1D(6, 3, padding="same"), layers.BatchNormalization(epsilon=1e-3), layers.ReLU(), layers.MaxPooling1D(2),
    layers.Flatten(), layers.Dense(8, activation="relu"), layers.Dense(classes, activation="softmax"),
])
for weight in model.trainable_weights:
    weight.assign(rng.normal(scale=0.3, size=weight.shape).astype("float32").round(4) + (1 if "gamma" in weight.path else 0))
weights = [np.asarray(w).ravel().round(4).tolist() for w in model.trainable_weights]
class_weights = [0.5, 2.0, 1.0, 3.0, 1.5]


def run(class_weight, loss=None, **options):
    twin = keras.models.clone_model(model)
    for weight, values in zip(twin.trainable_weights, weights):
        weight.assign(np.asarray(values, "float32").reshape(weight.shape))
    twin.compile(keras.optimizers.Adam(1e-2, **options), loss or "categorical_crossentropy")
    weights_of_rows = None if class_weight is None else np.asarray([class_weight[c] for c in y], "float32")
    losses = [float(twin.train_on_batch(x, np.eye(classes)[y], sample_weight=weights_of_rows)) for _ in range(steps)]
    moving = [np.asarray(w).ravel().tolist() for w in twin.non_trainable_weights if "moving" in w.path]
    return {"losses": losses, "moving": moving}


print(json.dumps({
    "x": x.ravel().round(4).tolist(), "y": y.tolist(), "weights": weights, "classWeights": class_weights,
    "probabilities": model.predict(x, verbose=0).ravel().tolist(),  # before the first step
    "plain": run(None), "weighted": run(class_weights), "clipped": run(None, global_clipnorm=0.2),
    "focal": run(None, keras.losses.CategoricalFocalCrossentropy(alpha=1, gamma=2, label_smoothing=0.1)),
}))
