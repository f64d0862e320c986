"""Worlds dissolve into each other without a break, and nothing of the old one stays behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.bench.picture import memory_mb
from game.scenery.scene import Scene
from game.view.place import Place
from game.view.showing import Showing
from tests.game.view.fakes import NAMELESS
from tests.game.view.stand import SIZE, Stand, largest_step
from worlds.catalogue import find
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context


@pytest.fixture
def stand(ctx: Context) -> Stand:
    return Stand(ctx)


def test_before_the_first_world_is_ready_its_own_sky_stands_in(stand: Stand) -> None:
    stand.theatre.visit(Place(NAMELESS, 1))
    first = stand.frame()
    assert stand.theatre.front is None
    assert 5 < first.mean() < 120


def test_the_picture_is_never_empty_and_never_jumps(stand: Stand) -> None:
    stand.theatre.visit(Place(NAMELESS, 1))
    frames = stand.until_settled()
    stand.theatre.visit(Place(NAMELESS, 2))
    frames += stand.until_settled()
    stand.theatre.resize((160, 64))
    frames += stand.until_settled()
    assert min(frame.mean() for frame in frames) > 5
    assert largest_step(frames) < 6.0


def test_the_world_in_front_stays_until_the_next_is_ready(stand: Stand) -> None:
    one, two = Place(NAMELESS, 1), Place(NAMELESS, 2)
    stand.theatre.visit(one)
    stand.until_settled()
    stand.theatre.visit(two)
    assert stand.theatre.place is one
    stand.until_settled()
    assert stand.theatre.place is two


def test_impatient_changes_end_at_the_last_one_asked_for(stand: Stand) -> None:
    stand.theatre.visit(Place(NAMELESS, 1))
    stand.until_settled()
    for seed in range(2, 9):
        stand.theatre.visit(Place(NAMELESS, seed))
        stand.frame()
        stand.frame()
    stand.until_settled()
    assert stand.theatre.place is not None
    assert stand.theatre.place.seed == 8


def test_another_scale_is_the_same_place_at_another_size(stand: Stand) -> None:
    place = Place(NAMELESS, 1)
    stand.theatre.visit(place)
    stand.until_settled()
    stand.theatre.pace.budget_ms = 4.0
    stand.theatre.pace.fit(1080)
    while stand.theatre.pace.scale == 1.0:
        stand.frame()
    stand.theatre.pace.budget_ms = 1e9
    frames = stand.until_settled()
    assert stand.theatre.front is not None
    assert stand.theatre.front.place is place
    assert stand.theatre.front.size_px[0] < SIZE[0]
    assert largest_step(frames) < 3.0


def test_stilling_dissolves_from_the_picture_as_it_was(stand: Stand) -> None:
    stand.theatre.visit(Place(NAMELESS, 1))
    stand.until_settled()
    before = stand.frame()
    stand.theatre.dissolve_from_here()
    stand.moment = replace(stand.moment, stilled=True)
    after = stand.frame()
    assert float(np.abs(before.astype(float) - after).max()) <= 8
    stand.until_settled()


def test_forty_changes_leave_nothing_behind(stand: Stand, ctx: Context) -> None:
    def alive() -> tuple[int, ...]:
        gc.collect()
        ctx.gc()
        kinds = "texture", "framebuffer", "program", "buffer", "vertex_array"
        return tuple(created - freed for created, freed in (getattr(ctx.stats, kind) for kind in kinds))

    stand.theatre.visit(Place(NAMELESS, 0))
    stand.until_settled()
    before = alive()
    for seed in range(1, 41):
        stand.theatre.visit(Place(NAMELESS, seed))
        for _ in range(3):
            stand.frame()
    stand.until_settled()
    assert alive() == before
    stand.theatre.release()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_memory_is_flat_over_many_changes(stand: Stand) -> None:
    entry = find("dusk_lake")
    assert entry is not None
    world = read_world(entry.folder)
    sizes = []
    for seed in range(8):
        stand.theatre.visit(Place(world, seed))
        stand.until_settled()
        sizes.append(memory_mb())
    stand.theatre.release()
    assert max(sizes[5:]) - max(sizes[:4]) < 12


def test_a_world_that_cannot_be_made_leaves_the_one_in_front(stand: Stand, monkeypatch: pytest.MonkeyPatch) -> None:
    good = Place(NAMELESS, 1)
    stand.theatre.visit(good)
    stand.until_settled()

    def broken(_: Scene) -> Iterator[None]:
        yield
        raise RuntimeError("out of everything")

    monkeypatch.setattr(Scene, "prepare", broken)
    bad = Place(NAMELESS, 2)
    stand.theatre.visit(bad)
    stand.until_settled()
    assert stand.theatre.place is good
    assert stand.theatre.failure is not None
    assert stand.theatre.failure[0] is bad
    assert stand.frame().mean() > 40


def test_one_that_cannot_even_begin_lets_the_one_before_go_once(
    stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    released: list[object] = []
    monkeypatch.setattr(Showing, "release", lambda showing: released.append(showing))
    stand.theatre.visit(Place(NAMELESS, 1))

    def refuse(*_: object) -> None:
        raise RuntimeError("out of everything")

    monkeypatch.setattr(Showing, "__init__", refuse)
    stand.theatre.visit(Place(NAMELESS, 2))
    assert len(released) == 1
    assert not stand.theatre.busy
