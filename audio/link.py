"""The game's end of the pipe to the sound process."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from multiprocessing.connection import Connection
from typing import Any

from audio.messages import Hear, Message
from audio.report import End, Report

MOST_WAITING = 200
"""Messages that a process which does not listen may leave waiting before signals are left out."""


class Link:
    """The pipe to the child. A thread of its own writes, so that a full pipe never holds up the game."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, name="to-sound", daemon=True)
        self._writer.start()

    def send(self, message: Message | End) -> None:
        """Queue a message; signals are left out while a child does not listen, for there will be newer ones."""
        if isinstance(message, Hear) and self._waiting.qsize() > MOST_WAITING:
            return
        self._waiting.put(message)

    def received(self) -> Iterator[Report]:
        """What the child has said since."""
        try:
            while self._connection.poll():
                yield self._connection.recv()
        except (EOFError, OSError):
            return

    def close(self) -> None:
        """Let go of the pipe as soon as a write under way has ended, which needs the child gone or listening."""
        self._waiting.put(None)

    def _write(self) -> None:
        """Write until told to let go; only here is the pipe closed, so never amid a write."""
        broken = False
        while (message := self._waiting.get()) is not None:
            try:
                if not broken:
                    self._connection.send(message)
            except (OSError, ValueError):
                broken = True
        self._connection.close()
