"""
Writes one signal as the tables that people have, and the signal itself, to tests/fixtures/recordings/csv.json:

    python tests/reference/recordings_csv.py      (needs numpy and pandas; written with numpy 2.4.6, pandas 3.1.1)

Each table has its text, what it is read with, and what it holds: rate, names, samples in uV (-99999 where missing),
gaps, start. Layouts are those of Apple Health (English, German, Portuguese), rdsamp of the WFDB library (text and CSV),
Polar Sensor Logger, Shimmer Consensys, OpenSignals, pandas' to_csv, and German spreadsheets.
"""

import io
import json
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

count = 60
steps = np.arange(count)
signal = np.round(900 * np.exp(-(((steps % 25) - 9) ** 2) / 4) - 90 * np.cos(steps / 7)).astype(int)  # in uV
tables = {}


def add(name, lines, rate, leads=None, options=None, **more):
    text = "\n".join(lines) + "\n"
    leads = leads or {"ECG": signal}
    tables[name] = {
        "text": text, "options": options or {}, "frequency": rate,
        "leads": {key: [int(v) for v in values] for key, values in leads.items()}, **more,
    }


def milli(uv, point="."):
    return f"{uv / 1000:.3f}".replace(".", point)


def apple(name, texts, rate, point, lead, start):
    head = [line for line in texts] + ["", ""]
    add(name, head + [f"{uv}.000".replace(".", point) for uv in signal], rate, {lead: signal}, start=start)


apple("Apple Health, English", [
    "Name,A. Reader", 'Date of Birth,"Jan 1, 1980"', "Recorded Date,2019-03-28 10:02:12 +0200",
    "Classification,Sinus Rhythm", "Symptoms,", "Software Version,1.0", 'Device,"Watch4,3"',
    "Sample Rate,511.868 hertz", "", "", "Lead,Lead I", "Unit,µV"], 511.868, ".", "Lead I", "2019-03-28T10:02:12+02:00")
apple("Apple Health, German", [
    "Name,A. Leser", "Geburtsdatum,01.01.1980", "Aufzeichnungsdatum,2019-03-28 10:02:12 +0100",
    "Klassifizierung,Sinusrhythmus", "Symptome,", "Softwareversion,1.90", 'Gerät,"Watch5,1"',
    "Messrate,512 Hertz", "", "", "Ableitung,Ableitung I", "Einheit,µV"], 512, ",", "Ableitung I",
    "2019-03-28T10:02:12+01:00")
apple("Apple Health, Portuguese", [
    "Nome,A. Leitor", "Data do registo,2026-08-26 18:15:35 +0100", "Taxa de amostragem,\"511,9 hertz\"", "",
    "Derivação,Derivação I", "Unidade,µV"], 511.9, ",", "Derivação I", "2026-08-26T18:15:35+01:00")

two = {"MLII": signal, "V5": -signal}
add("rdsamp -c", ["'Elapsed time','MLII','V5'", "'hh:mm:ss.mmm','mV','mV'"] +
    [f"'0:{i / 360:06.3f}',{milli(uv)},{milli(-uv)}" for i, uv in enumerate(signal)], 360, two)
add("rdsamp -p -v", ["   Elapsed time   MLII   V5", "      (seconds)   (mV)   (mV)"] +
    [f"{i / 360:15.3f} {milli(uv):>6} {milli(-uv):>6}" for i, uv in enumerate(signal)], 360, two)
add("Polar Sensor Logger", ["Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]"] +
    [f"2023-03-05T10:00:{i // 30:02d}.000;{599999999999999999 + round(i * 1e9 / 130)};{i * 1000 / 130:.6f};{uv}"
     for i, uv in enumerate(signal)], 130, {"ecg": signal})
add("Shimmer", ["sep=\t", "S_Timestamp\tS_ECG_LL-RA_24BIT_CAL", "ms\tmV"] +
    [f"{1679000000000 + i * 1000 / 256}\t{milli(uv)}" for i, uv in enumerate(signal)], 256,
    {"S_ECG_LL-RA_24BIT_CAL": signal}, start="2023-03-16T20:53:20.000Z")
add("OpenSignals", [
    "# OpenSignals Text File Format",
    '# {"00:07:80": {"sensor": ["ECG"], "column": ["nSeq", "ECG"], "sampling rate": 1000, "label": ["A2"]}}',
    "# EndOfHeader"] + [f"{i % 16}\t{uv}\t" for i, uv in enumerate(signal)], 1000, options={"unit": "uV"})
