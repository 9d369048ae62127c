"""A contender: class probabilities by onnxruntime, batch by batch."""

import numpy as np
import onnxruntime

from answer_runs import answer_runs, worker_options
from row_files import read_rows

options = worker_options()
rows, _ = read_rows(options["rows"])
batch = options["batch"]
settings = onnxruntime.SessionOptions()
settings.intra_op_num_threads = options["threads"]
session = onnxruntime.InferenceSession(
    options["onnx"], settings, providers=["CPUExecutionProvider"]
)
name = session.get_inputs()[0].name


def predict_all():
    parts = [
        session.run(None, {name: rows[first : first + batch]})[0]
        for first in range(0, len(rows), batch)
    ]
    return np.concatenate(parts)


def run():
    predict_all()


means = predict_all().mean(0, dtype=np.float64).tolist()
facts = {"rows": len(rows), "mean probabilities": means}
versions = {"onnxruntime": onnxruntime.__version__}
answer_runs({"facts": facts, "versions": versions}, run)
