"""What 8 bits cost and gain: published CNNs in ONNX Runtime, in the kinds that models_onnx_int8.ts writes; see there.

with onnx 1.23.2, onnxruntime 1.32.0, NumPy 2.4.6. Of the two kinds of 8 bits, "values" (weights and values between layers)
is kept if it loses no more than 0.005 of macro-F1 on the validation rows of any of the models, because it alone is faster;
else "weights". Only the kind that is kept and the one that is lost for it, "float", are scored on the test rows.

Times are of one thread, the kinds in turns: the median of ROUNDS rounds. Stores the findings in
tests/fixtures/models/onnx/int8.json.
"""

import collections
import json
import pathlib
import sys
import time

import numpy as np
import onnx
import onnxruntime

RESULT = pathlib.Path("tests/fixtures/models/onnx/int8.json")
FOLDER = pathlib.Path(sys.argv[1])
MODELS = ["cnn", "cnn_augmented", "cnn_residual"]
KINDS = ["float", "folded", "weights", "values"]
LARGEST_LOSS = 0.005
ROUNDS = 9


def read_rows(part):
    labels = np.fromfile(FOLDER / f"{part}.labels.u8", "u1")
    return np.fromfile(FOLDER / f"{part}.beat.f32", "<f4").reshape(len(labels), 187, 1), labels


def open_session(path):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def predict(session, rows, batch=512):
    parts = [session.run(None, {"beat": rows[i : i + batch]})[0] for i in range(0, len(rows), batch)]
    return np.concatenate(parts)


def score(probabilities, labels):
    predicted = probabilities.argmax(axis=1)
    f1 = []
    for label in range(5):
        hits = np.sum((predicted == label) & (labels == label))
        f1.append(2 * hits / (np.sum(predicted == label) + np.sum(labels == label)))
    return {"accuracy": float(np.mean(predicted == labels)), "macroF1": float(np.mean(f1))}


def median_times(sessions, rows, batch):
    """Seconds a row, by kind."""
    times = collections.defaultdict(list)
    for _ in range(ROUNDS):
        for kind, session in sessions.items():
            start = time.perf_counter()
            predict(session, rows, batch)
            times[kind].append((time.perf_counter() - start) / len(rows))
    return {kind: float(np.median(values)) for kind, values in times.items()}


def describe(path):
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    tensors = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    weights = [values for values in tensors.values() if values.ndim > 1]
    return {
        "bytes": path.stat().st_size,
        "operators": [node.op_type for node in model.graph.node],
        "weightSum": float(sum(np.abs(values.astype(float)).sum() for values in weights)),
        "steps": {
            name: float(values)
            for name, values in tensors.items()
            if name.endswith("/scale") and values.ndim == 0
        },
        "metadata": {entry.key: entry.value for entry in model.metadata_props},
    }


def processor():
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    fields = dict(line.split(":", 1) for line in lines if ":" in line)
    fields = {key.strip(): value.strip() for key, value in fields.items()}
    widest = [name for name in ("avx2", "avx512f", "avx512_vnni") if name in fields["flags"].split()]
    return f"{fields['model name']}, {widest[-1] if widest else 'no AVX2'}"


def main():
    parts = {part: read_rows(part) for part in ("validation", "test", "extract")}
    models = {}
    for name in MODELS:
        sessions = {kind: open_session(FOLDER / f"{name}.{kind}.onnx") for kind in KINDS}
        rows, labels = parts["validation"]
        probabilities = {kind: predict(session, rows) for kind, session in sessions.items()}
        single = median_times(sessions, rows[:256], 1)
        batch = median_times(sessions, rows[:1024], 512)
        models[name] = {
            kind: {
                **describe(FOLDER / f"{name}.{kind}.onnx"),
                "validation": score(probabilities[kind], labels),
                "largestDifference": float(np.abs(probabilities[kind] - probabilities["float"]).max()),
                "secondsARow": {"1": single[kind], "512": batch[kind]},
                "extract": predict(session, parts["extract"][0]).astype(float).round(6).tolist(),
            }
            for kind, session in sessions.items()
        }
        print(name, {kind: found["validation"]["macroF1"] for kind, found in models[name].items()}, flush=True)

    def loss(found):
        return found["float"]["validation"]["macroF1"] - found["values"]["validation"]["macroF1"]

    kept = "values" if all(loss(found) <= LARGEST_LOSS for found in models.values()) else "weights"
    rows, labels = parts["test"]
    for name in MODELS:
        for kind in ("float", kept):
            session = open_session(FOLDER / f"{name}.{kind}.onnx")
            models[name][kind]["test"] = score(predict(session, rows), labels)
    found = {
        "command": "python tests/reference/models_onnx_int8.py FOLDER",
        "versions": {"onnx": onnx.__version__, "onnxruntime": onnxruntime.__version__},
        "processor": processor(),
        "validationRows": len(parts["validation"][1]),
        "testRows": len(labels),
        "largestLoss": LARGEST_LOSS,
        "kept": kept,
        "models": models,
    }
    RESULT.write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
