"""The kiosk and the real player together, through opening, a visit, its end, and closing time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from audio.messages import Level, Play
from game.export.frames import read_rgb
from game.journey.visit import FADE_S
from game.kiosk.config import Config, Hours
from game.kiosk.guide import CLOSED_FPS, QUIETER_DB, KioskGuide
from game.kiosk.settings import PassingSettings
from game.problem import Trouble
from game.scenery.scene import Scene
from game.settings import Settings
from game.signals.hour import HourHand
from game.text import translator
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.clock import Clock
from game.view.ending import REST_FPS
from game.view.equipment import Equipment, Shell
from game.view.hearing import Hearing
from game.view.inputs import Closing, Input, Key, Pointer
from game.view.journal import Journal
from game.view.pace import Pace
from game.view.place import Place
from game.view.plan import Plan
from game.view.player import Player
from game.view.scales import Scales
from game.view.talk import Talk
from game.view.theatre import Theatre
from tests.game.view.fakes import NAMELESS, Recorder, output_of
from worlds.format.world import About, World

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE = (64, 36)
OTHER = World(format=1, world=About(id="other", name="Other"))
CEILING_DB = -10.0
PRESS, RELEASE, SPACE, ESCAPE = Pointer("press", 0.5, 0.3), Pointer("release", 0.5, 0.3), "SPACE", "ESCAPE"


class Room:
    """A kiosk in a room with a clock on the wall, and everything it did to be looked at."""

    def __init__(self, ctx: Context, config: Config, hour: int = 12) -> None:
        self.now_s = 1000.0
        self.wall = datetime(2026, 3, 2, hour, tzinfo=UTC)
        self.ears = Recorder()
        self.left = False
        self.rates: list[float | None] = []
        self.pointer: bool | None = None
        self.settings = PassingSettings(Settings(volume_db=config.volume_ceiling_db))
        self.guide = KioskGuide(config, [NAMELESS, OTHER], 7, self.settings, lambda: self.wall, lambda: self.now_s)
        self.player = Player(Plan(NAMELESS, 7, hint=False), self._equipment(ctx))
        self.output = output_of(ctx, SIZE)

    @property
    def state(self) -> str:
        assert self.guide.state is not None
        return self.guide.state.value

    @property
    def level_db(self) -> float:
        level = self.ears.of(Level)[-1]
        assert isinstance(level, Level)
        return level.volume_db

    @property
    def world(self) -> str:
        place = self.player.kit.theatre.place
        assert place is not None
        return place.world.world.id

    def run(self, seconds: float, *heard: Input, step_s: float = 0.1) -> None:
        """Let time pass; the inputs come at its beginning."""
        for what in heard:
            assert self.guide.takes(what)
        for _ in range(round(seconds / step_s)):
            self.now_s += step_s
            self.guide.tick(self.player)
            self.player.tick()
            self.player.draw(self.output)

    def lightest(self) -> int:
        """The lightest pixel shown, 0..255."""
        self.player.draw(self.output)
        return int(read_rgb(self.output).max())

    def tap(self, name: str) -> None:
        self.run(0.1, Key(name, True), Key(name, False))

    def _equipment(self, ctx: Context) -> Equipment:
        brush = Brush(ctx)
        backdrop = Backdrop(brush)

        def leave() -> None:
            self.left = True

        def show_pointer(shown: bool) -> None:
            self.pointer = shown

        return Equipment(
            theatre=Theatre(ctx, backdrop, Pace(1e9), Scales(), SIZE),
            backdrop=backdrop,
            talk=Talk(brush, translator("en")),
            hearing=Hearing(self.ears, self.settings, lambda: self.now_s),
            settings=self.settings,
            clock=Clock(lambda: self.now_s),
            hour_hand=HourHand(lambda: 12.0),
            now_s=lambda: self.now_s,
            shell=Shell(leave, lambda: None, show_pointer, self.rates.append),
            journal=Journal(None, lambda: self.now_s),
        )


def config(**changes: object) -> Config:
    usual = {"worlds": ["a", "b"], "session_minutes": 1.0, "volume_ceiling_db": CEILING_DB, "pin": "2580"}
    return Config.model_validate({**usual, **changes})


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


@pytest.mark.parametrize("step_s", [0.05, 0.25])
def test_the_end_is_black_before_the_visit_would_say_so_whatever_the_rate(ctx: Context, step_s: float) -> None:
    room = Room(ctx, config())
    room.run(8.0, step_s=step_s)
    room.run(1.0, PRESS, RELEASE, step_s=step_s)
    room.run(60.0 + FADE_S - 0.5, step_s=step_s)
    assert room.state in ("reset", "attract")
    assert REST_FPS not in room.rates


def test_put_back_from_a_rest_draws_at_the_usual_pace_again(room: Room) -> None:
    room.player.begin_visit(1.0)
    room.run(100.0)
    assert room.rates == [REST_FPS]
    room.player.put_back(Place(NAMELESS, 7))
    assert room.rates == [REST_FPS, None]
