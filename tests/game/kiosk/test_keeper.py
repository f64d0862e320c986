"""Who may do what in a kiosk: listed inputs, the PIN, and keys that are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.settings import Settings
from game.view.inputs import Closing, Key
from tests.game.kiosk.rooms import CEILING_DB, ESCAPE, PRESS, RELEASE, SPACE, Room, config

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def room(ctx: Context) -> Room:
    room = Room(ctx, config())
    room.run(8.0)
    return room


def test_keys_that_leave_silence_or_change_do_nothing_without_the_pin(room: Room) -> None:
    room.run(1.0, PRESS, RELEASE)
    for name in (ESCAPE, "F11", "M", "H", "F5", "_2", ESCAPE):
        room.tap(name)
    room.run(5.0, Closing())
    assert not room.left
    assert not room.settings.now.muted
    assert room.world == "nameless"
    assert room.state == "session"


def test_with_the_pin_escape_leaves(room: Room) -> None:
    for digit in "2580":
        room.tap(f"_{digit}")
    room.tap(ESCAPE)
    room.run(3.0)
    assert room.left


def test_only_listed_inputs_begin_a_visit(ctx: Context) -> None:
    room = Room(ctx, config(inputs=["keyboard"]))
    room.run(5.0, PRESS, RELEASE)
    assert (room.state, room.pointer) == ("attract", False)
    room.tap("A")
    assert room.state == "session"


def test_what_the_keeper_changed_while_nobody_visits_is_put_back_with_the_lock(ctx: Context) -> None:
    room = Room(ctx, config(inputs=["touch"]))
    room.run(8.0)
    for digit in "2580":
        room.tap(f"_{digit}")
    for name in ("M", "F5", SPACE):
        room.tap(name)
    assert (room.state, room.settings.now.muted, room.player.stilled) == ("attract", True, True)
    room.run(70.0, step_s=0.25)
    assert (room.state, room.settings.now.muted, room.player.stilled) == ("attract", False, False)
    assert room.player.course.visit is None


@pytest.mark.parametrize("name", [SPACE, "N", "MINUS"])
def test_the_key_that_begins_a_visit_does_nothing_else_but_can_be_held(room: Room, name: str) -> None:
    room.tap(name)
    assert (room.state, room.player.stilled, room.player.breath.free) == ("session", False, False)
    assert room.settings.now == Settings(volume_db=CEILING_DB)
    room.tap(SPACE)
    assert room.player.stilled


def test_a_key_held_from_the_invitation_on_is_a_breath_until_it_comes_up(room: Room) -> None:
    room.run(2.0, Key(SPACE, True))
    assert (room.state, room.player.breath.held) == ("session", True)
    room.run(0.2, Key(SPACE, False))
    assert not room.player.breath.held
    assert not room.player.stilled


def test_unlocking_in_the_middle_of_a_visit_leaves_no_key_held(room: Room) -> None:
    room.run(1.0, PRESS, RELEASE)
    for digit in "258":
        room.tap(f"_{digit}")
    room.run(0.3, Key("_0", True))
    room.run(2.0, Key("_0", False))
    assert not room.player.breath.held
