"""Rows for training, as row_files.ts writes them."""

import numpy as np


def read_rows(files):
    """float32 [rows, 187, 1] and int64 [rows]."""
    values = np.fromfile(files["values"], "<f4").reshape(-1, 187, 1)
    return values, np.fromfile(files["labels"], "u1").astype(np.int64)
