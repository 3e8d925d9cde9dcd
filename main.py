"""Starts Peilian: the command line decides what is run."""

from __future__ import annotations

import sys

from app.commands import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
