"""A trouble the person in front of the machine should read, and the exit codes of the command line."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the command line answers."""

    WELL = 0
    PROBLEMS = 1
    USAGE = 2
    MACHINE = 3
    INTERRUPTED = 130
    """Ctrl-C, as shells count it."""
    TERMINATED = 143
    """SIGTERM, as shells count it."""


class Trouble(Exception):
    """What happened, where, and what to do, in one or two plain sentences; the command ends with `code`."""

    def __init__(self, message: str, code: Exit = Exit.PROBLEMS) -> None:
        super().__init__(message)
        self.code = code
