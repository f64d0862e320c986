"""A copy of what `run.py` and its set-up need, with stand-ins for the programs they call."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import run
from game.language import LOCALE

ROOT = Path(run.HERE)
EARLY = [
    ROOT / "run.py",
    ROOT / "game/__init__.py",
    ROOT / "game/language.py",
    ROOT / "game/reasons.py",
    *(ROOT / "game" / "setup").glob("*.py"),
    ROOT / "game/machine/__init__.py",
    ROOT / "game/machine/libraries.py",
]
UV = """#!/bin/sh
echo "$*" >> "{log}"
case "$1" in
  venv) mkdir -p "{venv}/bin"; ln -sf "{python}" "{venv}/bin/python" ;;
  pip) {install} ;;
esac
"""
CLI = """import os, sys
print("cli", sys.argv[1:], os.getcwd(), __file__)
sys.exit(7)
"""


class Project:
    """A copy of what `run.py` needs, and the programs it may find."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder / "project", folder / "uv.log"
        self.programs = folder / "programs"
        self.options = ["--no-system-packages"]
        self.programs.mkdir()
        for file in EARLY:
            target = self.folder / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, target)
        shutil.copy(ROOT / "pyproject.toml", self.folder)
        shutil.copytree(LOCALE, self.folder / "game" / "locale")
        (self.folder / "game" / "cli.py").write_text(CLI)

    def has_uv(self, install: str = "true") -> None:
        text = UV.format(log=self.log, venv=self.folder / ".venv", python=sys.executable, install=install)
        self.program("uv", text)

    def program(self, name: str, text: str) -> None:
        path = self.programs / name
        path.write_text(text)
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def start(self, *words: str, cwd: Path | None = None, **environment: str) -> Answer:
        variables = {
            "PATH": f"{self.programs}:/usr/bin:/bin",
            "PYTHONPATH": str(self.folder),
            "HOME": str(self.folder),
            "PIP_CONFIG_FILE": os.devnull,
            **environment,
        }
        command = [sys.executable, str(self.folder / "run.py"), *self.options, *words]
        done = subprocess.run(
            command, cwd=cwd or self.folder, env=variables, capture_output=True, text=True, check=False
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    @property
    def calls(self) -> list[str]:
        """How uv was called so far."""
        return self.log.read_text().splitlines() if self.log.exists() else []


class Answer:
    """What a start said, and with what code it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err
        assert "Traceback" not in err
