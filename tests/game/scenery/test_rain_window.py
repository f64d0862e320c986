"""Rain Window: water runs and merges, a finger wipes the mist, lamps come on, and every shape is composed."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray

from game.comfort.flashes import FlashMeter
from game.scenery.touches import TouchEvent
from game.scenery.vista.foliage import FOLIAGE
from game.scenery.vista.painting import PLACES, View, painted, place_for
from game.scenery.vista.weather import WEATHERS, weather_for
from tests.game.scenery.painting import Painter, changed
from worlds.catalogue import find
from worlds.format.world import World
from worlds.reading import read_world
from worlds.signals import Signals

if TYPE_CHECKING:
    from arcade.gl import Context

GLASS, SILL = 1, 2
AT_S = 40.0
PANE = (slice(12, 110), slice(10, 240))
"""Rows and columns well inside the frame, at the painter's 256 x 144."""


@pytest.fixture(scope="module")
def world() -> World:
    entry = find("rain_window")
    assert entry is not None
    return read_world(entry.folder)


@pytest.fixture(scope="module")
def painter(ctx: Context, world: World) -> Painter:
    return Painter(ctx, world)


def stroke(t_s: float, y: float = 0.55) -> list[TouchEvent]:
    """A finger drawn from left to right across the middle of the pane, done in a second."""
    events = [TouchEvent("move", 0.3 + 0.4 * i / 40, y, t_s + i / 40, 1) for i in range(41)]
    return [TouchEvent("press", 0.3, y, t_s, 1), *events, TouchEvent("release", 0.7, y, t_s + 1.0, 1)]


def wiped(picture: NDArray[np.int16], before: NDArray[np.int16], y: float = 0.55) -> float:
    """How strongly two pictures differ along that stroke."""
    row = round((1 - y) * picture.shape[0])
    width = picture.shape[1]
    band = (slice(row - 2, row + 3), slice(round(width * 0.32), round(width * 0.68)))
    return float(np.abs(picture[band] - before[band]).mean())


def test_a_finger_clears_the_mist_and_it_comes_back(painter: Painter) -> None:
    def difference(age_s: float) -> float:
        now = AT_S + age_s
        touched = painter.paint(painter.frame(12.0, now, touches=stroke(AT_S - 1.0)))
        return wiped(touched, painter.paint(painter.frame(12.0, now)))

    fresh, later, gone = difference(1.0), difference(45.0), difference(90.0)
    assert fresh > 2.5
    assert gone < 0.15 * fresh
    assert gone < later < fresh


def test_only_what_was_touched_is_wiped(painter: Painter) -> None:
    untouched = painter.paint(painter.frame(12.0, AT_S))
    touched = painter.paint(painter.frame(12.0, AT_S, touches=stroke(AT_S - 2.0)))
    above = slice(8, 40)
    assert np.array_equal(touched[above], untouched[above])


def test_the_same_touches_leave_the_same_water(ctx: Context, world: World, painter: Painter) -> None:
    frame = painter.frame(21.0, AT_S, touches=stroke(AT_S - 6.0))
    later_first = Painter(ctx, world)
    later_first.paint(later_first.frame(21.0, AT_S + 300.0, touches=stroke(AT_S - 6.0)))
    assert np.array_equal(painter.paint(frame), later_first.paint(frame))


def test_water_gathers_and_runs_under_a_stroke(painter: Painter) -> None:
    touches = stroke(AT_S - 9.0)
    under = (slice(72, 120), slice(70, 186))
    plain, after = (painter.paint(painter.frame(12.0, AT_S, touches=t)) for t in ((), touches))
    assert changed(plain[under], after[under], by=6) > 0.002


def test_drops_move_when_it_lives(painter: Painter) -> None:
    sooner, later = (painter.paint(painter.frame(12.0, t_s), without=[SILL]) for t_s in (AT_S, AT_S + 4.0))
    assert changed(sooner, later, by=10) > 0.002


