"""Plants and mountains: grown from chance, the same for the same seed, never broken."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from game.scenery.growing.bough import Bough
from game.scenery.growing.conifers import pine, snag, spruce
from game.scenery.growing.forest import Land, Mixture, plant
from game.scenery.growing.leafy import birch, boulder, shrub
from game.scenery.growing.shores import far_bank, headlands
from game.scenery.growing.sketch import Sketch
from game.scenery.growing.waterside import reed_bed
from game.scenery.noise import ridged
from game.scenery.terrain import RangeShape, range_mesh, unhidden
from worlds.seeds import generator

PLANTS: dict[str, Callable[[np.random.Generator], Sketch]] = {
    "spruce": lambda chance: spruce(chance, 12),
    "broken": lambda chance: spruce(chance, 12, broken=True),
    "pine": lambda chance: pine(chance, 20),
    "snag": snag,
    "birch": lambda chance: birch(chance, 20),
    "shrub": lambda chance: shrub(chance, 20),
    "boulder": boulder,
    "reeds": lambda chance: np.concatenate(list(reed_bed(chance, 1.8, 0.3, 0.5, 0.5, 0.5))),
    "bough": lambda chance: Bough(chance, 0.5).grow((0.0, 0.9), -0.1, 0.6, 0.01),
}


@pytest.mark.parametrize("name", PLANTS)
def test_a_plant_is_whole_and_its_seed_decides_it(name: str) -> None:
    one, again, other = (PLANTS[name](generator(seed, name)) for seed in (1, 1, 2))
    assert one.shape[1:] == (3, 5)
    assert np.isfinite(one).all()
    assert np.array_equal(one, again)
    assert one.shape != other.shape or not np.allclose(one, other)
    assert np.abs(one[..., 2]).max() <= 1.0001
    assert one[..., 3].min() >= 0.0


@pytest.mark.parametrize("lay_out", [far_bank, headlands])
@pytest.mark.parametrize("seed", range(6))
def test_land_reaches_the_water_and_leaves_the_sunset_open(lay_out: Callable[..., Land], seed: int) -> None:
    land = lay_out(1.96, 0.05, 0.95, 1.25, generator(seed, "land"))
    assert (land.foot <= 0.004).all()
    assert (land.top >= land.foot).all()
    assert np.interp(1.25, land.x, land.room) < 0.3


def test_a_wood_stands_on_its_land_with_many_kinds_of_height() -> None:
    chance = generator(4, "wood")
    land = far_bank(1.96, 0.006, 0.6, 1.25, chance)
    parts: list[Sketch] = []
    for _ in plant(land, Mixture(120, 0.06, 0.2, 0.1, 0.1, 11), chance, parts):
        pass
    wood = np.concatenate(parts)
    assert wood[..., 1].min() > -0.03
    assert 0.05 < wood[..., 1].max() < 0.12


def test_a_range_has_one_leading_peak_away_from_the_sunset_and_a_gap_there() -> None:
    for seed in range(8):
        mesh = range_mesh(RangeShape(1.78, 0.35, 3, 0.8, 0.7, 1.14), 60, 300, generator(seed, "range"))
        tops = mesh[..., 1].max(axis=0)
        assert np.isfinite(mesh).all()
        assert np.argmax(tops) / 300 < 0.55
        assert tops[round(1.14 / 1.78 * 300)] < 0.6 * tops.max()


def test_only_hidden_cells_are_left_out() -> None:
    mesh = range_mesh(RangeShape(1.78, 0.35, 3, 0.8, 0.7, 1.14), 60, 300, generator(1, "range"))
    seen = unhidden(mesh)
    assert seen.shape == (59, 299)
    tops = mesh[..., 1].max(axis=0)
    kept = np.maximum(mesh[:-1, :-1, 1], mesh[1:, :-1, 1])
    assert np.allclose(np.where(seen, kept, 0).max(axis=0), tops[:-1], atol=0.003)


def test_ridged_noise_stays_within_0_and_1() -> None:
    field = ridged(generator(1, "ridged"), np.linspace(0, 3, 40), np.linspace(0, 9, 80), 7)
    assert 0.0 <= field.min() < 0.2
    assert 0.5 < field.max() <= 1.0
