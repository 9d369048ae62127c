"""The rows of tests/fixtures/beats/extract.csv as pandas writes them: with a header of numbers, with the rows' numbers
beside it and gzipped, with names and gzipped. float32, of which pandas writes the shortest text that is the same number.

Made with Python 3.11.7, numpy 2.4.6 and pandas 3.1.1:
    python tests/reference/sources_pandas.py tests/fixtures/beats/extract.csv tests/fixtures/sources/pandas
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd

out = Path(sys.argv[2])
table = pd.read_csv(sys.argv[1], header=None).astype(np.float32)
# No time of writing in a gzip file: the same bytes each time.
gzip = {"method": "gzip", "mtime": 1}
table.to_csv(out / "header.csv", index=False)
table.to_csv(out / "numbered.csv.gz", compression=gzip)
table.columns = [f"value_{i}" for i in range(187)] + ["label"]
table.to_csv(out / "named.csv.gz", index=False, compression=gzip)
