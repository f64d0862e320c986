"""A room with a world of three voices and its panel, for tests of both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audio.messages import Mix
from game.view.inputs import Pointer
from tests.game.view.fakes import Room
from worlds.format.world import World

if TYPE_CHECKING:
    from arcade.gl import Context

WORLD = World.model_validate(
    {
        "format": 1,
        "world": {"id": "shore", "name": "Shore"},
        "voice": [{"kind": "wind"}, {"kind": "lapping"}, {"kind": "wind", "through": "grass"}],
    }
)
ROWS = ["wind", "lapping", "wind 2", "bell", "meander", "preset", "volume", "listening", "night"]


def opened(ctx: Context, home: Path) -> Room:
    room = Room(ctx, home, mixing=True, world=WORLD)
    room.run(4.0)
    return room


def told(room: Room) -> Mix:
    """The mix the sound was told last."""
    last = room.ears.of(Mix)[-1]
    assert isinstance(last, Mix)
    return last


def choose(room: Room, row: str) -> None:
    """Open the panel and go to a row."""
    if not room.player.mixer.is_open:
        room.tap("V")
    while room.player.mixer._chosen != ROWS.index(row):
        room.tap("DOWN")


def reopened(room: Room, ctx: Context, home: Path) -> Room:
    assert room.player.kit.mixes is not None
    room.player.kit.mixes.close()
    return opened(ctx, home)


def press(room: Room, x: float, y: float) -> None:
    room.player.take(Pointer("press", x, y))
    room.run(0.1)
