"""
Adds what Keras says of some beats to tests/fixtures/page/explanations.json, which page_explanations.ts writes first:

    deno run -A tests/reference/page_explanations.ts
    python tests/reference/page_explanations.py      (needs keras; written with keras 3.15.1, tensorflow 2.21.0)

For each beat: the probabilities of models/cnn_by_patient as it is, with an even rhythm (all of the context but its last
number 0), and with the usual shape (the difference and the last number of the context 0); all before the temperature.
"""

import json
from pathlib import Path

import keras
import numpy as np

root = Path(__file__).parents[2]
path = root / "tests/fixtures/page/explanations.json"
model = keras.models.load_model(root / "models/cnn_by_patient/model.keras")
beats = json.loads(path.read_text())


def probabilities(difference, context):
    given = {"difference": difference.reshape(1, 49, 1), "context": context.reshape(1, 13)}
    output = model([given[tensor.name.split(":")[0]] for tensor in model.inputs])
    return [float(value) for value in np.asarray(output)[0]]


for beat in beats:
    difference = np.array(beat["inputs"]["difference"], "float32")
    context = np.array(beat["inputs"]["context"], "float32")
    even, usual = context.copy(), context.copy()
    even[:-1] = 0
    usual[-1] = 0
    beat["keras"] = {
        "own": probabilities(difference, context),
        "evenRhythm": probabilities(difference, even),
        "usualShape": probabilities(np.zeros_like(difference), usual),
    }
path.write_text(json.dumps(beats) + "\n")
