"""What to write before a command: how this program was started, for hints that can be copied."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

RUN_PY = Path(__file__).parents[1] / "run.py"


def called(started_as: str | None = None) -> str:
    """ "stillroom" where it is installed, "python3 run.py" (with its folder, from any other) where that has handed
    over to `game.cli`."""
    started = Path(sys.argv[0] if started_as is None else started_as)
    if started.name != "cli.py" or not RUN_PY.exists():
        return "stillroom"
    file = RUN_PY.name if os.path.exists(RUN_PY.name) and os.path.samefile(RUN_PY.name, RUN_PY) else str(RUN_PY)
    return f'python "{file}"' if os.name == "nt" else f"python3 {shlex.quote(file)}"
