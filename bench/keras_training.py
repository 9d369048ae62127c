"""A contender: epochs of Keras's model.fit on TensorFlow."""

from answer_runs import answer_runs, worker_options
from keras_models import build_cnn, build_lstm, keras, set_threads, versions
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


def run():
    history = model.fit(rows, labels, batch_size=options["batch"], epochs=1, verbose=0)
    return {"loss": history.history["loss"][0]}


facts = {
    "parameters": int(sum(weight.numpy().size for weight in model.trainable_weights)),
    "rows": len(labels),
}
answer_runs({"facts": facts, "versions": versions(), **run()}, run)
