"""The mistakes of a file as a person reads them at the command line."""

from __future__ import annotations

from collections.abc import Sequence

from game.text import counted
from game.text import translate as _
from worlds.problems import Problem
from worlds.report import as_text


def listed(problems: Sequence[Problem]) -> str:
    """Each at its place, with what would help."""
    return as_text(problems, _("help"))


def summary(problems: Sequence[Problem]) -> str:
    """`2 mistakes in 1 file.`"""
    mistakes = counted("{count} mistake", "{count} mistakes", len(problems))
    files = counted("{count} file", "{count} files", len({problem.path for problem in problems}))
    return _("{mistakes} in {files}.").format(mistakes=mistakes, files=files)
