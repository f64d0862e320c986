"""Keeps a program running for months: starts it again when it has crashed or hangs, and never gives up.

`python -m game.kiosk.supervisor COMMAND...`. Standard library only, so that it stays small and cannot break with
anything it looks after. The program shows that it lives by writing anything to its standard output, twice a
second; if the supervisor is gone, that write fails and the program ends itself.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from audio.silence import Silence
from game.language import translate as _

HANG_S, LONGEST_HANG_S = 2.5, 16.0
"""Silence that means a hang; twice as long while a program hangs before it is steady, because a machine that is
merely slow would otherwise be stopped at the same place for ever."""
PATIENCE = 3.0
"""So many times as long a silence is allowed while the program says that it makes something slow, by a `+`."""
BUSY = b"+"
START_S = 60.0
"""Silence allowed before the first sign of life."""
FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.25, 4.0
"""From an end to the next start: at once, and longer each time if it does not help."""
STEADY_S = 60.0
"""A program that ran for so long was well; the next pause and the measure of a hang are the first again."""
GRACE_S = 5.0
"""From asking a program to end to making it."""
LOOK_S = 0.2
MOST_LOOKS = 2.0
"""However long ago the last look was, no more than so many times `LOOK_S` counts as silence."""
IS_POSIX = os.name == "posix"


class Child:
    """One run of the program, in a session of its own so that all it started can be ended with it."""

    def __init__(self, command: Sequence[str], now_s: Callable[[], float]) -> None:
        self._now_s = now_s
        self.started_s = self.beaten_s = now_s()
        self.beats = 0
        self.busy = False
        """Whether it said last that it makes something slow."""
        self._process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, start_new_session=IS_POSIX
        )
        self._ears = threading.Thread(target=self._listen, daemon=True)
        self._ears.start()

    @property
    def code(self) -> int | None:
        """Its exit code; None while it runs."""
        return self._process.poll()

    def kill(self) -> None:
        """End it and all it started, at once."""
        with contextlib.suppress(OSError):
            if IS_POSIX:
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()

    def end(self, grace_s: float) -> None:
        """Ask it to end; make it, if it has not after `grace_s`."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(grace_s)
        self.kill()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as pipe:
            while said := os.read(pipe.fileno(), 4096):
                self.beaten_s = self._now_s()
                self.busy = said.endswith(BUSY)
                self.beats += 1


class Supervisor:
    """Runs a command until it ends well or `stop` is called."""

    def __init__(
        self,
        command: Sequence[str],
        say: Callable[[str], None],
        now_s: Callable[[], float] = time.monotonic,
        hang_s: float = HANG_S,
        start_s: float = START_S,
    ) -> None:
        self._command = list(command)
        self._say = say
        self._now_s = now_s
        self._usual_hang_s = self._hang_s = hang_s
        self._start_s = start_s
        self._stopped = threading.Event()

    def stop(self) -> None:
        """End the program and return from `run`; may be called from a signal handler or another thread."""
        self._stopped.set()

    def run(self) -> bool:
        """Keep the program running. True if it ended well by itself, False if it was stopped."""
        pause_s = FIRST_PAUSE_S
        while not self._stopped.is_set():
            lived_s, why = self._run_once()
            if not why:
                return True
            pause_s = FIRST_PAUSE_S if lived_s > STEADY_S else pause_s
            if not self._stopped.is_set():
                self._say(_("{why}; starting it again.").format(why=why))
                self._stopped.wait(pause_s)
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)
        return False

    def _run_once(self) -> tuple[float, str]:
        """How long it ran, and why it must be started again: nothing if it need not be."""
        try:
            child = Child(self._command, self._now_s)
        except OSError as error:
            return 0.0, _("The game cannot be started ({why})").format(why=error.strerror or error)
        why = self._watch(child)
        child.kill()
        return self._now_s() - child.started_s, why

    def _watch(self, child: Child) -> str:
        silence = Silence(self._now_s, MOST_LOOKS * LOOK_S)
        while (code := child.code) is None:
            if self._stopped.wait(LOOK_S):
                child.end(GRACE_S)
                return "stopped"
            if silence.look(child.beats) > self._allowed_s(child):
                self._hang_s = min(self._hang_s * 2, LONGEST_HANG_S)
                return _("The game has not moved for {seconds:.0f} s").format(seconds=silence.length_s)
        return _("The game ended with code {code}").format(code=code) if code else ""

    def _allowed_s(self, child: Child) -> float:
        """How long it may be silent now."""
        if not child.beats:
            return self._start_s
        if child.beaten_s - child.started_s > STEADY_S:
            self._hang_s = self._usual_hang_s
        return self._hang_s * (PATIENCE if child.busy else 1.0)


def main(command: Sequence[str]) -> int:
    """Look after a command until it ends well or a signal comes; 0, or 128 and the signal's number."""
    caught: list[int] = []
    supervisor = Supervisor(command, say)

    def stop(number: int, _frame: object) -> None:
        caught.append(number)
        supervisor.stop()

    for name in ("SIGTERM", "SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)
    return 0 if supervisor.run() else 128 + caught[0]


def say(text: str) -> None:
    """Write a line with the time to the log, if anybody keeps one."""
    with contextlib.suppress(OSError):
        print(time.strftime("%Y-%m-%d %H:%M:%S"), text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
