"""The picture's side of the sound: what it is told, and what to do without it."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from audio.messages import Message
from game.text import told


class Ears(Protocol):
    """The handle of the audio process, as the window uses it. Nothing here may wait or raise."""

    @property
    def lack(self) -> str:
        """Why nothing is heard, in a sentence of `worlds.said`; empty while all is well or not yet known."""

    @property
    def fault(self) -> str:
        """What of the world that sounds is not heard, and why, likewise."""

    def start(self) -> None:
        """Begin; returns at once."""

    def send(self, message: Message) -> None:
        """Tell it something."""

    def tick(self) -> None:
        """Look after it: a process that died is started again."""

    def close(self, fade_s: float) -> None:
        """Fade out and end."""


class Silence:
    """No sound, on purpose or for want of it."""

    lack = fault = ""

    def start(self) -> None:
        """Nothing to start."""

    def send(self, message: Message) -> None:
        """Nobody listens."""

    def tick(self) -> None:
        """Nothing to look after."""

    def close(self, fade_s: float) -> None:
        """Nothing to end."""


def ears(file: Path | None = None) -> Ears:
    """The sound process, not started yet; it finds an output by itself, and goes on without one.

    With a `file`, what would be heard is written there instead.
    """
    from audio.process import Sound

    return Sound(file=file, tell=told)
