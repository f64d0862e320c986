"""Going from world to world by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.game.view.fakes import Room
from worlds.catalogue import Entry

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from arcade.gl import Context

WORLD = 'format = 1\n[world]\nname = "{name}"\n[[layer]]\nkind = "sky"\n'


def shelf(home: Path, *names: str) -> list[Entry]:
    """Small packs, one for each name."""
    for name in names:
        (home / name).mkdir()
        (home / name / "world.toml").write_text(WORLD.format(name=name.title()), "utf-8")
    return [Entry(name, home / name, builtin=False) for name in names]


def test_arrows_go_round_the_shelf_from_where_a_number_led(
    ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(ctx, tmp_path, worlds=shelf(tmp_path, "dune", "fen", "glade"))
    went = list[str]()
    monkeypatch.setattr(room.player, "visit_place", lambda place: went.append(place.world.world.name))
    for key in ("RIGHT", "RIGHT", "_3", "RIGHT", "LEFT", "PAGEUP", "PAGEDOWN"):
        room.tap(key)
    assert went == ["Dune", "Fen", "Glade", "Dune", "Glade", "Fen", "Glade"]


def test_a_broken_world_does_not_bar_the_way(ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    worlds = shelf(tmp_path, "dune", "fen", "glade")
    (tmp_path / "fen" / "world.toml").write_text("format = ", "utf-8")
    room = Room(ctx, tmp_path, worlds=worlds)
    went = list[str]()
    monkeypatch.setattr(room.player, "visit_place", lambda place: went.append(place.world.world.name))
    for _ in range(3):
        room.tap("RIGHT")
    assert went == ["Dune", "Glade"]


def test_before_the_first_comes_the_last(ctx: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    room = Room(ctx, tmp_path, worlds=shelf(tmp_path, "dune", "fen"))
    went = list[str]()
    monkeypatch.setattr(room.player, "visit_place", lambda place: went.append(place.world.world.name))
    room.tap("LEFT")
    assert went == ["Fen"]
