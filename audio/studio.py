"""The inside of the audio process: hears the game, builds worlds, looks for outputs, ends when it should."""

from __future__ import annotations

import gc
import logging
import math
import os
import signal
import sys
import threading
import time
import weakref
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Never, TextIO

from audio.engine import Engine
from audio.log import log_in_sentences
from audio.memory import look_seldom, trim
from audio.messages import Play
from audio.mixdown import Mixdown
from audio.output.none import TimeKeeper
from audio.output.search import Found, SearchPace, search
from audio.priority import ask_for_haste
from audio.pump import Coming, Order, Pump
from audio.report import RETIRED, End, Report
from audio.watch import Beats
from worlds.said import said

LOG = logging.getLogger(__name__)
LISTEN_S = 0.05
SWITCH_S = 0.0005
"""How long the thread that builds may hold the interpreter before the one that sounds gets it."""
ORPHAN_FADE_S = 0.3
HEARD_S = 0.2
"""What may still lie in the output's buffer when a fade has been rendered."""
TRIM_AFTER_S = 1.0
"""How long after a fade the world before is surely let go."""


class Studio:
    """Runs until the game asks it to end, or is gone."""

    def __init__(
        self,
        connection: Connection,
        beats: Beats,
        outputs: Sequence[str],
        file: Path | None,
        parent: int,
        tell: Callable[[str], str],
    ) -> None:
        self._connection, self._parent, self._file, self._in_words = connection, parent, file, tell
        self._outputs = tuple(name for name in outputs if name != "none")
        self._wanted = bool(self._outputs) or file is not None
        self._beats = beats
        self._pump = Pump(Mixdown(), TimeKeeper(), self._beat)
        self._wish = 0
        self._deciding = threading.Lock()
        """Held from asking what is wished for to ordering it, so that no world comes after a later wish."""
        self._trim_s = math.inf
        """When memory is next given back: once a change of world is over."""
        self._search: threading.Thread | None = None
        self._pace = SearchPace(time.monotonic())
        self._refusals: dict[str, str] = {}
        self._told: Report | None = None
        self._trouble = ""
        self._fault: Callable[[], str] = str
        """Asks the newest world what of it is not heard."""

    def run(self) -> Never:
        """Until the end of the process."""
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        log_in_sentences(_terminal_of_our_own(), self._in_words)
        threading.excepthook = _log_end_of_thread
        ask_for_haste()
        sys.setswitchinterval(SWITCH_S)
        gc.freeze()
        look_seldom()
        self._pump.start()
        fade_s = ORPHAN_FADE_S
        try:
            fade_s = self._serve()
        except (EOFError, OSError):
            LOG.info(said("the game is gone; so the sound ends"))
        except Exception:
            LOG.exception(said("the sound failed and is started again"))
        self._wish_for((None, fade_s))
        time.sleep(fade_s + HEARD_S)
        self._pump.end(1.0)
        # Threads of audio libraries may be stuck in a dead device; nothing is left that would need an orderly end.
        os._exit(RETIRED if self._retiring else 0)

    def _beat(self) -> None:
        self._beats.blocks += 1

    def _serve(self) -> float:
        """Hear the game until it asks for the end; how long the last fade shall be. What is not heard has none."""
        while os.getppid() == self._parent:
            self._beats.turns += 1
            if self._pump.failed or self._retiring:
                return 0.0
            if self._connection.poll(LISTEN_S):
                message = self._connection.recv()
                if isinstance(message, End):
                    return message.fade_s
                self._heed(message)
            self._look_for_output()
            self._tell()
            if time.monotonic() >= self._trim_s:
                self._trim_s = math.inf
                trim()
        return ORPHAN_FADE_S

    @property
    def _retiring(self) -> bool:
        """Whether to make way for a fresh process: only where there has been no output for long."""
        return self._pace.used_up and self._without_output

    @property
    def _without_output(self) -> bool:
        return isinstance(self._pump.output, TimeKeeper)

    def _heed(self, message: Any) -> None:
        if not isinstance(message, Play):
            self._pump.order(message)
            return
        if message.world is None:
            self._wish_for((None, message.fade_s))
            self._fault = str
            self._trim_s = time.monotonic() + message.fade_s + TRIM_AFTER_S
        else:
            wish = self._wish_for(Coming(True))
            threading.Thread(target=self._build, args=(message, wish), name="build", daemon=True).start()

    def _wish_for(self, order: Order) -> int:
        """Order something that makes void all worlds still being built; the number of this wish."""
        with self._deciding:
            self._wish += 1
            self._pump.order(order)
            return self._wish

    def _fulfil(self, wish: int, order: Order, trouble: str = "") -> bool:
        """Order what came of a wish; whether it was still wished for."""
        with self._deciding:
            if wish != self._wish:
                return False
            self._trouble = trouble
            self._pump.order(order)
            return True

    def _build(self, play: Play, wish: int) -> None:
        """Make a world sound, unless another has been asked for meanwhile."""
        if wish != self._wish or play.world is None:
            return
        name = play.world.world.name
        try:
            engine = Engine(play.world, play.seed, completed=False)
        except Exception as error:
            LOG.exception(said("the sound of {world} could not be built", world=name))
            trouble = said("The sound of {world} could not be built ({why}).", world=name, why=error)
            self._fulfil(wish, Coming(False), trouble)
            return
        if self._fulfil(wish, (engine, play.fade_s)):
            self._fault = _fault_of(engine)
            engine.complete()
            trim()
            self._trim_s = time.monotonic() + play.fade_s + TRIM_AFTER_S

    def _look_for_output(self) -> None:
        """While there is none, search now and then, in a thread: opening a device can take its time."""
        searching = self._search is not None and self._search.is_alive()
        due = self._pace.due(time.monotonic(), found=not self._without_output)
        if not self._wanted or searching or not due:
            return
        self._search = threading.Thread(target=self._find, name="search", daemon=True)
        self._search.start()

    def _find(self) -> None:
        found: Found = search(self._outputs, self._file)
        self._refusals = found.refusals
        if not isinstance(found.output, TimeKeeper):
            self._pump.order(found.output)
        # Only now: the next search must not begin, however long this one took, before the pump has what it found.
        self._pace.searched(time.monotonic())

    def _tell(self) -> None:
        """Tell the game where the sound goes, when that has changed."""
        output = self._pump.output
        unknown = self._without_output and self._wanted and not self._refusals
        name = "" if unknown else output.name
        report = Report(name, output.device, dict(self._refusals), self._trouble, self._fault())
        if report != self._told:
            self._connection.send(report)
            self._told = report


def _fault_of(engine: Engine) -> Callable[[], str]:
    """Asks a world what of it is not heard, without keeping it once it has been let go."""
    kept = weakref.ref(engine)

    def ask() -> str:
        there = kept()
        return there.fault if there else ""

    return ask


def _terminal_of_our_own() -> TextIO:
    """Audio libraries write to the terminal themselves: let them write nowhere, and Python all the same."""
    ours = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    sys.stderr = os.fdopen(ours, "w", buffering=1)
    return sys.stderr


def _log_end_of_thread(ended: threading.ExceptHookArgs) -> None:
    """Log what ended a thread, in place of the traceback Python would print."""
    name = ended.thread.name if ended.thread else ""
    if ended.exc_value is not None:
        LOG.error(said("the sound's thread {name!r} failed", name=name), exc_info=ended.exc_value)
