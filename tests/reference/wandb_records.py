#!/usr/bin/env python3
"""Records as W&B's own protobuf module serialises them.

command: python wandb_records.py > ../fixtures/wandb/records.golden.json      (wandb 0.31.0)
"""
import json

from google.protobuf.timestamp_pb2 import Timestamp
from wandb.proto import wandb_internal_pb2 as pb

TIME = Timestamp(seconds=1700000000, nanos=250000000)


def items(kind, values):
    return [kind(key=key, value_json=text) for key, text in values.items()]


def environment():
    record = pb.EnvironmentRecord(os="linux", args=["--a", "b"], program="train.ts", host="host", executable="deno", cpu_count=2)
    record.started_at.CopyFrom(TIME)
    return record


RECORDS = {
    "header": pb.Record(header=pb.HeaderRecord(version_info=pb.VersionInfo(producer="ecg-beats", min_consumer="0.70.0"))),
    "run": pb.Record(run=pb.RunRecord(
        run_id="abc", entity="me", project="demo", run_group="g", job_type="train", display_name="a run", notes="n", tags=["a", "b"],
        sweep_id="swp1", host="host", start_time=TIME,
        config=pb.ConfigRecord(update=items(pb.ConfigItem, {"rate": "0.001", "opt": '{"depth":3}', "é": '"☃"'})))),
    "environment": pb.Record(environment=environment()),
    "history": pb.Record(history=pb.HistoryRecord(item=items(pb.HistoryItem, {"loss": "NaN", "up": "Infinity", "_step": "300"}),
                                                  step=pb.HistoryStep(num=300))),
    "history 0": pb.Record(history=pb.HistoryRecord(item=items(pb.HistoryItem, {"loss": "0.5"}), step=pb.HistoryStep(num=0))),
    "summary": pb.Record(summary=pb.SummaryRecord(update=items(pb.SummaryItem, {"best": "0.25"}))),
    "config": pb.Record(config=pb.ConfigRecord(update=items(pb.ConfigItem, {"later": "[1,2.5]"}))),
    "stdout": pb.Record(output_raw=pb.OutputRawRecord(output_type=pb.OutputRawRecord.STDOUT, timestamp=TIME, line="hello\n")),
    "stderr": pb.Record(output_raw=pb.OutputRawRecord(output_type=pb.OutputRawRecord.STDERR, timestamp=TIME, line="bad\n")),
    "files": pb.Record(files=pb.FilesRecord(files=[pb.FilesItem(path="model.json"), pb.FilesItem(path="b.txt")])),
    "exit": pb.Record(exit=pb.RunExitRecord(exit_code=255, runtime=61)),
    "exit 0": pb.Record(exit=pb.RunExitRecord(exit_code=0, runtime=0)),
    "exit -1": pb.Record(exit=pb.RunExitRecord(exit_code=-1, runtime=3)),
}


def main():
    rows = {}
    for number, (name, record) in enumerate(RECORDS.items(), 1):
        record.num = number
        rows[name] = record.SerializeToString().hex()
    print(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
