"""No built-in world flashes or stands in stripes, however it is touched; nothing needs to be held back.

The short form, for every world there is. `python -m tests.tools.comfort` is the long one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.comfort import clips
from game.comfort.changes import changing
from game.comfort.clips import FPS, SIZE_PX, Clip, Plan
from game.comfort.restraint import Restraint
from game.comfort.trial import tried
from game.comfort.turns import cells
from tests.game.worlds.shots import WORLDS
from worlds.catalogue import BUILTIN
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

HOURS = (6.2, 12.0, 21.0)


@pytest.mark.parametrize("name", WORLDS)
def test_a_world_is_calm_in_a_storm_of_touches(ctx: Context, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clips, "SECONDS", 1.6)
    report = tried(clips.clips(ctx, read_world(BUILTIN / name), Plan(HOURS, (1,), [])))
    assert report.clips == len(HOURS)
    assert report.excesses == [], report.excesses


@pytest.mark.parametrize("name", WORLDS)
def test_nothing_is_held_back_at_eight_touches_a_second(
    ctx: Context, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clips, "SECONDS", 2.0)
    monkeypatch.setattr(clips, "TOUCHES_PER_S", 8)
    frames = 0
    for clip in clips.clips(ctx, read_world(BUILTIN / name), Plan((12.0, 20.0), (3,), [])):
        restraint = Restraint()
        for frame in clip.frames:
            assert restraint.see(cells(frame), 1 / FPS) is None
            frames += 1
    assert frames == 120


@pytest.mark.parametrize(("hour", "every_s"), [(12.0, 0.8), (23.0, 3.5)])
def test_changing_worlds_is_calm(ctx: Context, hour: float, every_s: float) -> None:
    worlds = [read_world(BUILTIN / name) for name in WORLDS]
    report = tried([Clip(hour, 1, changing(ctx, worlds, hour, every_s, SIZE_PX, FPS), changes=True)])
    assert report.seconds > 4
    assert report.excesses == [], report.excesses
