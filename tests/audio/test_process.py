"""The audio process lives as long as it should, and no longer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

import pytest

from audio.link import Link
from audio.messages import Hear, Level, Mix, Play, Trim
from audio.output import ORDER
from audio.process import Sound
from tests.audio.impatience import Impatience
from tests.audio.worlds import HALF, world

PATIENCE_S = 90.0
"""Only a limit for a machine that is very busy; every wait ends with its event."""


def until(event: Callable[[], bool], look: Callable[[], None] = lambda: None) -> None:
    end = time.monotonic() + PATIENCE_S
    while not event():
        assert time.monotonic() < end, "it never happened"
        look()
        time.sleep(0.02)


def runs(pid: int) -> bool:
    """Whether a process lives, and is not only waiting to be buried."""
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@contextmanager
def started(**options: Any) -> Iterator[Sound]:
    """A process that sounds into nothing, unless told otherwise."""
    made = Sound(**{"outputs": ("none",), **options})
    made.start()
    try:
        yield made
    finally:
        made.close(0.0)


@pytest.fixture
def sound() -> Iterator[Sound]:
    with started() as made:
        yield made


class Clock:
    """A time that goes on when told to."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(clock: Clock) -> Iterator[Sound]:
    """A process that has begun to sound, watched by our own clock."""
    with started(now=clock) as made:
        until(beating(made), made.tick)
        yield made


def beating(sound: Sound) -> Callable[[], bool]:
    return lambda: bool(sound._beats.blocks > 3)


def test_it_starts_sounds_and_ends(sound: Sound) -> None:
    sound.send(Play(world(), 1, 0.1))
    until(beating(sound), sound.tick)
    until(lambda: sound.report.output == "none", sound.tick)
    pid = sound.pid
    assert pid is not None
    sound.close(0.05)
    assert not runs(pid)
    assert sound.pid is None


def test_what_would_be_heard_goes_to_a_named_file(tmp_path: Path) -> None:
    with started(outputs=ORDER, file=tmp_path / "heard.wav") as sound:
        sound.send(Play(world(), 1, 0.1))
        until(lambda: sound.report.output == "file", sound.tick)
        heard_at = sound._beats.blocks
        until(lambda: bool(sound._beats.blocks > heard_at + 30), sound.tick)
    with wave.open(str(tmp_path / "heard.wav")) as whole:
        assert whole.getnframes() >= 20 * 2048
        assert any(whole.readframes(whole.getnframes()))


def test_a_killed_child_is_started_again_and_told_what_sounded(sound: Sound) -> None:
    sent = [Level(-6.0), Hear(HALF), Mix("unnamed", {"wind": Trim(-3.0)}), Play(world(), 1, 0.1)]
    for message in sent:
        sound.send(message)
    until(beating(sound), sound.tick)
    first = sound.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until(lambda: sound.pid not in (None, first), sound.tick)
    until(beating(sound), sound.tick)
    assert not runs(first)
    assert [type(message) for message in sound._last.messages(True)] == [Level, Hear, Mix, Play]


def test_what_was_sent_before_the_start_is_told_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    monkeypatch.setattr(Link, "send", lambda _, message: told.append(message))
    monkeypatch.setattr(SpawnProcess, "start", lambda _: None)
    sound = Sound(outputs=("none",))
    sent = [Play(world(), 1, 3.0), Hear(HALF), Level(-20.0), Level(-120.0), Mix("a"), Mix("unnamed")]
    for message in sent:
        sound.send(message)
    sound.start()
    sound._link = None
    assert told == [Level(-120.0, 0.0), sent[1], sent[5], sent[0]]


@pytest.mark.parametrize("refused", ["Pipe", "Process"])
def test_a_refused_process_is_asked_for_again_later(
    refused: str, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = Sound(outputs=("none",), now=clock)

    def refuse(*_: object, **__: object) -> None:
        raise OSError("no more of those")

    with monkeypatch.context() as patch:
        patch.setattr(sound._context, "Pipe" if refused == "Pipe" else "Process", refuse)
        sound.start()
        for _ in range(20):
            sound.tick()
            clock.now_s += 0.5
    assert sound.pid is None
    assert "no more of those" in sound.status
    clock.now_s += 10.0
    sound.tick()
    try:
        until(beating(sound), sound.tick)
    finally:
        sound.close(0.0)


def test_a_pipe_closed_amid_a_write_ends_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[Any] = []
    monkeypatch.setattr(threading, "excepthook", said.append)
    mine, theirs = Pipe()
    link = Link(mine)
    link._waiting.put(b"much" * 1_000_000)
    until(theirs.poll)
    link.close()
    assert not mine.closed
    theirs.close()
    link._writer.join(PATIENCE_S)
    assert (said, mine.closed) == ([], True)


def test_a_child_that_hangs_never_holds_up_the_game_and_is_replaced(timed: Sound, clock: Clock) -> None:
    first = timed.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    for _ in range(3000):  # more than a pipe holds
        timed.send(Hear(HALF))
        timed.tick()
    timed.send(Play(world(), 2, 0.1))
    for _ in range(100):
        clock.now_s += 0.02
        timed.tick()
    until(lambda: timed.pid not in (None, first), timed.tick)
    assert not runs(first)
    until(beating(timed), timed.tick)


def test_one_that_searched_in_vain_for_long_makes_way_for_another_without_a_word(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "none there is")
    pids, lacks = set[int | None](), set[str]()
    with started(outputs=("sdl", "none"), tell=Impatience()) as sound:
        until(lambda: sound.report.output == "none", sound.tick)

        def look() -> None:
            sound.tick()
            pids.add(sound.pid)
            lacks.add(sound.lack)

        until(lambda: len(pids - {None}) == 4, look)
        assert sound._deaths == 0
        assert len(lacks) == 1
        assert "SDL found no sound device" in lacks.pop()


def test_a_machine_that_slept_wakes_with_the_same_process(timed: Sound, clock: Clock) -> None:
    """Both slept; the game looks first, when its child has had no chance to beat yet."""
    child = timed.pid
    assert child is not None
    os.kill(child, signal.SIGSTOP)
    clock.now_s += 8 * 3600.0
    for _ in range(20):
        clock.now_s += 0.02
        timed.tick()
    os.kill(child, signal.SIGCONT)
    heard_at = timed._beats.blocks
    until(lambda: bool(timed._beats.blocks > heard_at + 3), timed.tick)
    assert timed.pid == child


PARENT = """
import sys, time
from audio.process import Sound
if __name__ == "__main__":
    sound = Sound(outputs=("none",))
    sound.start()
    while sound._beats.blocks < 3:
        sound.tick()
        time.sleep(0.02)
    print(sound.pid, flush=True)
    time.sleep(600)
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_child_without_a_parent_ends_itself(how: signal.Signals, tmp_path: object) -> None:
    script = f"{tmp_path}/parent.py"
    with open(script, "w") as file:
        file.write(PARENT)
    environment = {**os.environ, "PYTHONPATH": os.getcwd()}
    parent = subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, text=True, env=environment)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    assert runs(child)
    parent.send_signal(how)
    parent.wait()
    until(lambda: not runs(child))
    parent.stdout.close()


def test_a_world_that_cannot_be_built_is_told_and_the_process_lives(sound: Sound) -> None:
    broken = world().model_copy(update={"voice": ["no voice at all"]})
    sound.send(Play(broken, 1, 0.1))
    until(lambda: "could not be built" in sound.status, sound.tick)
    sound.send(Play(world(), 1, 0.1))
    until(lambda: "could not be built" not in sound.status, sound.tick)
    until(beating(sound), sound.tick)
