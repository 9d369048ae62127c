"""What Keras makes of the files that writeKeras() writes.

    ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_keras_written.ts FOLDER
    python tests/reference/models_keras_written.py FOLDER

the second with each of Keras 3.4.1, 3.8.0, 3.11.3 and 3.15.1 (TensorFlow 2.21.0, NumPy 2.4.6). Loads every file, compares
the outputs on 1,000 rows, goes on training (Adam, mean squared error to the first class, five epochs of one batch), and scores
published models on all test rows. Stores the findings in tests/fixtures/models/keras/written.json.
"""

import json
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np

RESULT = pathlib.Path("tests/fixtures/models/keras/written.json")
ROWS = 1000


def read_floats(path, shape):
    return np.fromfile(path, "<f4").reshape(-1, *shape)


def check(path):
    keras.utils.set_random_seed(1)
    model = keras.models.load_model(path)
    stem = path.with_suffix("")
    inputs = [
        read_floats(f"{stem}.input{i}.f32", tensor.shape[1:]) for i, tensor in enumerate(model.inputs)
    ]
    wanted = [
        read_floats(f"{stem}.output{i}.f32", tensor.shape[1:]) for i, tensor in enumerate(model.outputs)
    ]
    given = inputs if len(inputs) > 1 else inputs[0]
    made = model.predict(given, batch_size=250, verbose=0)
    made = made if isinstance(made, list) else [made]
    largest = max(float(np.abs(a - b).max()) for a, b in zip(made, wanted))
    assert all(len(output) == ROWS for output in made) and largest < 1e-5, (path, largest)
    found = {
        "content": pathlib.Path(f"{stem}.sha256").read_text(),
        "rows": ROWS,
        "largestDifference": float(f"{largest:.2g}"),
    }
    if path.name.startswith("models-"):
        found |= score(model, path)
    targets = [np.zeros_like(output) for output in wanted]
    for target in targets:
        target[..., 0] = 1
    targets = targets if len(targets) > 1 else targets[0]
    model.compile("adam", loss=["mse"] * len(wanted) if len(wanted) > 1 else "mse")
    losses = model.fit(given, targets, batch_size=ROWS, epochs=5, verbose=0).history["loss"]
    before, after = losses[0], losses[-1]
    assert np.isfinite(after) and after < before, (path, before, after)
    return found | {"lossBefore": float(f"{before:.4g}"), "lossAfter": float(f"{after:.4g}")}


def score(model, path):
    folder = path.parent
    protocol = path.with_suffix(".protocol").read_text()
    labels = np.fromfile(folder / f"{protocol}.labels.u8", "u1")
    names = [(tensor.name, tensor.shape[1:]) for tensor in model.inputs]
    inputs = {
        name: np.fromfile(folder / f"{protocol}.{name}.f32", "<f4").reshape(len(labels), *shape)
        for name, shape in names
    }
    predicted = model.predict(list(inputs.values()) if len(inputs) > 1 else inputs[names[0][0]], batch_size=512, verbose=0).argmax(axis=1)
    f1 = []
    for label in range(labels.max() + 1):
        hits = np.sum((predicted == label) & (labels == label))
        f1.append(2 * hits / (np.sum(predicted == label) + np.sum(labels == label)))
    return {
        "testRows": len(labels),
        "accuracy": float(np.mean(predicted == labels)),
        "macroF1": float(np.mean(f1)),
    }


def main():
    results = json.loads(RESULT.read_text()) if RESULT.exists() else {}
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.keras"))
    # A folder with some of the files adds to what is stored of the others.
    results.setdefault(keras.__version__, {}).update({path.stem: check(path) for path in paths})
    RESULT.write_text(json.dumps(results, indent=1) + "\n")


if __name__ == "__main__":
    main()
