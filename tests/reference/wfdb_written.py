"""Small records written by wfdb-python, which tests/wfdb reads and must write to the same bytes.

    python tests/reference/wfdb_written.py tests/fixtures/wfdb

Makes the records tiny_212 and tiny_16 (header, signals, annotations). Made with wfdb 4.3.1 and numpy 2.4.6.
"""
import sys

import numpy
import wfdb

directory = sys.argv[1]
time = numpy.arange(501) / 250
lead = numpy.exp(-(((time % 0.8) - 0.3) ** 2) / 0.0008)
signals = numpy.stack([200 * lead + 1024, 90 * lead - 40 * numpy.sin(6 * time)], axis=1)
signals = numpy.round(signals).astype("int64")
beats = dict(
    sample=numpy.array([75, 76, 275, 475, 2000, 2000]),
    symbol=["+", "N", "V", "/", "~", '"'],
    subtype=numpy.array([0, 0, 3, 127, 0, 0]),
    chan=numpy.array([0, 0, 1, 1, 0, 0]),
    num=numpy.array([0, 2, 2, 3, 3, 0]),
    aux_note=["(N", "", "", "", "", "seven"],
)
for fmt in ["212", "16"]:
    name = f"tiny_{fmt}"
    values = signals if fmt == "212" else signals * 8
    values = values.copy()
    values[250, 1] = -2048 if fmt == "212" else -32768
    wfdb.wrsamp(
        name, fs=250, units=["mV", "mV"], sig_name=["MLII", "V1"], d_signal=values, fmt=[fmt] * 2,
        adc_gain=[200.0, 100.5], baseline=[1024, 0], comments=["63 F", "made by wfdb-python"], write_dir=directory,
    )
    wfdb.wrann(name, "atr", write_dir=directory, **beats)
