"""Whether a processor without VNNI computes the same in 8 bits: QEMU's Haswell, which has AVX2 alone.

After models_onnx_int8.py, with Debian's qemu-user-static 7.2:
    python tests/reference/models_onnx_int8_avx2.py FOLDER

Adds to tests/fixtures/models/onnx/int8.json the largest difference of the probabilities of 200 validation rows. With weights
up to 127 in place of 64 it was 0.13 for the CNN: sums of two products stop at 2^15 there.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np
import onnxruntime

RESULT = pathlib.Path("tests/fixtures/models/onnx/int8.json")
FOLDER = pathlib.Path(sys.argv[1])
ROWS = 200
EMULATOR = ["qemu-x86_64-static", "-cpu", "Haswell"]


def predict(name):
    rows = np.fromfile(FOLDER / "validation.beat.f32", "<f4").reshape(-1, 187, 1)[:ROWS]
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    path = FOLDER / f"{name}.values.onnx"
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return session.run(None, {"beat": rows})[0]


def main():
    found = json.loads(RESULT.read_text())
    names = list(found["models"])
    with tempfile.TemporaryDirectory() as directory:
        out = f"{directory}/emulated.npz"
        subprocess.run([*EMULATOR, sys.executable, __file__, FOLDER, out, *names], check=True)
        emulated = np.load(out)
        for name in names:
            difference = float(np.abs(emulated[name] - predict(name)).max())
            found["models"][name]["values"]["differenceWithoutVnni"] = difference
            print(name, difference)
    RESULT.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n")


if len(sys.argv) > 2:
    np.savez(sys.argv[2], **{name: predict(name) for name in sys.argv[3:]})
else:
    main()
