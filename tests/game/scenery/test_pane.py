"""Water on a pane as pure functions of time: runs only go down, touches decide the rest."""

from __future__ import annotations

import pickle

import numpy as np
import pytest

from game.scenery.pane import water
from game.scenery.pane.drawing import FADE_S, Drawing
from game.scenery.pane.drops import Wiped
from game.scenery.pane.rain import Rain
from game.scenery.pane.runs import Moment, progress
from game.scenery.pane.traces import Swallowed, Trails
from game.scenery.pane.water import Water
from game.scenery.pane.wipes import MOST, REGROWN_S, Finger, Wipes
from game.scenery.touches import TouchEvent

ASPECT = 16 / 9


def line(points: list[tuple[float, float]], t_s: float = 0.0) -> list[TouchEvent]:
    return [TouchEvent("move" if i else "press", x, y, t_s + i * 0.02, 1) for i, (x, y) in enumerate(points)]


def wipes_from(touches: list[TouchEvent]) -> Wipes:
    finger = Finger(ASPECT, 0.03, 60.0)
    finger.follow(touches)
    return finger.wipes()


@pytest.mark.parametrize("seed", range(20))
def test_a_run_never_goes_back_up(seed: int) -> None:
    way = progress(np.linspace(0, 1, 400), np.random.default_rng(seed).random(6))
    assert way[0] == pytest.approx(0)
    assert way[-1] == pytest.approx(1)
    assert np.all(np.diff(way) > -1e-9)


def test_a_run_hesitates() -> None:
    steps = np.diff(progress(np.linspace(0, 1, 400), np.full(6, 0.4)))
    assert steps.max() > 4 * max(steps.min(), 1e-6)


def test_rain_is_the_same_whenever_one_looks() -> None:
    straight, jumped = Rain(ASPECT, 5), Rain(ASPECT, 5)
    for t_s in np.arange(0.0, 200.0, 7.0):
        straight.at(float(t_s))
    a, b = straight.at(203.0), jumped.at(203.0)
    assert np.array_equal(a.depth, b.depth)
    assert np.array_equal(a.paths.x, b.paths.x)


def test_runs_are_spread_over_the_whole_width() -> None:
    rain = Rain(3.5, 1)
    rain.at(10.0)
    assert len(np.unique(np.floor(rain.paths.x / 0.5))) == 7


def in_mid_run() -> tuple[Moment, int]:
    """A moment of rain, and which of its runs is half-way down."""
    rain = Rain(ASPECT, 3)
    for t_s in np.arange(0.0, 60.0, 0.5):
        now = rain.at(float(t_s))
        if np.any((now.share > 0.5) & (now.share < 1.0)):
            break
    return now, int(np.argmax(now.share * (now.share < 1.0)))


def test_a_passing_run_swallows_resting_drops_and_they_grow_back() -> None:
    now, i = in_mid_run()
    depth = np.full((1, 1), now.depth[i] - 0.03)
    x, y = float(now.paths.x_at(np.array([i]), depth)[0, 0]), float(now.paths.y[i] - depth[0, 0])
    drops = Swallowed(now.paths, np.array([(x, y, 0.008), (x, y + 2.0, 0.008)]))
    here = np.ones(len(now.share))
    left = drops.left(now, here)
    assert left[0] < 0.9
    assert left[1] == 1.0
    later = now.paths.at(now.local_s + 60.0)
    assert drops.left(later, here)[0] == 1.0


def test_a_track_reaches_from_its_start_to_its_drop() -> None:
    now, i = in_mid_run()
    only = (np.arange(len(now.share)) == i).astype(float)
    rows = Trails(now.paths).rows(now, only)
    assert rows[0, :2] == pytest.approx((now.paths.x[i], now.paths.y[i]), abs=1e-6)
    assert rows[-1, 2:4] == pytest.approx((now.x[i], now.paths.y[i] - now.depth[i]), abs=1e-6)
    assert np.array_equal(rows[1:, :2], rows[:-1, 2:4])
    assert np.all(rows[:, 4:6] <= 1.0)


def test_drops_hang_only_under_the_lowest_edge() -> None:
    rows = [[(0.2 + 0.01 * i, y) for i in range(40)] for y in (0.60, 0.57, 0.54)]
    wipes = wipes_from([touch for row in rows for touch in line(row)])
    assert len(wipes.beads)
    assert wipes.beads[:, 1].max() < 0.54


