"""What to write before a command: how this program was started, for hints that can be copied."""

from __future__ import annotations

import os
import sys
from pathlib import Path

RUN_PY = Path(__file__).parents[1] / "run.py"


def called(started_as: str | None = None) -> str:
    """ "stillroom" where it is installed, "python3 run.py" where that has handed over to `game.cli`."""
    started = Path(sys.argv[0] if started_as is None else started_as)
    if started.name != "cli.py" or not RUN_PY.exists():
        return "stillroom"
    return "python run.py" if os.name == "nt" else "python3 run.py"
