"""Leaving: with a fade, at once when asked twice, and out of sight."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audio.messages import Level, Play
from game.view.choices import EXPLAIN_S
from game.view.inputs import Closing
from game.view.player import LEAVE_S
from tests.game.view.fakes import Room, brightness

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def room(ctx: Context, tmp_path: Path) -> Room:
    room = Room(ctx, tmp_path)
    room.run(5.0)
    return room


def test_leaving_fades_and_then_goes(room: Room) -> None:
    room.tap("ESCAPE")
    assert room.asked == []
    levels = brightness(room, LEAVE_S)
    assert levels[-1] < 10
    assert all(b <= a + 2 for a, b in pairwise(levels))
    room.run(0.2)
    assert room.asked[0] == "leave"
    last = room.ears.of(Play)[-1]
    assert isinstance(last, Play)
    assert last.world is None
    assert last.fade_s == LEAVE_S


def test_the_ring_fades_with_the_picture_and_words_with_the_leaving(room: Room) -> None:
    room.tap("B")
    room.run(EXPLAIN_S + 1.0)
    assert room.ring_light() > 200
    room.player.darken(2.0)
    room.run(2.2)
    assert room.ring_light() < 10
    room.player.brighten(0.5)
    room.tap("H")
    room.run(1.0)
    room.tap("ESCAPE")
    room.run(LEAVE_S)
    assert room.ring_light() < 10


def test_asked_twice_it_goes_at_once(room: Room) -> None:
    room.tap("ESCAPE")
    room.tap("ESCAPE")
    assert room.asked == ["leave"]


def test_the_window_manager_is_obeyed_softly(room: Room) -> None:
    room.player.take(Closing())
    assert room.asked == []
    room.run(LEAVE_S + 0.2)
    assert room.asked[0] == "leave"


def test_out_of_sight_the_world_rests_and_is_silent(room: Room) -> None:
    room.player.hide(True)
    t_s = room.player.kit.clock.t_s
    room.run(60.0)
    assert room.player.kit.clock.t_s == t_s
    silent = room.ears.of(Level)[-1]
    room.player.hide(False)
    back = room.ears.of(Level)[-1]
    assert isinstance(silent, Level)
    assert isinstance(back, Level)
    assert silent.volume_db <= -100 < back.volume_db


def test_out_of_sight_it_can_still_be_closed(room: Room) -> None:
    room.player.hide(True)
    room.player.take(Closing())
    assert room.asked == ["leave"]
