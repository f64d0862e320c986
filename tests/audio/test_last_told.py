"""A sound process started again goes on where the one before it was."""

from __future__ import annotations

import pytest

from audio.dsp.fade import Fade
from audio.last_told import FADE_IN_S, LastTold
from audio.messages import Bell, Hear, Level, Listen, Mix, Play
from tests.audio.worlds import HALF, world


def test_the_newest_of_all_that_lasts_is_told_the_world_last() -> None:
    last = LastTold(lambda: 0.0)
    place = world()
    told = [Play(place, 1, 3.0), Mix("a"), Mix("b"), Hear(HALF), Bell(), Listen("mono"), Level(-20.0)]
    for message in told:
        last.note(message)
    assert last.messages(softly=False) == [Level(-20.0, 0.0), told[5], told[3], told[2], told[0]]
    assert last.messages(softly=True)[-1] == Play(place, 1, FADE_IN_S)


def test_a_long_fade_goes_on_from_where_it_was() -> None:
    clock = [0.0]
    last = LastTold(lambda: clock[0])
    last.note(Level(-6.0, 0.15))
    clock[0] = 100.0
    last.note(Level(-120.0, 3600.0))
    clock[0] = 1900.0
    by_itself = Fade(Level(-6.0).gain)
    by_itself.head_for(0.0, 3600.0)
    by_itself.step(1800.0)
    now, rest = last.messages(softly=True)
    assert isinstance(now, Level)
    assert (now.gain, now.fade_s) == (pytest.approx(by_itself.value), 0.0)
    assert rest == Level(-120.0, 1800.0)
    clock[0] = 3800.0
    assert last.messages(softly=True) == [Level(-120.0, 0.0)]
