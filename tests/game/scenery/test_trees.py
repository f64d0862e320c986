"""Groves and boughs: of the season's colours, moving in the wind, still when stilled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.export.frames import frames
from game.signals.source import SignalSource
from worlds.format.world import World

if TYPE_CHECKING:
    from arcade.gl import Context

SIZE = 256, 144
Picture = NDArray[np.uint8]


def world_of(layer: dict[str, object]) -> World:
    return World.model_validate(
        {
            "format": 1,
            "world": {"id": "t", "name": "t"},
            "camera": {"horizon_ratio": 0.5},
            "layer": [{"kind": "sky", "cloud_ratio": 0.0, "bank_ratio": 0.0}, *([layer] if layer else [])],
        }
    )


def picture(ctx: Context, layer: dict[str, object], at_s: float = 30.0, stilled: bool = False) -> Picture:
    world = world_of(layer)
    source = SignalSource(world, 4, 12.0, hours_per_s=0.0)
    return next(frames(ctx, world, source, 4, SIZE, [at_s], stilled=stilled))


def own_pixels(ctx: Context, layer: dict[str, object]) -> NDArray[np.float64]:
    """The colours (n, 3) a layer puts over the bare sky."""
    seen = picture(ctx, layer).astype(float)
    return seen[np.abs(seen - picture(ctx, {})).max(axis=2) > 24]


@pytest.mark.parametrize(
    ("tree", "season", "strong", "weak"),
    [("maple", "autumn", 0, 2), ("maple", "summer", 1, 2), ("pine", "summer", 1, 0), ("cherry", "spring", 0, 1)],
)
def test_a_bough_has_the_colours_of_its_tree(ctx: Context, tree: str, season: str, strong: int, weak: int) -> None:
    mean = own_pixels(ctx, {"kind": "bough", "tree": tree, "season": season, "falling": 0}).mean(axis=0)
    assert mean[strong] > mean[weak] + 8


def test_an_autumn_grove_is_redder_than_a_summer_grove(ctx: Context) -> None:
    autumn, summer = (
        own_pixels(ctx, {"kind": "grove", "season": name, "haze_ratio": 0.0}) for name in ("autumn", "summer")
    )
    assert len(autumn) > 400
    assert (autumn[:, 0] - autumn[:, 1]).mean() > (summer[:, 0] - summer[:, 1]).mean() + 10


@pytest.mark.parametrize("kind", ["bough", "grove"])
def test_it_moves_in_the_wind_and_not_when_stilled(ctx: Context, kind: str) -> None:
    layer: dict[str, object] = {"kind": kind, "season": "autumn", "sway_ratio": 1.0}
    moving = picture(ctx, layer, 30.0).astype(int) - picture(ctx, layer, 32.0)
    still = picture(ctx, layer, 30.0, stilled=True).astype(int) - picture(ctx, layer, 900.0, stilled=True)
    assert (np.abs(moving).max(axis=2) > 3).mean() > 0.002
    assert np.abs(still).max() <= 3


def test_leaves_fall_from_a_red_maple(ctx: Context) -> None:
    layer: dict[str, object] = {"kind": "bough", "tree": "maple", "season": "autumn", "sway_ratio": 0.0}
    falling = picture(ctx, {**layer, "falling": 30}).astype(int) - picture(ctx, {**layer, "falling": 0})
    assert (np.abs(falling).max(axis=2) > 24).sum() > 20
