"""A visitor's visit, from its opening on, on a bench where time is ours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from arcade.gl import ShaderException

from audio.messages import Bell, Hear, Level, Play
from game import folders
from game.journey.visit import FADE_S
from game.scenery.scene import Scene
from game.view.inputs import Key, Pointer
from game.view.place import Place
from tests.game.view.fakes import NAMELESS, Room, brightness

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def room(ctx: Context, tmp_path: Path) -> Room:
    room = Room(ctx, tmp_path)
    room.run(5.0)
    return room


def test_it_opens_from_dim_light_in_three_seconds(ctx: Context, tmp_path: Path) -> None:
    room = Room(ctx, tmp_path)
    room.run(0.1)
    levels = [room.draw(), *brightness(room, 5.0)]
    assert 0 < levels[0] < levels[-1] / 3
    assert levels[-1] > 60
    assert max(b - a for a, b in pairwise(levels)) < 20
    plays = room.ears.of(Play)
    assert len(plays) == 1


def test_the_sound_hears_the_signals_at_most_thirty_times_a_second(room: Room) -> None:
    before = len(room.ears.of(Hear))
    room.run(2.0, fps=120)
    assert 30 <= len(room.ears.of(Hear)) - before <= 70


def test_volume_keys_and_mute_are_remembered(room: Room, tmp_path: Path) -> None:
    room.tap("MINUS")
    room.tap("DOWN")
    room.tap("M")
    level = room.ears.of(Level)[-1]
    assert isinstance(level, Level)
    assert level.volume_db <= -100
    room.tap("PLUS")
    level = room.ears.of(Level)[-1]
    assert isinstance(level, Level)
    assert level.volume_db == -9.0
    room.player.kit.settings.close()
    assert "volume_db = -9.0" in (tmp_path / "settings.toml").read_text()


def test_the_kiosk_s_ceiling_is_never_passed(room: Room) -> None:
    room.player.kit.hearing.limit(-20.0)
    for _ in range(10):
        room.tap("PLUS")
    level = room.ears.of(Level)[-1]
    assert isinstance(level, Level)
    assert level.volume_db == -20.0


def test_a_visit_rings_settles_fades_and_rests(room: Room) -> None:
    room.tap("F5")
    room.run(0.1)
    assert len(room.ears.of(Bell)) == 1
    room.run(120.0)
    hear = room.ears.of(Hear)[-1]
    assert isinstance(hear, Hear)
    assert hear.signals.settle > 0.9
    room.run(62.0)
    assert len(room.ears.of(Bell)) == 2
    assert isinstance(room.ears.of(Play)[-1], Play)
    levels = brightness(room, FADE_S)
    assert levels[-1] < 0.3 * levels[0]
    assert max(abs(b - a) for a, b in pairwise(levels)) < 3
    assert room.events("rest")
    assert room.asked[-1] == 10.0


@pytest.mark.parametrize("wait_s", [5.0, 15.0, 40.0])
def test_taken_back_from_any_point_of_the_end_the_picture_never_jumps(room: Room, wait_s: float) -> None:
    room.tap("F5")
    room.run(180.0 + wait_s)
    before = room.draw()
    room.tap("A" if wait_s > FADE_S else "F5")
    levels = [before, *brightness(room, 4.0)]
    assert max(abs(b - a) for a, b in pairwise(levels)) < 9
    assert levels[-1] > 60
    last = room.ears.of(Play)[-1]
    assert isinstance(last, Play)
    assert last.world is not None


def test_a_visit_asked_for_on_the_command_line_ends_by_leaving(ctx: Context, tmp_path: Path) -> None:
    room = Room(ctx, tmp_path, minutes=0.5)
    room.run(5.0)
    assert len(room.ears.of(Bell)) == 1
    room.run(24.0)
    assert room.asked == []
    room.run(35.0)
    assert room.draw() < 10
    assert room.asked[0] == "leave"


def test_who_falls_asleep_is_left_in_the_dark_bit_by_bit(ctx: Context, tmp_path: Path) -> None:
    room = Room(ctx, tmp_path, sleep_minutes=0.5)
    levels = brightness(room, 32.0)
    assert levels[60] > 60
    assert max(abs(b - a) for a, b in pairwise(levels)) < 9
    assert levels[-1] < 10
    assert "leave" in room.asked
    assert any(isinstance(told, Level) and abs(told.fade_s - 30.0) < 0.1 for told in room.ears.of(Level))


def test_sleep_goes_on_out_of_sight_in_picture_and_sound_alike(ctx: Context, tmp_path: Path) -> None:
    room = Room(ctx, tmp_path, sleep_minutes=1.0)
    room.run(6.0)
    room.player.hide(True)
    room.run(44.0)
    room.player.hide(False)
    told = room.ears.of(Level)[-1]
    room.run(3.0)
    assert brightness(room, 0.2)[-1] < 20
    assert isinstance(told, Level)
    assert told.volume_db < -30.0
    room.player.hide(True)
    assert "leave" not in room.asked
    room.run(10.0)
    assert "leave" in room.asked


@pytest.mark.parametrize("name", ["SPACE", "ESCAPE", "PLUS", "DOWN", "F11", "F5", "_2", "Q", "LSHIFT"])
def test_any_key_held_breathes_and_does_nothing_else(room: Room, name: str) -> None:
    settings = room.player.kit.settings.now
    room.run(3.0)
    room.player.take(Key(name, down=True))
    room.run(3.5)
    full = room.player.breath.level
    room.player.take(Key(name, down=False))
    room.run(4.0)
    assert full > 0.8
    assert room.player.breath.level < full - 0.3
    assert room.player.kit.settings.now == settings
    assert (room.asked, room.events("command"), room.events("visit")) == ([], [], [])


def test_a_tap_is_a_tap_on_a_machine_that_stalls_meanwhile(room: Room) -> None:
    """The key is heard to come up a second late, after one long frame: no breath, and Escape leaves."""
    room.run(4.0)
    room.player.take(Key("ESCAPE", down=True))
    room.now_s += 1.0
    room.player.tick()
    room.player.take(Key("ESCAPE", down=False))
    room.run(3.0)
    assert "leave" in room.asked


def test_each_tap_of_a_volume_key_is_one_step(room: Room) -> None:
    for _ in range(3):
        room.tap("DOWN")
    assert room.player.kit.settings.now.volume_db == -15.0


@pytest.mark.parametrize("fps", [4.0, 30.0])
def test_the_curtain_and_the_world_go_by_one_clock_whatever_the_rate(room: Room, fps: float) -> None:
    before_s = room.player.kit.clock.t_s
    room.player.darken(FADE_S)
    room.run(FADE_S - 0.5, fps)
    assert not room.player.dark
    assert room.player.curtain.level > 0.99
    room.run(0.75, fps)
    assert room.player.dark
    assert room.player.kit.clock.t_s - before_s == pytest.approx(FADE_S + 0.25, abs=0.26)


def test_a_voice_that_is_not_heard_is_told_once(room: Room) -> None:
    room.run(1.0)
    room.ears.fault = "The recording is not heard."
    room.run(1.0)
    assert [event["said"] for event in room.events("trouble")] == ["The recording is not heard."]


def test_trouble_with_the_settings_is_told_when_it_comes_up_and_once(room: Room) -> None:
    room.player.kit.settings.trouble = "The settings cannot be kept."
    room.run(30.0)
    room.player.kit.settings.trouble = ""
    room.run(1.0)
    room.player.kit.settings.trouble = "The settings cannot be kept."
    room.run(1.0)
    assert [event["said"] for event in room.events("trouble")] == ["The settings cannot be kept."] * 2


def test_a_tapped_space_stills_and_is_remembered(room: Room, tmp_path: Path) -> None:
    room.tap("SPACE")
    assert room.player.stilled
    room.player.kit.settings.close()
    assert "still = true" in (tmp_path / "settings.toml").read_text()


def test_the_world_s_time_goes_on_whatever_is_pressed(room: Room) -> None:
    before = room.player.kit.clock.t_s
    for name in ("SPACE", "B", "N", "H", "F5", "_9", "A", "F11"):
        room.tap(name)
    assert room.player.kit.clock.t_s > before


def test_a_press_is_kept_by_the_place_and_heard(room: Room) -> None:
    room.player.take(Pointer("press", 0.3, 0.4))
    assert room.player.shown is not None
    assert [(e.phase, e.x, e.y) for e in room.player.shown.strokes.events] == [("press", 0.3, 0.4)]


def test_a_world_that_cannot_be_made_is_told_and_logged(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "log_file", lambda: tmp_path / "log")

    def broken(_: Scene) -> Iterator[None]:
        yield
        raise ShaderException("the driver does not like it")

    monkeypatch.setattr(Scene, "prepare", broken)
    room.player.visit_place(Place(NAMELESS, 7))
    room.run(1.0)
    assert room.events("failed")
    assert "does not like it" in (tmp_path / "log").read_text()
    assert room.player.shown is not None
    assert room.player.shown.seed == 1


def test_a_full_disk_ends_the_journal_and_not_the_visit(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: str) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(room.story, "write", full)
    room.tap("M")
    room.run(0.5)
