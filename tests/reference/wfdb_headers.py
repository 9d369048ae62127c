"""Header texts of many forms and what wfdb-python reads from them, for tests/wfdb.

    python tests/reference/wfdb_headers.py > tests/fixtures/wfdb/headers.json

Made with wfdb 4.3.1. A field that a text leaves out is left out of the result.
"""
import json
import os
import tempfile

import wfdb

TEXTS = [
    "100 2 360 650000\n100.dat 212 200 11 1024 995 -22131 0 MLII\n100.dat 212 200 11 1024 1011 20052 0 V5\n# 69 M\n",
    "bare 0\n",
    "few 1\nfew.dat 16\n",
    "scales 3 128.5 10\ns.dat 16 100(5)/uV\ns.dat 16 1.5e3\ns.dat 16 0.5/mmHg/s 12 -8\n",
    "unit 1 250 10\nu.dat 80 200(-3)/% 8 0 1 2 0 two words, and  more\n",
    "storage 4 250 7\na.dat 212x4\na.dat 212:3\nb.dat 16+512\nc-1.dat 311x2:5+24 -400\n",
    "counter 0 360/60.5(-10) 100\n",
    "time 0 250 100 13:5:0 25/4/1989\n",
    "part 0 250 100 12.25\n",
    "tabs\t1\t250   100\t 8:26:04 26/10/1994\n\n\ttabs.dat\t16\t2000 12 0   168 -2716 0 III \n\n#one\n  # two  \n## three\n",
    "ends 1 250 5\r\nends.dat 16 200 16 0 0 0 0 ECG\r\n# carriage return\r\n",
    "# first\nlate 1 250 5\n# between\nlate.dat 16 200 16 0 0 0 0 ECG\n",
    "multi/3 2 360 45000\n100s 21600\n~ 1800\n100s 21600\n",
    "d0 2 250 525000\nd0.7001 8 100 10 0 -53 -1279 0 ECG signal 0\nd1.7001 8 100 10 0 -69 15626 0 ECG signal 1\n",
]
FIELDS = [
    "record_name", "n_seg", "n_sig", "fs", "counter_freq", "base_counter", "sig_len", "comments", "seg_name", "seg_len",
    "file_name", "fmt", "samps_per_frame", "skew", "byte_offset", "adc_gain", "baseline", "units", "adc_res", "adc_zero",
    "init_value", "checksum", "block_size", "sig_name",
]


def read(text):
    name = next(line for line in text.splitlines() if not line.startswith("#")).split()[0].split("/")[0]
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, name)
        with open(f"{path}.hea", "w", newline="") as file:
            file.write(text)
        header = wfdb.rdheader(path)
    fields = {field: getattr(header, field, None) for field in FIELDS}
    fields["base_time"] = header.base_time and str(header.base_time)
    fields["base_date"] = header.base_date and str(header.base_date)
    return {"text": text, "fields": {k: v for k, v in fields.items() if v is not None}}


json.dump([read(text) for text in TEXTS], open(1, "w"), indent=1)