frame = pd.DataFrame({"MLII": signal / 1000, "V5": -signal / 1000})
add("pandas", frame.to_csv().rstrip("\n").split("\n"), 250, two, {"frequency": 250, "unit": "mV"})
frame.index = pd.date_range("2019-03-28 23:59:59.900", periods=count, freq="4ms")
add("pandas with times", frame.to_csv().rstrip("\n").split("\n"), 250, two, {"unit": "mV"}, start="2019-03-28T23:59:59.900")
table = io.StringIO()
frame.reset_index(drop=True).to_csv(table, sep=";", decimal=",", index_label="Probe")
add("pandas, German", table.getvalue().rstrip("\n").split("\n"), 500, two, {"frequency": 500, "unit": "mV"})
add("German spreadsheet", ["Zeit [s];EKG [mV]"] +
    [f"{i / 250:.3f};{uv / 1000:.3f}".replace(".", ",") for i, uv in enumerate(signal)], 250, {"EKG": signal})
add("German with tabs", ["Zeit\tEKG", "s\tmV"] +
    [f"{i / 200:.3f}\t{uv / 1000:.3f}".replace(".", ",") for i, uv in enumerate(signal)], 200, {"EKG": signal})
add("quoted numbers", ['"Zeit (s)","EKG (mV)"'] +
    [f'"{i / 250:.3f}";"{uv / 1000:.3f}"'.replace(".", ",").replace(";", ",") for i, uv in enumerate(signal)],
    250, {"EKG": signal})
add("decimal commas in spaces", ["Zeit_s EKG_mV"] +
    [f"{i / 250:.3f} {uv / 1000:.3f}".replace(".", ",") for i, uv in enumerate(signal)], 250, {"EKG": signal})
add("one column", [milli(uv) for uv in signal], 125, options={"frequency": 125, "unit": "mV"})
add("one column, decimal commas", [milli(uv, ",") for uv in signal], 125, options={"frequency": 125, "unit": "mV"})
add("one column of whole numbers", [str(uv) for uv in signal], 125, options={"frequency": 125, "unit": "uV"})
add("no header", [f"{i / 200},{milli(uv)}" for i, uv in enumerate(signal)], 200, options={"unit": "mV"})
add("sample numbers", ["'sample #','MLII','V5'"] + [f"{i},{uv},{-uv}" for i, uv in enumerate(signal)], 360, two,
    {"frequency": 360, "unit": "uV"})
midnight = datetime(2020, 1, 1, 23, 59, 59, 900000)
clock = [(midnight + timedelta(milliseconds=8 * i)).strftime("%H:%M:%S.%f")[:-3] for i in range(count)]
add("clock past midnight", ["Time,ECG (mV)"] + [f"{t},{milli(uv)}" for t, uv in zip(clock, signal)], 125)
add("volts", ["seconds,ECG (V)"] + [f"{i / 100:.2f},{uv / 1e6:.6f}" for i, uv in enumerate(signal)], 100)
add("times of a system", ["timestamp,ECG [uV]"] + [f"{1679000000 + i / 250:.3f},{uv}" for i, uv in enumerate(signal)], 250,
    start="2023-03-16T20:53:20.000Z")
add("Holter", ["Recorder: H3", "Sampling rate: 1 kHz", "High pass filter: 0.05 Hz", "Mean heart rate: 64 bpm",
    "Start: 2020-01-02 03:04:05", "Unit: uV", "", "Ch1|Ch2"] + [f"{uv}|{-uv}" for uv in signal], 1000,
    {"Ch1": signal, "Ch2": -signal}, start="2020-01-02T03:04:05")
add("gap", ["t [s],ECG [uV]"] + [f"{(i + (100 if i > 20 else 0)) / 100:.2f},{uv}" for i, uv in enumerate(signal)], 100,
    {"ECG": np.concatenate([signal[:21], [-99999] * 100, signal[21:]])}, gaps=[{"start": 0.21, "duration": 1}])
add("missing samples", ["t [s],ECG [uV]"] +
    [f"{i / 100:.2f},{['NaN', '', uv][min(i % 7, 2)]}" for i, uv in enumerate(signal)], 100,
    {"ECG": np.where(steps % 7 < 2, -99999, signal)})

path = Path(__file__).parents[1] / "fixtures" / "recordings" / "csv.json"
path.write_text(json.dumps(tables, ensure_ascii=False, indent=0) + "\n")
