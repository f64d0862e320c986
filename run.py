#!/usr/bin/env python3
"""Start Stillroom: `python3 run.py`. The first start makes `.venv` beside this file; later ones hand over at once.

`python3 run.py test` also installs the test tools and runs the tests. Standard library only, and in a syntax that
every Python since 2.7 reads (types stand in comments), so that even a Python that does not fit can say so.
"""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, "stillroom-ready")
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")
NO_SYSTEM_PACKAGES = "--no-system-packages"
MACHINE_LACKS = 3
OLDEST_READER = (3, 6)
"""The set-up itself can be read by a Python as old as this, and finds a fitting one."""


def main():
    # type: () -> None
    """Prepare what is missing, then become the command that was asked for."""
    if sys.version_info[:2] < OLDEST_READER:
        this = "Python {}.{}".format(*sys.version_info[:2])
        refuse("this is " + this + ", which does not fit: start it with python3, which must be 3.11, 3.12 or 3.13.")
    arguments = [word for word in sys.argv[1:] if word != NO_SYSTEM_PACKAGES]
    testing = arguments[:1] == ["test"]
    if not is_ready(testing):
        from game.setup.first_start import prepare

        code = prepare(testing, may_install=NO_SYSTEM_PACKAGES not in sys.argv)
        if code:
            sys.exit(code)
    if testing:
        os.chdir(HERE)
        hand_over("pytest", arguments[1:] or ["-n", "2", "--dist", "worksteal"])
    hand_over("game.cli", arguments, "-P")


def is_ready(testing):
    # type: (bool) -> bool
    """Whether `.venv` was finished for these packages, this folder and the Python beneath."""
    found = stamp()
    return os.path.exists(PYTHON) and found[:3] == wanted() and (not testing or "test" in found[3:])


def stamp():
    # type: () -> list[str]
    """What the present `.venv` was finished for; empty if it was not finished."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read().split("\n")
    except (OSError, UnicodeDecodeError):
        return []


def wanted():
    # type: () -> list[str]
    """What `.venv` must have been finished for. A changed one of these means another set-up."""
    import hashlib

    with open(os.path.join(HERE, "pyproject.toml"), "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return [digest, HERE, os.path.realpath(PYTHON)]


def hand_over(module, arguments, *options):
    # type: (str, list[str], str) -> None
    """Become another program of the environment (on Windows: run it and answer as it does)."""
    import subprocess

    command = [PYTHON]
    for words in (options, ("-m", module), arguments):
        command.extend(words)
    try:
        if os.name != "nt":
            os.execv(command[0], command)
        sys.exit(subprocess.call(command))
    except KeyboardInterrupt:
        sys.exit(0)
    except OSError as error:
        from game.language import translate as _

        said = _("{program} could not be started ({why}). Delete the folder .venv and start again.")
        refuse(said.format(program=command[0], why=error.strerror or error))


def refuse(why):
    # type: (str) -> None
    """Say in one line why it cannot go on, and end."""
    sys.stderr.write("stillroom: " + why + "\n")
    sys.exit(MACHINE_LACKS)


if __name__ == "__main__":
    main()
