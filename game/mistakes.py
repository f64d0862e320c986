"""The mistakes of a file as a person reads them at the command line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.text import counted, translator
from game.text import translate as _
from worlds.problems import Problem
from worlds.report import as_text


def in_words(problems: Sequence[Problem]) -> list[Problem]:
    """The same in the language of whoever started this process."""
    told = translator().told
    return [replace(each, message=told(each.message), suggestion=told(each.suggestion)) for each in problems]


def listed(problems: Sequence[Problem]) -> str:
    """Each at its place, with what would help."""
    return as_text(in_words(problems), _("help"))


def summary(problems: Sequence[Problem]) -> str:
    """`2 mistakes in 1 file.`"""
    mistakes = counted("{count} mistake", "{count} mistakes", len(problems))
    files = counted("{count} file", "{count} files", len({problem.path for problem in problems}))
    return _("{mistakes} in {files}.").format(mistakes=mistakes, files=files)
