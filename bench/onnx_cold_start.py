"""Prints the class of the beat in a CSV file by a model in ONNX: onnx_cold_start.py MODEL CSV"""

import sys

import numpy as np
import onnxruntime

session = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
row = np.loadtxt(sys.argv[2], delimiter=",", dtype=np.float32).reshape(1, 187, 1)
print("NSVFQ"[int(session.run(None, {session.get_inputs()[0].name: row})[0].argmax())])
