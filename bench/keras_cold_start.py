"""Prints the class of the beat in a CSV file by a model in a file of Keras: keras_cold_start.py MODEL CSV"""

import sys

import keras
import numpy as np

model = keras.models.load_model(sys.argv[1])
row = np.loadtxt(sys.argv[2], delimiter=",", dtype=np.float32).reshape(1, 187, 1)
print("NSVFQ"[int(model.predict_on_batch(row).argmax())])
