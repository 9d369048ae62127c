"""
A contender: epochs of Keras's model.fit on TensorFlow.

The rows come as a dataset without autotuning. Given arrays, fit makes one with it, whose tuning thread sleeps
10 ms, then twice as long each time, and at times the end of the epoch waits for it to wake: epochs then last
2.6, 5.1 or 10.2 s, whatever the work.
"""

from answer_runs import answer_runs, worker_options
from keras_models import build_cnn, build_lstm, keras, set_threads, tf, versions
from row_files import read_rows

options = worker_options()
set_threads(options["threads"])
keras.utils.set_random_seed(0)
rows, labels = read_rows(options["rows"])
model = build_cnn() if options["model"] == "cnn" else build_lstm()
model.compile(
    optimizer=keras.optimizers.Adam(1e-3),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
    jit_compile="auto",
)
dataset_options = tf.data.Options()
dataset_options.autotune.enabled = False
dataset = tf.data.Dataset.from_tensor_slices((rows, labels)).shuffle(len(labels))
dataset = dataset.batch(options["batch"]).prefetch(2).with_options(dataset_options)


def run():
    history = model.fit(dataset, epochs=1, verbose=0)
    return {"loss": history.history["loss"][0]}


facts = {
    "parameters": int(sum(weight.numpy().size for weight in model.trainable_weights)),
    "rows": len(labels),
}
answer_runs({"facts": facts, "versions": versions(), **run()}, run)
