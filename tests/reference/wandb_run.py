#!/usr/bin/env python3
"""A run folder written by W&B's own client, and what its own protobuf module reads in the file.

command: python wandb_run.py ../fixtures/wandb      (wandb 0.31.0)
writes client_run.wandb (the log as the client wrote it) and client_run.golden.json.
"""
import glob
import json
import os
import shutil
import struct
import sys
import tempfile

from google.protobuf.json_format import MessageToDict

FLOW = {"name": "sgd", "momentum": 0.5}


def write_run(folder):
    import wandb

    settings = wandb.Settings(x_disable_meta=True, x_disable_stats=True, x_disable_machine_info=True, disable_git=True,
                              host="host", console="wrap", save_code=False, x_save_requirements=False, silent=True)
    run = wandb.init(project="demo", entity="me", id="client01", name="a run", group="g", job_type="train", notes="n",
                     tags=["a", "b"], dir=folder, mode="offline", settings=settings,
                     config={"rate": 1e-05, "units": 64, "whole": 1.0, "on": True, "none": None, "opt": FLOW})
    run.config.update({"later": [1, 2.5]})
    print("hello")
    for epoch in range(5):
        run.log({"epoch": epoch, "val_loss": 1 / (epoch + 1), "odd": float("nan") if epoch == 2 else float("inf"), "nest": {"a": epoch}})
    run.log({"long": "x" * 17000})
    run.summary["best"] = 0.25
    run.finish()


def records(data):
    from wandb.proto import wandb_internal_pb2 as pb

    at, body = 7, b""
    while at + 7 <= len(data):
        left = 32768 - at % 32768
        if left < 7:
            at += left
            continue
        _, length, kind = struct.unpack("<IHB", data[at:at + 7])
        body += data[at + 7:at + 7 + length]
        at += 7 + length
        if kind in (1, 4):
            yield pb.Record.FromString(body)
            body = b""


def main():
    target = os.path.abspath(sys.argv[1])
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    write_run(folder)
    [path] = glob.glob(folder + "/wandb/offline-run-*/run-client01.wandb")
    shutil.copy(path, target + "/client_run.wandb")
    rows = [MessageToDict(record, preserving_proto_field_name=True) for record in records(open(path, "rb").read())]
    open(target + "/client_run.golden.json", "w").write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__":
    main()
