"""What is logged, as sentences on the terminal: a visitor can do nothing with a traceback."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TextIO


def log_in_sentences(stream: TextIO, tell: Callable[[str], str]) -> None:
    """Write this process's warnings and errors there, a line each; `tell` says a `Said` to whoever reads."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Sentences(tell))
    logging.basicConfig(handlers=[handler])


class _Sentences(logging.Formatter):
    def __init__(self, tell: Callable[[str], str]) -> None:
        super().__init__()
        self._tell = tell

    def format(self, record: logging.LogRecord) -> str:
        """What was logged, and of an error only what it is."""
        ours = isinstance(record.msg, str) and not record.args
        text = self._tell(record.msg) if ours else record.getMessage()
        error = record.exc_info[1] if record.exc_info else None
        return f"stillroom: {text}" + (f" ({type(error).__name__}: {error})" if error else "")