def test_a_long_stroke_keeps_its_newest_part() -> None:
    touches = line([(0.5 + 0.4 * np.sin(i * 0.05), 0.5 + 0.3 * np.cos(i * 0.031)) for i in range(2900)])
    wipes = wipes_from(touches)
    assert len(wipes.x1) == MOST
    assert wipes.t1_s[-1] > touches[-20].t_s


def test_water_does_not_depend_on_when_touches_were_seen() -> None:
    touches = line([(0.2 + 0.01 * i, 0.5) for i in range(50)])
    at_once, bit_by_bit = (Water(ASPECT, 7, np.random.default_rng(1), 0.03, 60.0) for _ in range(2))
    for n in range(1, 51):
        bit_by_bit.move(1.0, 1.0, 0.6, touches[:n])
    at_once.move(9.0, 9.0, 0.6, touches)
    bit_by_bit.move(9.0, 9.0, 0.6, touches)
    assert np.array_equal(at_once.drops, bit_by_bit.drops)
    assert np.array_equal(at_once.strokes, bit_by_bit.strokes)


@pytest.mark.parametrize("looks_s", [(13.0,), (9.0, 13.0)])
def test_another_touch_brings_no_wiped_drop_back_however_soon_it_mists(looks_s: tuple[float, ...]) -> None:
    stroke = line([(0.1 + 0.01 * i, 0.5) for i in range(80)])
    left, touched = (Water(ASPECT, 7, np.random.default_rng(1), 0.03, 10.0) for _ in range(2))
    for t_s in looks_s:
        left.move(t_s, t_s, 0.6, stroke)
        touched.move(t_s, t_s, 0.6, [*stroke, *line([(0.9, 0.1)], 13.0)] if t_s == 13.0 else stroke)
    assert np.array_equal(_along(left), _along(touched))


def _along(water: Water) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """The drops on the way of a stroke across the middle."""
    across, up = water.drops[:, 0], water.drops[:, 1]
    return water.drops[(np.abs(up - 0.5) < 0.02) & (across > 0.3) & (across < 1.4)]


def test_an_hour_of_wiping_is_not_remembered() -> None:
    wiped = Wiped(np.array([[0.5, 0.5, 0.01]]), 0.03)
    sizes = []
    for t_s in range(3600):
        wiped.add(np.array([0.5]), np.array([0.5]), np.array([float(t_s)]))
        sizes.append(len(pickle.dumps(wiped)))
    assert max(sizes) < 2 * sizes[60]
    assert wiped.left(3599.5) == pytest.approx(0.0)
    assert wiped.left(3599.0 + REGROWN_S) == pytest.approx(1.0)


def test_it_rains_on_after_a_month() -> None:
    water = Water(ASPECT, 7, np.random.default_rng(1), 0.03, 60.0)
    month_s = 31 * 86400.0
    water.move(month_s, month_s, 0.8, ())
    before = water.drops.copy()
    water.move(month_s + 1 / 30, month_s + 1 / 30, 0.8, ())
    step = np.abs(water.drops[:60] - before[:60]).max()
    assert 0 < step < 0.05


def test_a_pane_nobody_touches_works_nothing_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    touches = line([(0.2, 0.5), (0.5, 0.5), (0.8, 0.5)])
    pane = Water(ASPECT, 7, np.random.default_rng(1), 0.03, 60.0)
    made: list[object] = []
    monkeypatch.setattr(water, "Wiped", lambda *of: made.append(of) or Wiped(*of))
    times = [(0.0, [], 0), (0.1, [], 0), (1.0, touches, 1), (2.0, touches, 1), (3.0, [], 2), (4.0, [], 2)]
    for t_s, seen, count in times:
        pane.move(t_s, t_s, 0.5, seen)
        assert len(made) == count


def test_a_drawing_in_the_mist_fades_and_stays_on_the_pane() -> None:
    for number in range(6):
        drawing = Drawing(0.9, 0.62, np.random.default_rng(number))
        fresh, later = drawing.strokes(0.0), drawing.strokes(FADE_S / 2)
        assert np.abs(fresh[:, :4:2] - 0.9).max() < 0.14
        assert np.abs(fresh[:, 1:4:2] - 0.62).max() < 0.14
        assert fresh[:, 4:].max() > later[:, 4:].max() > 0.0
        assert len(drawing.strokes(FADE_S)) == 0
