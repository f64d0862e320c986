"""Which Python the environment can be made with."""

import os
import shutil
import subprocess
import sys

OLDEST, TOO_NEW = (3, 11), (3, 14)
RANGE = ">=3.11,<3.14"
"""As `requires-python` in pyproject.toml."""
MAKES_VENVS = "import ensurepip, venv"


def fits(version: "tuple[int, ...]") -> bool:
    """Whether Stillroom runs on this (major, minor)."""
    return OLDEST <= version < TOO_NEW


def fitting(venv: str) -> str:
    """This Python if it fits (the one beneath, inside a `.venv`), else another on the path that does, else ""."""
    this = getattr(sys, "_base_executable", None) or sys.executable
    if fits(tuple(sys.version_info[:2])) and this and not this.startswith(venv + os.sep):
        return str(this)
    for minor in range(TOO_NEW[1] - 1, OLDEST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and not found.startswith(venv + os.sep) and version_of(found) == (3, minor):
            return found
    return ""


def uv() -> str:
    """The uv program; "" if there is none."""
    return shutil.which("uv") or os.environ.get("UV", "")


def version_of(python: str) -> "tuple[int, ...]":
    """The (major, minor) a Python program answers with; () if it does not run."""
    return tuple(map(int, ask(python, "import sys; print(*sys.version_info[:2])").split()))


def can(python: str, code: str) -> bool:
    """Whether a line of code succeeds in that Python."""
    return ask(python, code + "; print(1)") == "1"


def venv_package(python: str) -> str:
    """Debian's name for the venv module of a Python."""
    return "python{}.{}-venv".format(*version_of(python))


def ask(python: str, code: str) -> str:
    """What a Python prints for a line of code; "" if it fails."""
    try:
        answer = subprocess.check_output([python, "-c", code], stderr=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return answer.decode("utf-8", "replace").strip()
