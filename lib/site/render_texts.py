"""Renders texts of notebooks as HTML: a list of {"kind", "text"} on standard input, a list of HTML on standard output.

Python, because nbconvert's Markdown and Pygments are at hand with JupyterLab; started by render_texts.ts.
"""

import json
import sys

from nbconvert.filters import Highlight2HTML, markdown2html

highlight = Highlight2HTML(pygments_lexer="typescript")
render = {"markdown": markdown2html, "code": highlight}
pages = [render[part["kind"]](part["text"]) for part in json.load(sys.stdin.buffer)]
json.dump(pages, sys.stdout)