def test_a_stilled_window_follows_the_hour_alone(painter: Painter) -> None:
    early, late = (painter.paint(painter.frame(18.5, t_s, stilled=True)) for t_s in (20.0, 5000.0))
    assert np.array_equal(early, late)
    assert changed(early, painter.paint(painter.frame(12.0, stilled=True))) > 0.9


def test_a_stilled_window_can_be_wiped_and_nothing_falls(painter: Painter) -> None:
    plain = painter.paint(painter.frame(12.0, AT_S, stilled=True))
    after = painter.paint(painter.frame(12.0, AT_S, stilled=True, touches=stroke(AT_S - 9.0)))
    assert wiped(after, plain) > 2.0
    assert np.array_equal(after[105:120], plain[105:120])


def test_more_rain_more_runs(ctx: Context, world: World) -> None:
    light, heavy = (
        one.paint(one.frame(12.0, AT_S, Signals(rain=rain))) for rain in (0.0, 1.0) for one in [Painter(ctx, world)]
    )
    assert changed(light[PANE], heavy[PANE], by=8) > 0.01


def test_lamps_come_on_at_dusk(painter: Painter) -> None:
    """By night something warm stands out from all around it; by day nothing does."""

    def standing_out(hour: float) -> float:
        pane = painter.paint(painter.frame(hour, AT_S))[PANE]
        bright = pane.mean(axis=2)
        return float(((bright > 2.0 * np.median(bright)) & (pane[..., 0] - pane[..., 2] > 30)).mean())

    assert standing_out(12.0) < 0.0005 < 0.004 < standing_out(21.0)


def test_drops_hold_the_lamps_of_the_town_even_before_the_dark_sky(ctx: Context, world: World) -> None:
    """Each is a lens that takes in the whole view: points of light stand in them high above the roofs."""
    outlook = world.layer[0].model_copy(update={"place": "rooftops"})
    plain = world.model_copy(update={"layer": [outlook, world.layer[GLASS]]})
    one = Painter(ctx, plain, 4, (640, 360))
    sky = one.paint(one.frame(23.0, AT_S))[10:110, 40:600]
    warm = sky[..., 0] - sky[..., 2] > 20
    assert warm.mean() > 0.0006


def test_a_rainy_noon_is_silver_not_white(ctx: Context, world: World) -> None:
    for seed in (1, 3, 4):
        one = Painter(ctx, world, seed)
        assert (one.paint(one.frame(12.5))[PANE].min(axis=2) > 230).mean() < 0.01


@pytest.mark.parametrize("seed", range(1, 13))
def test_seeds_that_follow_each_other_look_out_on_different_places(seed: int) -> None:
    for choose in (lambda s: place_for("any", s), lambda s: weather_for("any", s)):
        assert choose(seed) != choose(seed + 1)


def test_breath_moves_mist_and_lamplight_gently(painter: Painter) -> None:
    out, full = (painter.paint(painter.frame(21.0, AT_S, Signals(breath=b))) for b in (0.0, 1.0))
    assert changed(out, full, by=0) > 0.2
    assert np.abs(out - full).mean() < 6


def test_each_seed_is_another_composition(ctx: Context, world: World) -> None:
    pictures = [Painter(ctx, world, seed, (128, 72)) for seed in range(1, 6)]
    shots = [painter.paint(painter.frame(12.0)) for painter in pictures]
    for i, one in enumerate(shots):
        for other in shots[i + 1 :]:
            assert min(changed(one, other, by=12), changed(one, other[:, ::-1], by=12)) > 0.25


