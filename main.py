"""Starts Peilian: its windows, or what the command line asks for."""

from __future__ import annotations

import sys

from app.start import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
