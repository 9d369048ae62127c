"""Whether Keras gives back the same beats as the published autoencoders do here.

    ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_autoencoders.ts FOLDER
    python tests/reference/models_autoencoders.py FOLDER

the second with each of Keras 3.4.1, 3.8.0, 3.11.3 and 3.15.1. Stores the largest difference over 1,000 test rows in
tests/fixtures/models/keras/autoencoders.json.
"""

import json
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np

RESULT = pathlib.Path("tests/fixtures/models/keras/autoencoders.json")
FOLDER = pathlib.Path(sys.argv[1])


def check(name):
    model = keras.models.load_model(f"models/{name}/model.keras")
    inputs = [
        np.fromfile(FOLDER / f"{name}.input{i}.f32", "<f4").reshape(-1, *tensor.shape[1:])
        for i, tensor in enumerate(model.inputs)
    ]
    wanted = np.fromfile(FOLDER / f"{name}.output.f32", "<f4").reshape(len(inputs[0]), -1)
    given = model.predict(inputs if len(inputs) > 1 else inputs[0], batch_size=250, verbose=0)
    largest = float(np.abs(given - wanted).max())
    assert given.shape == wanted.shape and largest < 1e-5, (name, largest)
    return {
        "content": (FOLDER / f"{name}.sha256").read_text(),
        "rows": len(wanted),
        "largestDifference": float(f"{largest:.2g}"),
    }


results = json.loads(RESULT.read_text()) if RESULT.exists() else {}
results[keras.__version__] = {name: check(name) for name in ["autoencoder", "autoencoder_by_patient"]}
RESULT.write_text(json.dumps(results, indent=1) + "\n")
