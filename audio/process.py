"""The audio process, and the handle the game holds of it."""

from __future__ import annotations

import multiprocessing
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from audio.last_told import LastTold
from audio.messages import Hear, Message
from audio.output import ORDER
from audio.report import End, Report
from worlds.said import said

BORN_WITHIN_S = 30.0
"""A child that shows no life so long after its start is taken for dead."""
BEATS_WITHIN_S = 6.0
"""The same between two signs of life."""
PATIENCE_S = (0.0, 1.0, 2.0, 5.0, 10.0)
"""Waits before the first, second, ... restart of a child that keeps dying."""
ASLEEP_S = 2.0
"""Where nobody looked for so long, the machine slept, or starves us all: what its silence says then counts not."""
HEALTHY_S = 60.0
"""A child that lived so long starts the count anew."""
MOST_WAITING = 200


class Sound:
    """The audio process as the game sees it. No method waits for it, and none raises when it dies.

    `start` spawns it; `tick`, once a frame, finds a dead or hanging child and starts another, which is told what
    the one before was told last (`LastTold`), and fades in. With a `file`, sound goes there rather than to
    `outputs`. What the child writes on the terminal it says by `tell`, a function with a name. Not for several
    threads.
    """

    def __init__(
        self,
        outputs: Sequence[str] = ORDER,
        now: Callable[[], float] = time.monotonic,
        file: Path | None = None,
        tell: Callable[[str], str] = str,
    ) -> None:
        self._outputs, self._file, self._now, self._tell = tuple(outputs), file, now, tell
        self._context = multiprocessing.get_context("spawn")
        self._child: SpawnProcess | None = None
        self._link: _Link | None = None
        self._beats = self._context.RawValue("L", 0)
        self._last = LastTold(now)
        self._report = Report("", "", {})
        self._deaths = 0
        self._born_s = self._beat_s = self._due_s = 0.0
        self._looked_s = now()
        self._beat = 0
        self._wanted = False

    @property
    def report(self) -> Report:
        """Where the sound goes, and why not elsewhere."""
        return self._report

    @property
    def status(self) -> str:
        """In a few words, where the sound goes, or why it does not."""
        return str(self._report)

    @property
    def lack(self) -> str:
        """Why nothing is heard, in a sentence (`worlds.said`); empty while all is well."""
        return self._report.lack

    @property
    def fault(self) -> str:
        """What of the world that sounds is not heard, and why, in a sentence; empty while all is well."""
        return self._report.fault

    @property
    def pid(self) -> int | None:
        """The child's process id; None while there is none."""
        return self._child.pid if self._child else None

    def start(self) -> None:
        """Spawn the process and tell it what was sent before; returns at once."""
        self._wanted = True
        self._try_to_spawn(softly=False)

    def send(self, message: Message) -> None:
        """Tell it something, as soon as it listens."""
        self._last.note(message)
        if self._link:
            self._link.send(message)

    def tick(self) -> None:
        """Look after it: to be called once a frame."""
        if not self._wanted:
            return
        if self._child is None:
            if self._now() >= self._due_s:
                self._try_to_spawn(softly=True)
            return
        self._listen()
        if not self._child.is_alive() or self._hangs():
            self._bury()

    def close(self, fade_s: float = 0.5) -> None:
        """Fade out and end the process; it is gone when this returns."""
        self._wanted = False
        if not self._child or not self._link:
            return
        self._link.send(End(fade_s))
        self._child.join(fade_s + 2.0)
        self._bury()

    def _try_to_spawn(self, softly: bool) -> None:
        """Spawn, and tell what is known, the world last; what the system refuses is tried again later."""
        try:
            self._link = self._spawn()
        except (OSError, RuntimeError) as error:
            self._child = None
            self._report = Report(
                "", "", {}, said("The sound process could not be started ({why}), and is tried again.", why=error)
            )
            self._plan_next(self._deaths + 1)
            return
        for message in self._last.messages(softly):
            self._link.send(message)

    def _spawn(self) -> _Link:
        """Start a child. Raises OSError or RuntimeError where memory, files or threads are short."""
        mine, theirs = self._context.Pipe()
        link = _Link(mine)
        self._beats.value = self._beat = 0
        arguments = (theirs, self._beats, self._outputs, self._file, os.getpid(), self._tell)
        self._child = self._context.Process(target=_child, args=arguments, name="stillroom-sound", daemon=True)
        try:
            with _one_thread_each():
                self._child.start()
        except OSError:
            link.close()
            raise
        finally:
            theirs.close()
        self._born_s = self._beat_s = self._looked_s = self._now()
        return link

    def _listen(self) -> None:
        for report in self._link.received() if self._link else ():
            self._report = report
        looked_s, self._looked_s = self._looked_s, self._now()
        if self._looked_s - looked_s > ASLEEP_S:
            self._beat_s = self._looked_s
        if self._beats.value != self._beat:
            self._beat, self._beat_s = self._beats.value, self._now()

    def _hangs(self) -> bool:
        return self._now() - self._beat_s > (BEATS_WITHIN_S if self._beat else BORN_WITHIN_S)

    def _bury(self) -> None:
        """End what is left of the child, and plan the next."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.join(1.0)
            self._report = Report(
                "", "", {}, said("The sound process ended and is started again.") if self._wanted else ""
            )
            self._plan_next(0 if self._now() - self._born_s > HEALTHY_S else self._deaths + 1)
        if self._link:
            self._link.close()
            self._link = None

    def _plan_next(self, deaths: int) -> None:
        self._deaths = deaths
        self._due_s = self._now() + PATIENCE_S[min(max(deaths - 1, 0), len(PATIENCE_S) - 1)]


class _Link:
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


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Children started meanwhile use one thread for linear algebra: two halve the efficiency of small products.

    It has to stand in the environment before numpy is imported, hence here and not in the child.
    """
    names = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
    before = {name: os.environ.get(name) for name in names}
    os.environ.update(dict.fromkeys(names, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _child(*arguments: Any) -> None:
    from audio.memory import settle

    settle()
    from audio.studio import Studio

    Studio(*arguments).run()
