"""Mixes in the panel of voices: kept under names, forgotten, carried in files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audio.messages import Mix, Trim
from game.view.inputs import Key, Typed
from tests.game.view.fakes import Room
from tests.game.view.mixing import ROWS, choose, opened, press, reopened, told

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def room(ctx: Context, tmp_path: Path) -> Room:
    return opened(ctx, tmp_path)


def test_a_mix_is_kept_chosen_and_forgotten(ctx: Context, room: Room, tmp_path: Path) -> None:
    choose(room, "wind")
    room.tap("LEFT")
    keep(room)
    choose(room, "lapping")
    room.tap("M")
    keep(room, "Still night")
    room = reopened(room, ctx, tmp_path)
    choose(room, "preset")
    room.tap("RIGHT")
    assert told(room) == Mix("shore"), "after the last comes what the maker wrote"
    room.tap("RIGHT")
    assert told(room).trims == {"wind": Trim(-1.0)}
    room.tap("DELETE")
    assert told(room).trims == {"wind": Trim(-1.0)}, "it goes on sounding"
    mixes = room.player.kit.mixes
    assert mixes is not None
    assert list(mixes.of("shore").presets) == ["Still night"]


def keep(room: Room, name: str = "") -> None:
    """Keep the mix that sounds, under the name that is proposed or one typed as a keyboard types."""
    room.player.take(Key("S", down=True))
    room.player.take(Typed("s"))
    room.player.take(Key("S", down=False))
    for letter in name:
        room.player.take(Key("SPACE" if letter == " " else letter.upper(), down=True))
        room.player.take(Typed(letter))
        room.player.take(Key("SPACE" if letter == " " else letter.upper(), down=False))
    room.tap("ENTER")


def test_a_name_is_mended_or_given_up_as_it_is_typed(room: Room) -> None:
    choose(room, "wind")
    room.tap("LEFT")
    room.tap("S")
    room.player.take(Typed("Evenin\x08gs"))
    room.tap("BACKSPACE")
    room.tap("LEFT")
    room.player.take(Typed("!"))
    assert room.player.kit.talk.voices._sheet is not None
    assert room.player.kit.talk.voices._sheet.lines[ROWS.index("preset")].value == "Evening!_"
    assert told(room).trims == {"wind": Trim(-1.0)}, "no key but those of the name does anything"
    room.tap("ESCAPE")
    assert room.player.mixer.is_open
    assert room.events("preset") == []
    room.tap("S")
    for _ in range(3):
        room.tap("BACKSPACE")
    room.tap("ENTER")
    assert room.events("preset") == [], "nothing can be kept under no name"
    room.player.take(Typed("z" * 90))
    room.tap("ENTER")
    assert room.events("preset")[-1]["kept"] == "z" * 40
    assert not room.player.stilled


def test_a_press_beside_the_rows_gives_up_the_name_and_shows_it(room: Room) -> None:
    panel = room.player.kit.talk.voices
    choose(room, "wind")
    room.tap("S")
    room.run(1.0)
    room.draw()
    shown, sheet = panel._panel_shown, panel._sheet
    assert shown is not None
    assert sheet is not None
    assert sheet.lines[ROWS.index("preset")].value.endswith("_")
    left, _, _, top = shown.rectangle
    press(room, left + 0.001, top - 0.001)
    assert panel._sheet is not None
    assert not panel._sheet.lines[ROWS.index("preset")].value.endswith("_")


def test_mixes_go_to_files_and_come_from_them(room: Room, tmp_path: Path) -> None:
    choose(room, "lapping")
    room.tap("M")
    room.tap("E")
    room.tap("E")
    files = sorted((tmp_path / "exchange").glob("*.toml"))
    assert len(files) == 2, "nothing is written over"
    text = files[0].read_text()
    assert "lapping" in text
    (tmp_path / "exchange" / "broken.toml").write_text("format = 1\nworld = 3\n")
    # The world of this test lies in no catalogue: as from another's machine, it is told at its place.
    room.tap("I")
    assert room.events("taken_in")[-1]["mistakes"] >= 3
    assert room.player.kit.talk._problems.shown
