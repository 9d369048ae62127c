"""Executes the notebook on standard input and writes it, or what went wrong, to standard output as JSON.

Python, because Jupyter's client is; started by execute_notebook.ts with the folder to work in as its argument.
"""

import json
import sys
import tempfile

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

SECONDS_A_CELL = 1200

notebook = nbformat.reads(sys.stdin.buffer.read().decode(), as_version=4)
failure = {}


def start_cell(cell, cell_index):
    failure["cell"] = cell_index
    if sys.stderr.isatty():
        print(f"\r  cell {cell_index + 1} of {len(notebook.cells)}", end="\r", file=sys.stderr, flush=True)


def keep_error(cell, cell_index, execute_reply):
    failure.update(execute_reply["content"])


client = NotebookClient(
    notebook,
    kernel_name="deno",
    timeout=SECONDS_A_CELL,
    record_timing=False,
    coalesce_streams=True,
    on_cell_start=start_cell,
    on_cell_error=keep_error,
)
with tempfile.TemporaryFile() as kernel_log:
    try:
        client.execute(cwd=sys.argv[1], stdout=kernel_log, stderr=kernel_log)
        result = {"notebook": json.loads(nbformat.writes(notebook))}
    except CellExecutionError:
        result = {"failure": failure}
    except CellTimeoutError:
        failure.update(ename="Timeout", evalue=f"it took more than {SECONDS_A_CELL} seconds")
        result = {"failure": failure}
    except DeadKernelError:
        kernel_log.seek(0)
        log = kernel_log.read().decode(errors="replace")[-2000:]
        failure.update(ename="KernelDied", evalue="the kernel ended", traceback=log.splitlines())
        result = {"failure": failure}
    except Exception:
        # A client that was told to end has no kernel manager any more, and stumbles over that.
        if client.km is not None:
            raise
        sys.exit(1)
sys.stdout.buffer.write(json.dumps(result).encode())
