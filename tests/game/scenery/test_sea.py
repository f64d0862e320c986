"""What grows and swims under water: plans of numbers, without a picture."""

from __future__ import annotations

import numpy as np
import pytest

from game.scenery.bakes import Arrays, Work
from game.scenery.growing.sketch import Sketch
from game.scenery.sea.boulders import boulder
from game.scenery.sea.caustics import SIZE, nets
from game.scenery.sea.drifters import arms, bells, drifters
from game.scenery.sea.reef import Bank, bank
from game.scenery.sea.swimmer import whale
from game.scenery.sea.wake import LIFE_S, MOST, wake
from game.scenery.sea.weed import MARGIN, Bed, places, weed
from game.scenery.touches import TouchEvent

ASPECTS = (0.5625, 1.333, 1.778, 3.556)
BED = Bed(stalks=9, height=1.0, blade=0.12, thick_ratio=0.5, open_ratio=0.4)
BANK = Bank(rocks=6, height=0.13, grown_ratio=0.7, open_ratio=0.4, foot=0.0, heavy=1)


def chance(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def done(work: Work) -> Arrays:
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: Arrays = end.value
            return found


def grown(seed: int, plan: Bank = BANK, width: float = 1.95) -> Sketch:
    work = bank(chance(seed), plan, width)
    while True:
        try:
            next(work)
        except StopIteration as end:
            sketch: Sketch = end.value
            return sketch


class TestNets:
    def test_light_runs_together_in_a_net_without_a_seam(self) -> None:
        net = done(nets(chance()))["net"][..., :2].astype(float)
        assert net.shape == (SIZE, SIZE, 2)
        assert np.percentile(net, 99) > 2.2 * np.median(net), "bright lines, dark between"
        inside = np.abs(np.diff(net, axis=0)).mean()
        assert np.abs(net[0] - net[-1]).mean() < 1.5 * inside, "the tile repeats"

    def test_another_chance_another_net(self) -> None:
        assert not np.array_equal(done(nets(chance(1)))["net"], done(nets(chance(2)))["net"])


class TestWeed:
    @pytest.mark.parametrize("aspect", ASPECTS)
    def test_the_middle_stays_free(self, aspect: float) -> None:
        vertices, _ = weed(chance(), BED, aspect, 1, 6)
        across = vertices[:, 2] / aspect
        assert across.min() >= -MARGIN - 0.01
        assert across.max() <= 1 + MARGIN + 0.01
        assert not ((across > 0.5 - BED.open_ratio / 2 + 0.05) & (across < 0.5 + BED.open_ratio / 2 - 0.05)).any()

    def test_more_stand_on_the_heavy_side(self) -> None:
        for heavy in (-1, 1):
            there = np.concatenate([places(chance(seed), 9, 0.4, heavy) for seed in range(40)])
            assert np.mean(np.sign(there - 0.5) == heavy) > 0.55

    def test_wider_screens_have_more_of_it(self) -> None:
        counts = [len(weed(chance(), BED, aspect, 1, 6)[0]) for aspect in ASPECTS]
        assert counts == sorted(counts)
        assert counts[-1] > 2 * counts[0]

    def test_a_seed_plants_it_elsewhere(self) -> None:
        one, two = (np.sort(places(chance(seed), 9, 0.4, 1)) for seed in (1, 2))
        assert np.abs(one - two).max() > 0.05


class TestDrifters:
    @pytest.mark.parametrize("aspect", ASPECTS)
    @pytest.mark.parametrize("seed", range(6))
    def test_all_are_in_the_picture_and_apart(self, seed: int, aspect: float) -> None:
        bodies = drifters(chance(seed), 6, 0.115, (0.3, 0.8), aspect, 1)
        x, y, radius = bodies[:, 0] * aspect, bodies[:, 1], bodies[:, 2]
        assert (x - radius > 0).all()
        assert (x + radius < aspect).all()
        assert ((y > 0.25) & (y + radius < 1)).all()
        for i in range(len(x)):
            for j in range(i):
                assert np.hypot(x[i] - x[j], y[i] - y[j]) > radius[i] + radius[j]

    def test_how_many_there_are_is_the_seeds(self) -> None:
        counts = {len(drifters(chance(seed), 6, 0.1, (0.3, 0.8), 1.78, 1)) for seed in range(20)}
        assert len(counts) > 2
        assert max(counts) <= 6

    def test_the_nearest_comes_last_and_is_away_from_the_heavy_side(self) -> None:
        for heavy in (-1, 1):
            bodies = drifters(chance(3), 6, 0.1, (0.3, 0.8), 1.78, heavy)
            assert bodies[-1, 2] == bodies[:, 2].max()
            assert np.sign(bodies[-1, 0] - 0.5) == -heavy

    def test_meshes_are_whole(self) -> None:
        bodies = drifters(chance(), 6, 0.1, (0.3, 0.8), 1.78, 1)
        for vertices, index in (bells(bodies), arms(chance(), bodies)):
            assert index.min() == 0
            assert index.max() == len(vertices) - 1
            assert np.isfinite(vertices).all()


class TestReef:
    def test_it_stands_on_its_foot_and_is_lit_from_above(self) -> None:
        sketch = grown(1)
        assert sketch[..., 1].min() > -0.13  # stones lie before it, too
        assert 0.1 < sketch[..., 1].max() < 0.45
        assert ((sketch[..., 3] >= 0) & (sketch[..., 3] <= 1)).all()
        assert np.corrcoef(sketch[..., 1].ravel(), sketch[..., 3].ravel())[0, 1] > 0.2

    def test_more_grown_over_has_more_on_it(self) -> None:
        bare = Bank(6, 0.13, 0.0, 0.4, 0.0, 1)
        assert np.mean([len(grown(s)) for s in range(4)]) > 1.4 * np.mean([len(grown(s, bare)) for s in range(4)])

    def test_a_stone_fades_into_the_sand_but_not_into_a_stone(self) -> None:
        for in_sand in (True, False):
            stone, (places, top) = boulder(chance(2), 0.5, 0.2, 0.1, 0.0, in_sand=in_sand)
            lowest = stone[stone[..., 1] < np.interp(stone[..., 0], places, top) * 0.02 - 0.004]
            assert len(lowest) > 20
            assert (lowest[:, 3].max() < 0.1) == in_sand
            assert stone[..., 3].max() > 0.5
            assert np.abs(np.diff(top)).max() < 0.06  # no end is a spike, none a wall

    def test_another_seed_another_reef(self) -> None:
        assert grown(1).shape != grown(2).shape


class TestWhale:
    def test_it_is_long_and_low_and_has_flukes_behind(self) -> None:
        body = whale()
        assert body[:, 0].min() == 0.0
        assert 1.0 < body[:, 0].max() < 1.2
        assert np.ptp(body[body[:, 3] == 0][:, 1]) < 0.25
        assert np.ptp(body[body[:, 0] > 0.98][:, 1]) > 0.08


class TestWake:
    TAP = (TouchEvent("press", 0.4, 0.2, 3.0, 1), TouchEvent("release", 0.4, 0.2, 3.1, 1))

    def test_a_press_stirs_one_place(self) -> None:
        found = wake(self.TAP, 5.0)
        assert found.shape == (1, 4)
        assert found[0, :3].tolist() == pytest.approx([0.4, 0.2, 2.0])

    def test_a_drag_leaves_a_trail_and_a_hold_goes_on(self) -> None:
        drag = [TouchEvent("move" if i else "press", 0.2 + 0.005 * i, 0.2, i / 60, 1) for i in range(60)]
        assert 6 <= len(wake(drag, 1.0)) <= 12
        assert len(wake([TouchEvent("press", 0.4, 0.2, 0.0, 1)], 6.5)) == 5

    def test_the_past_and_the_future_stir_nothing(self) -> None:
        assert len(wake(self.TAP, 3.0 + LIFE_S + 0.1)) == 0
        assert len(wake(self.TAP, 2.9)) == 0

    def test_a_storm_is_bounded(self) -> None:
        storm = [TouchEvent("press", 0.5, 0.5, i / 20, i) for i in range(400)]
        assert len(wake(storm, 20.0)) == MOST
