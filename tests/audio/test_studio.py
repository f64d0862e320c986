"""The inside of the audio process: what waits for a world, and how it looks for an output."""

from __future__ import annotations

import logging
import os
import sys
import threading
from multiprocessing import Pipe
from types import SimpleNamespace
from typing import Any

import pytest

from audio import studio as rooms
from audio.log import log_in_sentences
from audio.messages import Bell, Play
from audio.output.none import TimeKeeper
from audio.output.search import Found
from audio.studio import Studio
from audio.watch import Beats
from tests.audio.worlds import Tone, world
from worlds.said import said


def studio() -> Studio:
    return Studio(Pipe()[1], Beats(), ("none",), None, os.getpid(), str)


def obey(made: Studio) -> None:
    """Let the pump, which is not started, take its orders."""
    while made._pump._orders:
        made._pump._obey(made._pump._orders.popleft())


def test_a_bell_rung_while_its_world_is_being_built_rings_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    made, before, after, built = studio(), Tone(), Tone(), threading.Event()

    def slowly(*_: Any, **__: Any) -> Tone:
        built.wait()
        return after

    monkeypatch.setattr(rooms, "Engine", slowly)
    made._pump.order((before, 1.0))
    made._heed(Play(world(), 1, 1.0))
    made._heed(Bell())
    obey(made)
    built.set()
    for thread in threading.enumerate():
        if thread.name == "build":
            thread.join()
    obey(made)
    assert (before.bells, after.bells) == (0, 1)


def test_what_of_a_world_fails_is_told_and_that_keeps_no_world_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    made, told = studio(), list[Any]()
    monkeypatch.setattr(made, "_connection", SimpleNamespace(send=told.append))
    there = [Tone()]
    there[0].fault = "The owl failed."
    monkeypatch.setattr(rooms, "Engine", lambda *_, **__: there[0])
    made._build(Play(world(), 1, 1.0), made._wish)
    made._tell()
    assert (told[-1].fault, told[-1].lack) == ("The owl failed.", "The owl failed.")
    made._pump._orders.clear()
    there.clear()
    made._tell()
    assert told[-1].fault == ""


def test_no_world_comes_after_silence_was_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """The wish for silence falls just when the world is handed over."""
    made, later = studio(), list[threading.Thread]()
    orders: list[Any] = []

    def order(given: Any) -> None:
        if isinstance(given, tuple) and given[0] is not None:
            later.append(threading.Thread(target=made._heed, args=(Play(None, 1, 1.0),)))
            later[0].start()
            later[0].join(0.2)
        orders.append(given)

    monkeypatch.setattr(rooms, "Engine", lambda *_, **__: Tone())
    monkeypatch.setattr(made._pump, "order", order)
    made._build(Play(world(), 1, 1.0), made._wish)
    later[0].join()
    assert orders[-1] == (None, 1.0)


def test_memory_is_given_back_once_after_a_change_of_world(monkeypatch: pytest.MonkeyPatch) -> None:
    made, trims, times = studio(), list[float](), iter(range(1, 40))
    now_s = [0.0]

    def polled(_: float) -> bool:
        now_s[0] = next(times) / 2
        if now_s[0] > 12.0:
            raise EOFError
        return now_s[0] == 2.0

    connection = SimpleNamespace(poll=polled, recv=lambda: Play(None, 1, 3.0), send=lambda _: None)
    monkeypatch.setattr(made, "_connection", connection)
    monkeypatch.setattr(rooms, "time", SimpleNamespace(monotonic=lambda: now_s[0]))
    monkeypatch.setattr(rooms, "trim", lambda: trims.append(now_s[0]))
    monkeypatch.setattr(made, "_parent", os.getppid())
    with pytest.raises(EOFError):
        made._serve()
    assert trims == [2.0 + 3.0 + rooms.TRIM_AFTER_S]


def test_what_is_logged_is_said_by_whoever_started_the_process(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    log_in_sentences(sys.stderr, lambda text: text.upper())
    rooms.LOG.warning(said("the sound was lost: {why}", why=said("unplugged")))
    rooms.LOG.warning("%d from elsewhere", 3)
    assert capsys.readouterr().err == "stillroom: THE SOUND WAS LOST: UNPLUGGED\nstillroom: 3 from elsewhere\n"


def test_a_thread_that_fails_is_told_of_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    log_in_sentences(sys.stderr, str)
    monkeypatch.setattr(threading, "excepthook", rooms._log_end_of_thread)
    failing = threading.Thread(target=lambda: [][0], name="sound")
    failing.start()
    failing.join()
    told = "the sound's thread 'sound' failed (IndexError: list index out of range)"
    assert capsys.readouterr().err == f"stillroom: {told}\n"


def test_a_pump_that_fails_ends_the_process_at_once_so_that_another_is_started(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made, (ours, made._connection) = studio(), Pipe()

    def fail(_: object) -> None:
        raise RuntimeError("no sound")

    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    monkeypatch.setattr(made, "_parent", os.getppid())
    monkeypatch.setattr(made._pump._mixdown, "render", fail)
    made._pump.start()
    made._pump.join()
    assert made._serve() == 0.0
    assert not ours.poll(), "it did not go on"


def test_no_search_begins_before_the_pump_has_what_a_slow_one_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """PortAudio knows one set of devices: to look for them anew would end the stream just opened."""
    made, clock = studio(), [1000.0]

    def slowly(*_: object) -> Found:
        clock[0] += 30.0
        return Found(TimeKeeper())

    monkeypatch.setattr(rooms, "time", SimpleNamespace(monotonic=lambda: clock[0]))
    monkeypatch.setattr(rooms, "search", slowly)
    made._find()
    assert not made._pace.due(clock[0], found=False)
    assert made._pace.due(clock[0] + 3.0, found=False)
