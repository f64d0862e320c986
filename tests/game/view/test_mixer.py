"""The panel of voices: keys alone or the pointer alone turn every voice, and what was turned is found again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audio.messages import LEAST_TRIM_DB, Level, Listen, Mix, Play, Trim
from game.kiosk.visitors import PLAIN, Visitors
from game.view.inputs import Key, Pointer
from game.view.mixer.names import part_name
from game.view.mixer.sheet import Line, Sheet, set_sheet
from game.view.place import Place
from tests.game.view.fakes import Room
from tests.game.view.mixing import ROWS, WORLD, choose, opened, press, reopened, told
from worlds.catalogue import entries
from worlds.parts import parts
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def room(ctx: Context, tmp_path: Path) -> Room:
    return opened(ctx, tmp_path)


def test_keys_turn_what_is_chosen_and_it_is_found_again(ctx: Context, room: Room, tmp_path: Path) -> None:
    assert told(room) == Mix("shore")
    choose(room, "wind 2")
    for key in ("LEFT", "LEFT", "LEFT", "RIGHT"):
        room.tap(key)
    assert told(room) == Mix("shore", {"wind 2": Trim(-2.0)})
    choose(room, "lapping")
    room.tap("M")
    assert told(room).trims["lapping"] == Trim(0.0, muted=True)
    assert told(reopened(room, ctx, tmp_path)) == Mix("shore", {"lapping": Trim(0.0, True), "wind 2": Trim(-2.0)})
    room.tap("_0")
    assert told(room).trims == {"wind 2": Trim(-2.0)}


def test_the_panel_has_its_keys_for_itself(room: Room) -> None:
    levels = len(room.ears.of(Level))
    choose(room, "lapping")
    room.tap("M")
    room.tap("UP")
    assert len(room.ears.of(Level)) == levels, "volume and mute are the world's"
    room.tap("ESCAPE")
    assert not room.player.mixer.is_open
    assert room.events("leaving") == []
    room.tap("M")
    assert len(room.ears.of(Level)) == levels + 1
    room.tap("ESCAPE")
    assert len(room.events("leaving")) == 1


def test_other_keys_do_what_they_always_do(room: Room) -> None:
    choose(room, "lapping")
    room.tap("B")
    assert room.player.kit.talk.ring.shown
    assert room.player.mixer.is_open


def test_a_key_that_is_held_turns_on_and_is_no_breath(room: Room) -> None:
    choose(room, "wind")
    room.player.take(Key("LEFT", down=True))
    room.run(2.0)
    db = told(room).trims["wind"].db
    assert -20.0 < db < -10.0
    assert room.events("breath") == []
    room.player.let_go()
    room.run(1.0)
    assert told(room).trims["wind"].db == db, "the window lost the keyboard"
    room.player.take(Key("RIGHT", down=True))
    room.run(6.0)
    room.player.take(Key("RIGHT", down=False))
    assert told(room).trims["wind"].db == 6.0


def test_a_pointer_alone_opens_it_and_slides(room: Room) -> None:
    panel = room.player.kit.talk.voices
    assert not panel.offered
    room.player.take(Pointer("move", 0.5, 0.5))
    room.run(1.0)
    room.draw()
    assert panel.offered
    press(room, 0.99, 0.03)
    room.player.take(Pointer("release", 0.99, 0.03))
    assert room.player.mixer.is_open
    room.run(1.0)
    room.draw()
    shown = panel._panel_shown
    assert shown is not None
    assert shown.layout is not None
    number, top, bottom = shown.layout.bands[0]
    left, _, _, above = shown.rectangle
    width, height = shown.made_for[1]
    y = above - (top + bottom) / 2 / height
    at = [left + x_px / width for x_px in shown.layout.slider]
    press(room, (at[0] + at[1]) / 2, y)
    assert told(room).trims[ROWS[number]].db == pytest.approx(-9.0, abs=1.0)
    room.player.take(Pointer("move", 0.0, 0.9))
    assert told(room).trims[ROWS[number]].db == LEAST_TRIM_DB
    room.player.take(Pointer("release", 0.0, 0.9))
    press(room, at[1] + 0.06, y)
    assert told(room).trims[ROWS[number]].muted
    assert room.events("touch") == [], "the world was not touched"
    room.player.take(Pointer("release", at[1] + 0.06, y))
    press(room, 0.01, 0.02)
    assert len(room.events("touch")) == 1
    assert room.player.mixer.is_open


def test_the_handle_goes_when_the_pointer_rests(room: Room) -> None:
    room.player.take(Pointer("move", 0.5, 0.5))
    room.run(1.0)
    assert room.player.kit.talk.voices.offered
    room.run(2.0)
    assert not room.player.kit.talk.voices.offered


def test_meander_listening_and_night_are_rows_too(room: Room) -> None:
    choose(room, "meander")
    room.tap("RIGHT")
    assert told(room).meander
    room.tap("ENTER")
    assert not told(room).meander
    choose(room, "listening")
    room.tap("RIGHT")
    choose(room, "night")
    room.tap("M")
    assert room.ears.of(Listen)[-1] == Listen("speakers", night=True)


def test_a_world_brings_its_own_mix_before_it_sounds(room: Room) -> None:
    choose(room, "lapping")
    room.tap("M")
    other = WORLD.model_copy(update={"world": WORLD.world.model_copy(update={"id": "other", "name": "Other"})})
    room.player.visit_place(Place(other, 1))
    room.run(4.0)
    assert [type(each) for each in room.ears.sent if isinstance(each, Mix | Play)][-2:] == [Mix, Play]
    assert told(room) == Mix("other")
    room.tap("LEFT")
    assert told(room).trims == {"lapping": Trim(-1.0)}
    assert told(room).world == "other"


def test_a_kiosk_has_nothing_of_it(ctx: Context, tmp_path: Path) -> None:
    room = Room(ctx, tmp_path, world=WORLD)
    room.run(4.0)
    room.tap("V")
    room.player.take(Pointer("move", 0.5, 0.5))
    room.run(1.0)
    assert not room.player.mixer.is_open
    assert not room.player.kit.talk.voices.offered
    assert room.ears.of(Mix) == []
    assert Visitors(["keyboard"]).heard(Key("V", down=True)) == Key(f"{PLAIN}V", down=True)


def test_in_a_small_window_the_rows_around_the_chosen_one_are_there() -> None:
    lines = tuple(Line(f"Voice {number}", "0 dB", 0.8) for number in range(16))
    for chosen in (0, 7, 15):
        image, layout = set_sheet(Sheet("A world", lines, chosen, ("keys",)), 15, 240)
        assert image.height <= 240
        assert chosen in [number for number, _, _ in layout.bands]
        _, top, bottom = next(band for band in layout.bands if band[0] == chosen)
        assert layout.row_at((top + bottom) / 2) == chosen
    _, layout = set_sheet(Sheet("A world", lines, 3, ("keys",)), 15, 900)
    assert len(layout.bands) == 16


def test_every_part_of_the_built_in_worlds_has_a_name() -> None:
    for entry in entries():
        names = [part_name(str, part) for part in parts(read_world(entry.folder))]
        assert all(names)
        assert len(set(names)) == len(names)
        assert not any("/" in name or "_" in name for name in names)
