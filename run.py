#!/usr/bin/env python3
"""Start Stillroom: `python3 run.py`. The first start makes `.venv` beside this file; later ones hand over at once.

`python3 run.py test` also installs the test tools and runs the tests. Standard library only, and in a syntax that
Python 3.6 still reads, so that even a Python that does not fit can say so.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, "stillroom-ready")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
NO_SYSTEM_PACKAGES = "--no-system-packages"


def main() -> None:
    """Prepare what is missing, then become the command that was asked for."""
    arguments = [word for word in sys.argv[1:] if word != NO_SYSTEM_PACKAGES]
    testing = arguments[:1] == ["test"]
    if not is_ready(testing):
        from game.setup.first_start import prepare

        code = prepare(testing, may_install=NO_SYSTEM_PACKAGES not in sys.argv)
        if code:
            sys.exit(code)
    if testing:
        os.chdir(HERE)
        hand_over([PYTHON, "-m", "pytest", *arguments[1:]])
    hand_over([PYTHON, "-P", "-m", "game.cli", *arguments])


def is_ready(testing: bool) -> bool:
    """Whether `.venv` was finished for these packages, this folder and the Python beneath."""
    found = stamp()
    return os.path.exists(PYTHON) and found[:3] == wanted() and (not testing or "test" in found[3:])


def stamp() -> "list[str]":
    """What the present `.venv` was finished for; empty if it was not finished."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def wanted() -> "list[str]":
    """What `.venv` must have been finished for. A changed one of these means another set-up."""
    import hashlib

    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return [digest, HERE, os.path.realpath(PYTHON)]


def hand_over(command: "list[str]") -> None:
    """Become another program (on Windows: run it and answer as it does)."""
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    try:
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(0)


if __name__ == "__main__":
    main()
