"""A sill is composed around the view: no glazing bar stands before its main light."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from game.scenery.still_life.arrangement import SIDES, Arrangement, Wishes, arranged
from game.scenery.still_life.bars import Upright, panes
from game.scenery.still_life.cover import border_boxes, covered_boxes, solid_boxes
from game.scenery.still_life.curtain import curtain
from game.scenery.still_life.greenery import GREENERY, greenery_for
from game.scenery.still_life.mesh import Mesh, Stuff

LEAST_SHARE = 0.08


def composed(aspect: float, focus: float, seed: int, things: str = "none") -> Arrangement:
    plant = greenery_for(things, seed)
    wishes = Wishes(0.10, "any", plant, things, (0.2, 0.1, 0.05), things, focus)
    making = arranged(aspect, wishes, np.random.default_rng(seed))
    while True:
        try:
            next(making)
        except StopIteration as done:
            made: Arrangement = done.value
            return made


@pytest.mark.parametrize("aspect", [0.56, 1.33, 1.78, 2.4, 3.56])
@pytest.mark.parametrize("focus", [0.305, 0.365, 0.635, 0.695])
def test_no_bar_stands_before_the_main_light(aspect: float, focus: float) -> None:
    bars = [bar for seed in range(30) for bar in composed(aspect, focus, seed).bars]
    uprights = [bar.x / aspect for bar in bars if isinstance(bar, Upright)]
    assert uprights
    assert min(abs(place - focus) for place in uprights) >= LEAST_SHARE


@pytest.mark.parametrize("seed", range(6))
def test_boxes_hold_every_corner_of_what_stands_there(seed: int) -> None:
    made = composed(1.78, 0.335, seed, "any")
    for mesh in (made.things, made.plant):
        boxes = np.array(covered_boxes(mesh))
        places = mesh.rows()[::7, None, :2]
        inside = (places > boxes[None, :, :2] - 1e-6) & (places < boxes[None, :, 2:] + 1e-6)
        assert inside.all(axis=-1).any(axis=-1).all()


def test_boxes_leave_empty_places_out() -> None:
    mesh = Mesh()
    for x, y in ((0.1, 0.1), (0.9, 0.9)):
        mesh.tube([(x, y), (x + 0.02, y + 0.02)], 0.003, Stuff((0.1, 0.1, 0.1)))
    area = sum((x1 - x0) * (y1 - y0) for x0, y0, x1, y1 in covered_boxes(mesh))
    assert area < 0.02


@pytest.mark.parametrize("aspect", [0.56, 1.78, 3.56])
def test_no_two_boxes_of_joinery_overlap_but_bars(aspect: float) -> None:
    made = composed(aspect, 0.335, 3)
    made.bars = []
    boxes = np.array(solid_boxes(aspect, 0.10) + border_boxes(made, aspect, 0.10))
    low, high = (
        np.maximum(boxes[:, None, :2], boxes[None, :, :2]),
        np.minimum(boxes[:, None, 2:], boxes[None, :, 2:]),
    )
    shared = np.clip(high - low, 0, None).prod(axis=-1)
    assert np.triu(shared, 1).max() < 1e-9


def test_each_seed_has_another_plant_than_the_one_before() -> None:
    drawn = [greenery_for("any", seed) for seed in range(1, 41)]
    assert all(one != other for one, other in pairwise(drawn))
    assert set(drawn) == set(GREENERY)


@pytest.mark.parametrize("aspect", [0.56, 1.78, 3.56])
@pytest.mark.parametrize(("side", "sign"), [("left", -1), ("right", 1)])
def test_a_curtain_hangs_on_its_side_and_leaves_the_view_free(aspect: float, side: str, sign: int) -> None:
    mesh = Mesh()
    curtain(mesh, aspect, 0.10, SIDES[side], np.random.default_rng(2))
    x0, y0, x1, y1 = mesh.box()
    edge, inner = (x0, x1) if sign < 0 else (aspect - x1, aspect - x0)
    assert edge <= 0
    assert inner < 0.30 * aspect
    assert y0 < 0.10
    assert y1 > 1


def test_ivy_hangs_from_above_and_leaves_the_sill_free() -> None:
    for plant, free in (("ivy", True), ("fern", False)):
        wishes = Wishes(0.10, "none", plant, "none", (0.2, 0.1, 0.05), "none")
        making = arranged(1.78, wishes, np.random.default_rng(3))
        while True:
            try:
                next(making)
            except StopIteration as done:
                made = done.value
                break
        _, low, _, high = made.plant.box()
        assert (high > 1.0) == (low > 0.4) == (not made.contacts) == free


@pytest.mark.parametrize("aspect", [0.56, 1.78, 3.56])
def test_many_panes_leave_the_main_light_free(aspect: float) -> None:
    uprights = [
        bar.x / aspect for bar in panes(aspect, 0.665, np.random.default_rng(1)) if isinstance(bar, Upright)
    ]
    assert uprights
    assert all(abs(x - 0.665) > 0.10 for x in uprights)
