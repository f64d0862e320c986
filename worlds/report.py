"""Problems as text for a person, or as JSON for an editor."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence

from worlds.problems import Problem
from worlds.words import printable

WIDEST = 110
"""Longer lines of a file are shown only around the mistake."""

_KEY = re.compile(r"\[*[\w-]+\]*|\"[^\"]*\"|'[^']*'|.|$")


def as_text(problems: Sequence[Problem], help_word: str = "help") -> str:
    """Each problem as `path:line:column: message`, the line with a caret below it, and what would help."""
    return "\n\n".join(_as_text(problem, help_word) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """A JSON list of `{"path", "line", "column", "key", "message", "suggestion"}`."""
    return json.dumps([_as_record(problem) for problem in problems], indent=2, ensure_ascii=False)


def _as_record(problem: Problem) -> dict[str, str | int]:
    return {
        "path": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "key": problem.key,
        "message": problem.message,
        "suggestion": problem.suggestion,
    }


def _as_text(problem: Problem, help_word: str) -> str:
    lines = [problem.headline]
    if problem.source.strip():
        before, rest = _window(problem.source, problem.column)
        marked = _KEY.match(rest)
        carets = "^" * max(1, _width(printable(marked.group() if marked else "")))
        margin = " " * len(str(problem.line))
        lines += [f"  {problem.line} | {printable(before + rest)}"]
        lines += [f"  {margin} | {' ' * _width(printable(before))}{carets}"]
    if problem.suggestion:
        lines.append(f"  {help_word}: {problem.suggestion}")
    return "\n".join(lines)


def _window(source: str, column: int) -> tuple[str, str]:
    """A line parted at a column, with tabs as blanks and what is too far from the column cut off."""
    before, rest = source[: column - 1].replace("\t", " "), source[column - 1 :].replace("\t", " ")
    room = WIDEST // 2
    if len(before) + len(rest) > WIDEST:
        before = before if len(before) <= room else "…" + before[1 - room :]
        rest = rest if len(rest) <= room else rest[: room - 1] + "…"
    return before, rest


def _width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    combining = sum(unicodedata.combining(char) > 0 for char in text)
    return len(text) + wide - combining