@pytest.mark.parametrize("size_px", [(81, 144), (192, 144), (384, 108)])
def test_every_shape_is_filled_and_framed(ctx: Context, world: World, size_px: tuple[int, int]) -> None:
    painter = Painter(ctx, world, 2, size_px)
    picture = painter.paint(painter.frame(12.0))
    assert picture.mean(axis=2).min() > 2
    for edge in (picture[:, 0], picture[:, -1], picture[-1], picture[0]):
        assert edge.mean() < picture[size_px[1] // 4, size_px[0] // 4 : -size_px[0] // 4].mean()


def test_a_full_lean_shows_no_edge(painter: Painter) -> None:
    for lean in ((1.0, 1.0), (-1.0, -1.0)):
        picture = painter.paint(painter.frame(12.0, lean=lean))
        assert picture.mean(axis=2).min() > 2
        assert changed(picture, painter.paint(painter.frame(12.0))) > 0.05


def test_the_sill_hides_what_is_left_out_of_the_pane(painter: Painter) -> None:
    """Whatever was on the canvas before, however one leans: nothing of it is seen."""
    for lean in ((0.0, 0.0), (1.0, 1.0), (-1.0, -1.0)):
        shots = []
        for old in ((0, 0, 0, 255), (255, 255, 255, 255)):
            assert painter.scene.canvas is not None
            painter.scene.canvas.target.clear(color=old)
            shots.append(painter.paint(painter.frame(12.0, lean=lean)))
        assert np.array_equal(*shots)


def test_glass_wets_any_picture(ctx: Context, world: World) -> None:
    """Without an outlook the pane refracts whatever was painted before it."""
    plain = world.model_copy(update={"layer": [*World.model_fields["layer"].get_default(), world.layer[GLASS]]})
    painter = Painter(ctx, plain)
    frame = painter.frame(12.0, AT_S)
    sky = painter.paint(frame, without=[1])
    assert changed(painter.paint(frame), sky, by=8) > 0.05


@pytest.mark.parametrize("hour", [12.0, 21.0])
def test_nothing_flashes_while_it_pours_and_is_wiped(painter: Painter, hour: float) -> None:
    meter, fps = FlashMeter(10.0), 10.0
    touches = [
        TouchEvent(
            "press" if i == 0 else "move", 0.5 + 0.3 * math.sin(i), 0.5 + 0.2 * math.cos(i * 1.7), AT_S + i / 10, 1
        )
        for i in range(30)
    ]
    for n in range(40):
        now = AT_S + n / fps
        so_far = [touch for touch in touches if touch.t_s <= now]
        frame = painter.frame(hour, now, Signals(rain=1.0, wind=1.0), touches=so_far)
        meter.see(painter.paint(frame).astype(np.uint8))
    assert meter.calm


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("aspect", [0.56, 1.78, 3.56])
def test_every_place_fills_every_shape(place: str, aspect: float) -> None:
    """Below the horizon nothing is left unpainted; above it sky stays free; lamps stand in the picture."""
    view = View(aspect, 0.47, 0.36, (0.6, 0.2, 0.25), FOLIAGE["summer"])
    making = painted(place, view, 0.012, np.random.default_rng(3))
    while True:
        try:
            next(making)
        except StopIteration as done:
            brush = done.value
            break
    sheet = brush.sheet
    assert sheet.cover[sheet.y < 0.40].min() > 0.3
    assert sheet.cover[(sheet.y > 0.6) & (sheet.y < 0.95)].min() < 0.2
    seen = [lamp for lamp in brush.lamps if abs(lamp.x) < aspect / 2 and 0 < lamp.y < 1]
    assert len(seen) > 8
    assert np.isfinite(sheet.colour).all()


def test_weathers_tell_dusk_apart(ctx: Context, world: World) -> None:
    """The same place under each weather is another picture."""
    shots = []
    for weather in WEATHERS:
        outlook = world.layer[0].model_copy(update={"place": "rooftops", "weather": weather, "season": "summer"})
        painter = Painter(ctx, world.model_copy(update={"layer": [outlook, *world.layer[1:]]}), 2, (128, 72))
        shots.append(painter.paint(painter.frame(18.2)))
    for i, one in enumerate(shots):
        for other in shots[i + 1 :]:
            assert changed(one, other, by=8) > 0.15
