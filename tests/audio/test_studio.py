"""The inside of the audio process: what waits for a world, and how it looks for an output."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from multiprocessing import Pipe
from typing import Any

import pytest

from audio import studio as rooms
from audio.messages import Bell, Play
from audio.studio import Studio
from tests.audio.worlds import Tone, world


def studio() -> Studio:
    beats = multiprocessing.get_context("spawn").RawValue("L", 0)
    return Studio(Pipe()[1], beats, ("none",), None, os.getpid())


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


def test_a_thread_that_fails_is_told_of_in_a_sentence(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(rooms._Sentences("stillroom: %(message)s"))
    monkeypatch.setattr(rooms.LOG, "handlers", [handler])
    monkeypatch.setattr(rooms.LOG, "propagate", False)
    monkeypatch.setattr(threading, "excepthook", rooms._log_end_of_thread)
    failing = threading.Thread(target=lambda: [][0], name="sound")
    failing.start()
    failing.join()
    assert capsys.readouterr().err == "stillroom: sound failed (IndexError: list index out of range)\n"
