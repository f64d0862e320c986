"""A mistake in something a person wrote, said so that they can mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

WORLD_FILE = "world.toml"
"""The file every pack has."""


@dataclass(frozen=True)
class Problem:
    """One mistake at one place of a text file. Lines and columns count from 1."""

    path: Path
    line: int
    column: int
    key: str
    message: str
    suggestion: str = ""
    source: str = field(default="", compare=False)
    """The line of the file the mistake stands on."""

    @property
    def headline(self) -> str:
        """`path:line:column: message`."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class Unreadable(Exception):
    """Raised when a file cannot be used; carries every mistake found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.headline for problem in problems))
        self.problems = problems
