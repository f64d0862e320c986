"""Deep Blue: every layer is seen, answers what it should, and keeps still when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.comfort.flashes import FlashMeter
from game.scenery.touches import TouchEvent
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

FPS = 30


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("deep_blue")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def layers(world: World, *kinds: str) -> list[int]:
    return [i for i, model in enumerate(world.layers) if kind_of(type(model)) in kinds]


def parts(
    painter: Painter, world: World, kind: str, **moment: float
) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    """What one kind adds to the picture, with signs."""
    frame = painter.frame(**moment)
    return painter.paint(frame) - painter.paint(frame, without=layers(world, kind))


def test_every_layer_is_seen_at_some_hour(world: World, painter: Painter) -> None:
    moments = [painter.frame(h, t_s) for h in (12.0, 23.0) for t_s in (20.0, 60.0, 200.0, 320.0)]
    whole = [painter.paint(frame) for frame in moments]
    for i, model in enumerate(world.layers):
        seen = max(
            changed(all_, painter.paint(frame, without=[i])) for frame, all_ in zip(moments, whole, strict=True)
        )
        assert seen > 0.0004, kind_of(type(model))


@pytest.mark.parametrize("size_px", [(144, 256), (192, 144), (336, 144), (512, 144)])
def test_no_edge_is_bare_on_any_screen(ctx: Context, world: World, size_px: tuple[int, int]) -> None:
    picture = Painter(ctx, world, 3, size_px).paint(Painter(ctx, world, 3, size_px).frame(12.0))
    for edge in (picture[0], picture[-1], picture[:, 0], picture[:, -1]):
        assert edge.max() > 20
        assert (edge.max(axis=-1) > 4).mean() > 0.9


def test_bells_go_by_the_breath(world: World, painter: Painter) -> None:
    out, full = (painter.paint(painter.frame(12.0, signals=Signals(breath=b))) for b in (0.0, 1.0))
    without = layers(world, "jellyfish")
    rest = [painter.paint(painter.frame(12.0, signals=Signals(breath=b)), without=without) for b in (0.0, 1.0)]
    assert changed(out, full, by=10) > changed(*rest, by=10) + 0.003


def test_the_surface_is_brightest_under_the_light_and_the_deep_is_dark(world: World, painter: Painter) -> None:
    others = [i for i in range(len(world.layers)) if i not in layers(world, "depths")]
    frame = painter.frame(12.0)
    picture = painter.paint(frame, without=others).mean(axis=2)
    assert picture[:14].mean() > 2 * picture[90:110].mean()
    brightest = picture[:30].mean(axis=0)
    at = 0.5 + (frame.light.source_x - 0.5) * 0.7
    assert abs(np.convolve(brightest, np.ones(25) / 25, "same").argmax() / picture.shape[1] - at) < 0.12


def test_jellyfish_shine_more_against_the_dark(world: World, painter: Painter) -> None:
    noon, night = (parts(painter, world, "jellyfish", hour=h) for h in (12.0, 23.5))
    assert night.max() > 60
    assert night[night > 0].sum() > 0.7 * noon[noon > 0].sum()


def test_plankton_lights_up_along_the_hand_and_goes_dark_again(painter: Painter) -> None:
    drag = [TouchEvent("move" if i else "press", 0.3 + 0.4 * i / 60, 0.5, 18.0 + i / 60, 1) for i in range(60)]
    drag.append(TouchEvent("release", 0.7, 0.5, 19.0, 1))
    alone, stirred = painter.frame(23.0, 20.0), painter.frame(23.0, 20.0, touches=drag)
    before, after = painter.paint(alone), painter.paint(stirred)
    gained = (after - before).mean(axis=2)
    height, width = gained.shape
    along = gained[int(height * 0.42) : int(height * 0.58), int(width * 0.3) : int(width * 0.7)]
    assert along.mean() > 2
    assert gained[: height // 4].mean() < 0.1 * along.mean()
    late = painter.frame(23.0, 40.0, touches=drag), painter.frame(23.0, 40.0)
    assert np.array_equal(*(painter.paint(frame) for frame in late))


@pytest.mark.parametrize("hour", [12.0, 23.0])
def test_a_storm_of_touches_stays_calm(painter: Painter, hour: float) -> None:
    storm = [
        TouchEvent("press", 0.1 + 0.8 * (n * 0.618 % 1), 0.1 + 0.8 * (n * 0.414 % 1), 18.0 + n / 20, n)
        for n in range(60)
    ]
    meter = FlashMeter(FPS)
    for n in range(3 * FPS):
        meter.see(painter.paint(painter.frame(hour, 18.0 + n / FPS, touches=storm)).astype(np.uint8))
    assert meter.calm, (meter.general, meter.red)


def test_a_stilled_world_keeps_still_and_the_light_goes_on(painter: Painter) -> None:
    early = painter.paint(painter.frame(12.0, 20.0, stilled=True))
    assert np.array_equal(early, painter.paint(painter.frame(12.0, 4000.0, stilled=True)))
    assert changed(early, painter.paint(painter.frame(19.2, stilled=True))) > 0.8


def test_fish_kelp_and_light_move(world: World, painter: Painter) -> None:
    for kind in ("shoal", "kelp", "depths", "plankton"):
        others = [i for i in range(len(world.layers)) if i not in layers(world, kind, "depths")]
        a, b = (painter.paint(painter.frame(12.0, t), without=others) for t in (20.0, 26.0))
        assert changed(a, b, by=2) > 0.01, kind


def test_it_moves_as_smoothly_after_ten_days(painter: Painter) -> None:
    steps = []
    for start_s in (20.0, 864_000.0):
        a, b = (painter.paint(painter.frame(12.0, start_s + n / FPS)) for n in range(2))
        steps.append(np.abs(a - b).mean())
    assert 0.3 * steps[0] < steps[1] < 3 * steps[0]
