"""The audio process, and the handle the game holds of it."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from audio.last_told import LastTold
from audio.link import Link
from audio.messages import Message
from audio.output import ORDER
from audio.report import RETIRED, End, Report
from audio.watch import Beats, Watch
from worlds.said import said

PATIENCE_S = (0.0, 1.0, 2.0, 5.0, 10.0)
"""Waits before the first, second, ... restart of a child that keeps dying."""
HEALTHY_S = 60.0
"""A child that lived so long starts the count anew."""


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
        self._link: Link | None = None
        self._beats = self._context.RawValue(Beats)
        self._watch = Watch(self._beats, now)
        self._last = LastTold(now)
        self._report = Report("", "", {})
        self._deaths = 0
        self._born_s = self._due_s = 0.0
        self._wanted = self._succeeds = False

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
        if not self._child.is_alive() or self._watch.hangs():
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

    def _spawn(self) -> Link:
        """Start a child. Raises OSError or RuntimeError where memory, files or threads are short."""
        mine, theirs = self._context.Pipe()
        link = Link(mine)
        arguments = (theirs, self._beats, self._outputs, self._file, os.getpid(), self._tell)
        self._child = self._context.Process(target=_child, args=arguments, name="stillroom-sound", daemon=True)
        self._watch.begin()
        try:
            with _one_thread_each():
                self._child.start()
        except OSError:
            link.close()
            raise
        finally:
            theirs.close()
        self._born_s = self._now()
        return link

    def _listen(self) -> None:
        for report in self._link.received() if self._link else ():
            # One that succeeds another knows nothing at first, and what the other told still holds.
            if report.output or not self._succeeds:
                self._report, self._succeeds = report, False

    def _bury(self) -> None:
        """End what is left of the child, and plan the next."""
        child, self._child = self._child, None
        if child is not None:
            self._succeeds = self._wanted and child.exitcode == RETIRED
            child.kill()
            child.join(1.0)
            if not self._succeeds:
                self._report = Report(
                    "", "", {}, said("The sound process ended and is started again.") if self._wanted else ""
                )
            healthy = self._succeeds or self._now() - self._born_s > HEALTHY_S
            self._plan_next(0 if healthy else self._deaths + 1)
        if self._link:
            self._link.close()
            self._link = None

    def _plan_next(self, deaths: int) -> None:
        self._deaths = deaths
        self._due_s = self._now() + PATIENCE_S[min(max(deaths - 1, 0), len(PATIENCE_S) - 1)]


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
