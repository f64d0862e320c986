"""The sea of cloud: crags that a seed sets anew, cloud that surges and that hands part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery.cloudsea.lie import PLANES, crags, crest
from game.scenery.cloudsea.strips import HEIGHT_PX, WIDTH_PX, strip
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

NOON, SUNRISE = 12.5, 6.6


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("cloud_sea")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def test_a_strip_meets_itself_and_is_closed_below() -> None:
    work = strip(np.random.default_rng(3), 40)
    while True:
        try:
            next(work)
        except StopIteration as done:
            picture = done.value
            break
    assert picture.shape == (HEIGHT_PX, WIDTH_PX, 4)
    cover = picture[..., 3].astype(float)
    steps = np.abs(np.diff(cover, axis=1)).mean(axis=0)
    assert np.abs(cover[:, 0] - cover[:, -1]).mean() <= steps.max()
    assert (np.diff(cover, axis=0) <= 0).all()
    assert cover[0].min() == 255
    assert cover[-1].max() < 255


def test_seeds_set_crags_differently() -> None:
    lies = [crags(np.random.default_rng(seed), 6, 0.3, 1.78, 1) for seed in range(12)]
    assert len({tuple(one.shape for one in lie) for lie in lies}) > 4
    for lie in lies:
        assert len(lie) == 6
        assert [one.plane for one in lie] == sorted(one.plane for one in lie)
        tallest = max(lie, key=lambda one: one.height)
        assert 0.15 < tallest.x < 0.95


def test_planes_come_down_from_the_horizon() -> None:
    heights = [crest(plane, 0.47) for plane in range(PLANES)]
    assert heights[0] >= 0.47
    assert heights == sorted(heights, reverse=True)
    assert np.diff(heights)[0] > np.diff(heights)[-1]


def test_cloud_moves_and_keeps_still_when_stilled(painter: Painter) -> None:
    early = painter.paint(painter.frame(NOON, 20.0))
    assert changed(early, painter.paint(painter.frame(NOON, 60.0))) > 0.02
    frames = [painter.frame(NOON, t_s, stilled=True) for t_s in (20.0, 4000.0)]
    for frame in frames:
        painter.scene.advance(frame.signals, 3600.0)
    first, second = (painter.paint(frame) for frame in frames)
    assert changed(first, second) < 0.01


def test_a_hand_parts_the_cloud(painter: Painter) -> None:
    touches = TouchEvent("press", 0.5, 0.2, 18.0), TouchEvent("release", 0.5, 0.2, 18.2)
    plain = painter.paint(painter.frame(SUNRISE, 22.0))
    parted = painter.paint(painter.frame(SUNRISE, 22.0, touches=touches))
    apart = np.abs(parted.astype(int) - plain.astype(int)).max(axis=-1)
    width = apart.shape[1]
    assert (apart > 6).mean() > 0.004
    where = np.argwhere(apart > 6)
    assert abs(where[:, 1].mean() / width - 0.5) < 0.15
    later = painter.paint(painter.frame(SUNRISE, 40.0, touches=touches))
    assert np.array_equal(later, painter.paint(painter.frame(SUNRISE, 40.0)))


def test_the_cloudscape_is_most_of_what_is_under_the_horizon(world: World, painter: Painter) -> None:
    index = next(i for i, model in enumerate(world.layers) if kind_of(type(model)) == "cloudscape")
    frame = painter.frame(NOON, 20.0)
    assert changed(painter.paint(frame), painter.paint(frame, without=[index])) > 0.35
