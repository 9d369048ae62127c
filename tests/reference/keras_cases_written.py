"""What Keras makes of the cases of keras_cases.py after lib/models/keras has read and written them.

    deno run -A tests/reference/keras_cases_written.ts FOLDER
    python tests/reference/keras_cases_written.py FOLDER

with Keras 3.15.1, TensorFlow 2.21.0 and NumPy 2.4.6. Loads every file, compares its outputs with those of the file that Keras
wrote itself, and stores the sum of the file's content and the largest difference in
tests/fixtures/models/keras/cases/written.json.
"""

import json
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"

import keras
import numpy as np

CASES = pathlib.Path("tests/fixtures/models/keras/cases")


def array(value):
    return np.array(value["values"], "float32").reshape(value["shape"])


def main():
    folder = pathlib.Path(sys.argv[1])
    found = {}
    for name, case in json.loads((CASES / "cases.json").read_text())["cases"].items():
        model = keras.models.load_model(folder / f"{name}.keras")
        made = model([array(value) for value in case["inputs"]][0])
        made = made if isinstance(made, list) else [made]
        wanted = [array(value) for value in case["outputs"]]
        assert [tuple(a.shape) for a in made] == [b.shape for b in wanted], name
        largest = max(float((np.abs(a - b) / np.maximum(1, np.abs(b))).max()) for a, b in zip(made, wanted))
        assert largest < 1e-5, (name, largest)
        found[name] = {
            "content": (folder / f"{name}.keras.sha256").read_text(),
            "largestDifference": float(f"{largest:.2g}"),
        }
    (CASES / "written.json").write_text(json.dumps({"keras": keras.__version__, "files": found}, indent=1) + "\n")


if __name__ == "__main__":
    main()
