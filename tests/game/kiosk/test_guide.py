"""The kiosk and the real player together, through opening, a visit, its end, and closing time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from audio.messages import Play
from game.journey.visit import FADE_S
from game.kiosk.config import Hours
from game.kiosk.guide import CLOSED_FPS, QUIETER_DB
from game.problem import Trouble
from game.scenery.scene import Scene
from game.settings import Settings
from game.view.ending import REST_FPS
from game.view.inputs import Key
from game.view.place import Place
from tests.game.kiosk.rooms import CEILING_DB, PRESS, RELEASE, SPACE, Room, config
from tests.game.view.fakes import NAMELESS

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def room(ctx: Context) -> Room:
    room = Room(ctx, config())
    room.run(8.0)
    return room


def test_it_invites_quietly_and_shows_the_worlds_in_turn(room: Room) -> None:
    assert (room.state, room.world, room.pointer) == ("attract", "nameless", True)
    assert room.level_db == CEILING_DB - QUIETER_DB
    room.run(4 * 60.0, step_s=0.25)
    assert room.world == "other"


def test_a_touch_begins_a_visit_at_full_loudness_and_is_answered(room: Room) -> None:
    room.run(1.0, PRESS, RELEASE)
    assert room.state == "session"
    assert room.level_db == CEILING_DB
    assert room.player.course.visit is not None
    assert room.player.shown is not None
    assert [event.phase for event in room.player.shown.strokes.events] == ["press", "release"]


def test_after_the_visit_everything_is_as_it_was(room: Room) -> None:
    first = room.player.shown
    room.run(1.0, PRESS, RELEASE)
    for name in ("MINUS", SPACE, "B"):
        room.tap(name)
    assert room.player.stilled
    assert room.player.kit.talk.ring.shown
    room.run(88.0)
    assert room.state in ("ending", "reset")
    room.run(20.0)
    assert room.state == "attract"
    assert not room.player.dark
    assert room.settings.now == Settings(volume_db=CEILING_DB)
    assert (room.player.stilled, room.player.kit.talk.ring.shown, room.player.course.visit) == (False, False, None)
    assert room.player.shown is not first
    assert room.player.shown is not None
    assert (room.world, room.player.shown.seed, room.player.shown.strokes.events) == ("nameless", 7, [])
    assert room.level_db == CEILING_DB - QUIETER_DB


def test_a_visit_is_not_cut_while_nobody_moves_nor_at_closing_time(ctx: Context) -> None:
    room = Room(ctx, config(hours=Hours(monday=["08:00-13:00"]).model_dump()))
    room.run(6.0)
    room.run(1.0, PRESS, RELEASE)
    room.wall = room.wall.replace(hour=20)
    room.run(50.0, step_s=0.25)
    assert room.state == "session"
    assert not room.player.dark
    room.run(60.0)
    assert room.state == "closed"


def test_closed_it_is_dark_silent_and_slow_until_it_opens(ctx: Context) -> None:
    room = Room(ctx, config(hours=Hours(monday=["08:00-18:00"]).model_dump()), hour=7)
    room.run(10.0)
    assert (room.state, room.player.dark, room.rates) == ("closed", True, [CLOSED_FPS])
    assert not any(isinstance(sent, Play) and sent.world for sent in room.ears.sent)
    room.run(5.0, PRESS, RELEASE, Key("A", True))
    assert room.state == "closed"
    room.wall = room.wall.replace(hour=8)
    room.run(5.0)
    assert (room.state, room.player.dark, room.rates[-1]) == ("attract", False, None)
    assert room.player.kit.hearing.sounding
    room.wall = room.wall.replace(hour=3)  # the clock is set back
    room.run(5.0)
    assert room.lightest() < 10, "words on a closed kiosk"
    assert (room.state, room.player.dark, room.rates[-1]) == ("closed", True, CLOSED_FPS)


def unmakeable(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """From now on these worlds cannot be made."""
    prepare = Scene.prepare

    def refuse(scene: Scene) -> Iterator[None]:
        if scene.world.world.id in names:
            raise RuntimeError("out of everything")
        yield from prepare(scene)

    monkeypatch.setattr(Scene, "prepare", refuse)


def test_a_world_that_cannot_be_made_again_in_the_dark_is_passed_over(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.run(1.0, PRESS, RELEASE)
    unmakeable(monkeypatch, "nameless")
    room.run(120.0)
    assert (room.state, room.world, room.player.dark) == ("attract", "other", False)


def test_a_first_world_that_cannot_be_made_is_passed_over(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    unmakeable(monkeypatch, "nameless")
    room = Room(ctx, config())
    room.run(8.0)
    assert (room.state, room.world) == ("attract", "other")


def test_when_no_world_can_be_made_it_ends_so_that_it_is_started_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.run(1.0, PRESS, RELEASE)
    unmakeable(monkeypatch, "nameless", "other")
    with pytest.raises(Trouble, match="None of the kiosk's worlds"):
        room.run(120.0)


@pytest.mark.parametrize("step_s", [0.05, 0.25])
def test_the_end_is_black_before_the_visit_would_say_so_whatever_the_rate(ctx: Context, step_s: float) -> None:
    room = Room(ctx, config())
    room.run(8.0, step_s=step_s)
    room.run(1.0, PRESS, RELEASE, step_s=step_s)
    room.run(60.0 + FADE_S - 0.5, step_s=step_s)
    assert room.state in ("reset", "attract")
    assert REST_FPS not in room.rates


def test_the_next_visitor_has_the_moon_of_their_own_day(ctx: Context) -> None:
    """A kiosk that runs for weeks shows each world as it is when it comes."""
    room = Room(ctx, config(attract_minutes=0.5))
    room.run(8.0)
    lags = []
    for _ in range(2):
        room.wall += timedelta(days=5)
        room.run(70.0, step_s=0.25)
        assert room.player.shown is not None
        lags.append(room.player.shown.world.light.moon_lag_hours)
    assert abs(lags[0] - lags[1]) > 2.0


def test_put_back_from_a_rest_draws_at_the_usual_pace_again(room: Room) -> None:
    room.player.begin_visit(1.0)
    room.run(100.0)
    assert room.rates == [REST_FPS]
    room.player.put_back(Place(NAMELESS, 7))
    assert room.rates == [REST_FPS, None]
