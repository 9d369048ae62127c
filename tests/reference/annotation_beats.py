"""What wfdb-python reads in annotation files of labelled beats, for tests/annotation.

    deno run -A tests/reference/annotation_beats.ts FOLDER
    python tests/reference/annotation_beats.py FOLDER > tests/fixtures/annotation/beats.json

Made with wfdb 4.3.1.
"""
import base64
import json
import pathlib
import sys

import wfdb

files = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.beats")):
    read = wfdb.rdann(str(path.with_suffix("")), "beats")
    rows = zip(read.sample, read.symbol, read.chan, read.aux_note)
    files[path.stem] = {
        "bytes": base64.b64encode(path.read_bytes()).decode(),
        "frequency": read.fs,
        "annotations": [[int(t), s, int(chan), aux.rstrip("\0")] for t, s, chan, aux in rows],
    }
json.dump(files, sys.stdout, indent=1)
