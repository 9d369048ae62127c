"""What ONNX Runtime makes of the files that writeOnnx() writes.

    ECG_DATA=folder/of/mitdb deno run -A tests/reference/models_onnx_written.ts FOLDER
    python tests/reference/models_onnx_written.py FOLDER

with onnx 1.23.2, onnxruntime 1.32.0, NumPy 2.4.6. Every file has to pass ONNX's checker (with shape inference), and to give
our own outputs within 1e-5 on 1,000 random rows, in batches of 1, of 7 and of all; published models are scored on all test
rows. Stores the findings in tests/fixtures/models/onnx/written.json.
"""

import hashlib
import json
import pathlib
import sys

import numpy as np
import onnx
import onnxruntime

RESULT = pathlib.Path("tests/fixtures/models/onnx/written.json")
ROWS = 1000


def read_floats(path, shape):
    return np.fromfile(path, "<f4").reshape(shape)


def open_session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 2
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def run(session, inputs, batch):
    names = [value.name for value in session.get_inputs()]
    parts = [
        session.run(None, {name: rows[first : first + batch] for name, rows in zip(names, inputs)})
        for first in range(0, ROWS, batch)
    ]
    return [np.concatenate(outputs) for outputs in zip(*parts)]


def check(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    stem = path.with_suffix("")
    input_shapes, output_shapes = json.loads(pathlib.Path(f"{stem}.json").read_text())
    inputs = [read_floats(f"{stem}.input{i}.f32", shape) for i, shape in enumerate(input_shapes)]
    wanted = [read_floats(f"{stem}.output{i}.f32", shape) for i, shape in enumerate(output_shapes)]
    session = open_session(path)
    largest = 0.0
    for batch in (1, 7, ROWS):
        made = run(session, inputs, batch)
        assert [output.shape for output in made] == [output.shape for output in wanted], path
        # NumPy's maximum, other than Python's, is no number where one of them is none.
        largest = float(np.max([largest, *(np.abs(a - b).max() for a, b in zip(made, wanted))]))
    assert largest < 1e-5, (path, largest)
    found = {
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "bytes": path.stat().st_size,
        "opset": model.opset_import[0].version,
        "inputs": {value.name: value.shape for value in session.get_inputs()},
        "outputs": {value.name: value.shape for value in session.get_outputs()},
        "rows": ROWS,
        "largestDifference": float(f"{largest:.2g}"),
    }
    if path.name.startswith("models-"):
        found["metadata"] = dict(session.get_modelmeta().custom_metadata_map)
        found |= score(session, path)
    return found


def score(session, path):
    folder = path.parent
    protocol = path.with_suffix(".protocol").read_text()
    labels = np.fromfile(folder / f"{protocol}.labels.u8", "u1")
    names = [(value.name, value.shape[1:]) for value in session.get_inputs()]
    inputs = {
        name: np.fromfile(folder / f"{protocol}.{name}.f32", "<f4").reshape(len(labels), *shape)
        for name, shape in names
    }
    predicted = np.concatenate(
        [
            session.run(None, {name: rows[i : i + 512] for name, rows in inputs.items()})[0]
            for i in range(0, len(labels), 512)
        ]
    ).argmax(axis=1)
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
    versions = {"onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__}
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.onnx"))
    # A folder with some of the files adds to what is stored of the others.
    files = json.loads(RESULT.read_text())["files"] if RESULT.exists() else {}
    for path in paths:
        files[path.stem] = check(path)
        print(path.stem, files[path.stem]["bytes"], files[path.stem]["largestDifference"], flush=True)
    RESULT.write_text(json.dumps({"versions": versions, "files": files}, indent=1) + "\n")


if __name__ == "__main__":
    main()
