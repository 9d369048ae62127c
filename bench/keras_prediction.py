"""A contender: class probabilities by Keras, batch by batch."""

import numpy as np

from answer_runs import answer_runs, worker_options
from keras_models import build_cnn, set_known_weights, set_threads, tf, versions
from row_files import read_rows

options = worker_options()
set_threads(options["threads"])
rows, _ = read_rows(options["rows"])
batch = options["batch"]
model = build_cnn()
model.compile()
set_known_weights(model)
if options["call"] == "predict_on_batch":
    predict = model.predict_on_batch
else:
    compiled = options["call"] == "jit_compile"
    function = tf.function(
        lambda x: model(x, training=False),
        input_signature=[tf.TensorSpec([batch if compiled else None, 187, 1])],
        jit_compile=compiled,
    )
    predict = lambda x: function(tf.constant(x)).numpy()


def predict_all():
    parts = [predict(rows[first : first + batch]) for first in range(0, len(rows), batch)]
    return np.concatenate(parts)


def run():
    predict_all()


means = predict_all().mean(0, dtype=np.float64).tolist()
facts = {"rows": len(rows), "mean probabilities": means}
answer_runs({"facts": facts, "versions": versions()}, run)
