"""R peaks as other programs find them, for `deno task bench peaks --peers FILE`:

    pip install wfdb==4.3.1 sleepecg==0.6.0 neurokit2==0.3.0
    python bench/peaks_peers.py RECORDS FILE.json

Each gets signal 0 of every record in mV, whole, at its default settings. FILE.json holds for each program its version, the
seconds that it took for all records, and the samples that it found in each.
"""

import importlib.metadata
import json
import pathlib
import sys
import time
import warnings

import neurokit2
import sleepecg
import wfdb
import wfdb.processing

RATE = 360

PEERS = {
    "sleepecg": ("sleepecg", lambda signal: sleepecg.detect_heartbeats(signal, RATE)),
    "neurokit2": ("neurokit2", lambda signal: neurokit2.ecg_findpeaks(neurokit2.ecg_clean(signal, RATE), RATE)["ECG_R_Peaks"]),
    "wfdb xqrs": ("wfdb", lambda signal: wfdb.processing.xqrs_detect(signal, RATE, verbose=False)),
    "wfdb gqrs": ("wfdb", lambda signal: wfdb.processing.gqrs_detect(signal, RATE, adc_gain=200, adc_zero=0)),
}


def main(folder, result):
    warnings.simplefilter("ignore")
    signals = {
        path.stem: wfdb.rdrecord(str(path.with_suffix("")), channels=[0]).p_signal[:, 0]
        for path in sorted(pathlib.Path(folder).glob("*.hea"))
    }
    found = {}
    for name, (package, detect) in PEERS.items():
        start = time.perf_counter()
        samples = {record: [int(sample) for sample in detect(signal)] for record, signal in signals.items()}
        seconds = time.perf_counter() - start
        found[f"{name} {importlib.metadata.version(package)}"] = {"seconds": seconds, "samples": samples}
        print(name, f"{seconds:.1f} s", flush=True)
        pathlib.Path(result).write_text(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
