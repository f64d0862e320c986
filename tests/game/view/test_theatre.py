"""Worlds dissolve into each other without a break, and nothing of the old one stays behind."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.bench.picture import memory_mb
from game.export.frames import read_rgb
from game.scenery.scene import Scene
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.pace import Pace
from game.view.place import Moment, Place
from game.view.scales import Scales
from game.view.showing import Showing
from game.view.theatre import Theatre
from tests.game.view.fakes import NAMELESS, output_of
from worlds.catalogue import find
from worlds.format.layers.sky import Sky
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context, Framebuffer
    from numpy.typing import NDArray

SIZE = (128, 72)
NOON = Moment(hour=12.0)


class Stand:
    """A theatre on a bench, with its own time."""

    def __init__(self, ctx: Context) -> None:
        self.theatre = Theatre(ctx, Backdrop(Brush(ctx)), Pace(1e9), Scales(), SIZE)
        self.output: Framebuffer = output_of(ctx, SIZE)
        self.now_s = 0.0
        self.moment = NOON

    def now(self) -> float:
        self.now_s += 0.001
        return self.now_s

    def frame(self) -> NDArray[np.uint8]:
        self.moment = replace(self.moment, t_s=self.moment.t_s + 1 / 30, dt_s=1 / 30)
        self.theatre.work(0.008, self.moment, self.now)
        self.output.clear()
        self.theatre.draw(self.moment, self.output)
        self.theatre.drawn(10.0)
        return read_rgb(self.output)

    def until_settled(self) -> list[NDArray[np.uint8]]:
        frames = []
        while self.theatre.busy:
            frames.append(self.frame())
            assert len(frames) < 1000
        return frames


@pytest.fixture
def stand(ctx: Context) -> Stand:
    return Stand(ctx)


def largest_step(frames: list[NDArray[np.uint8]]) -> float:
    """The most the mean brightness of the picture changes from one frame to the next."""
    means = [float(frame.mean()) for frame in frames]
    return max((abs(b - a) for a, b in pairwise(means)), default=0.0)


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


def test_the_scale_that_held_is_begun_with_next_time(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "scales.json"
    Scales(path).keep("meadow", SIZE, 0.57)
    assert Scales(path).get("meadow", SIZE) == 0.57
    assert Scales(path).get("meadow", (1, 1)) is None


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"meadow 128x72": "x"}', '{"meadow 128x72": 40}', "\x00"])
def test_a_damaged_memory_of_scales_is_none(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "scales.json"
    path.write_text(damage)
    scales = Scales(path)
    assert scales.get("meadow", SIZE) is None
    scales.keep("meadow", SIZE, 0.5)
    assert Scales(path).get("meadow", SIZE) == 0.5


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


class TestMending:
    """A maker saves a pack: what differs is made anew, and nothing else."""

    CLOUDS = Sky(kind="sky", variety=7)
    PLAIN = NAMELESS.model_copy(update={"layer": [Sky(kind="sky", variety=3), Sky(kind="sky")]})

    def mended(self, stand: Stand, **changes: object) -> tuple[list[object], list[object]]:
        """The layers before and after a save."""
        stand.theatre.visit(Place(self.PLAIN, 1))
        stand.until_settled()
        assert stand.theatre.front is not None
        before: list[object] = list(stand.theatre.front.scene.layers)
        saved = Place(self.PLAIN.model_copy(update=changes), 1)
        stand.theatre.mend(saved, 0.5)
        stand.until_settled()
        assert stand.theatre.place is saved
        assert stand.theatre.front.scene.world is saved.world
        return before, list(stand.theatre.front.scene.layers)

    def test_one_layer_that_differs_is_made_anew(self, stand: Stand) -> None:
        before, after = self.mended(stand, layer=[self.CLOUDS, self.PLAIN.layer[1]])
        assert after[0] is not before[0]
        assert after[1] is before[1]

    def test_another_voice_or_touch_makes_no_picture_anew(self, stand: Stand) -> None:
        before, after = self.mended(stand, voice=[])
        assert after == before

    @pytest.mark.parametrize(
        "changes",
        [
            {"light": NAMELESS.light.model_copy(update={"sunrise_hour": 5.0})},
            {"camera": NAMELESS.camera.model_copy(update={"horizon_ratio": 0.6})},
            {"layer": [CLOUDS]},
        ],
        ids=["light", "camera", "layers"],
    )
    def test_light_camera_and_the_list_of_layers_follow_too(self, stand: Stand, changes: dict[str, object]) -> None:
        self.mended(stand, **changes)
        assert stand.theatre.front is not None
        assert stand.theatre.place is not None
        assert len(stand.theatre.front.scene.layers) == len(stand.theatre.place.world.layers)

    def test_saved_again_while_being_mended_the_last_save_counts(self, stand: Stand) -> None:
        stand.theatre.visit(Place(self.PLAIN, 1))
        stand.until_settled()
        saves = [
            Place(self.PLAIN.model_copy(update={"layer": [self.CLOUDS, layer]}), 1) for layer in self.PLAIN.layer
        ]
        for save in saves:
            stand.theatre.mend(save, 0.5)
            stand.theatre.resize((160, 90 + len(saves)))
        stand.until_settled()
        assert stand.theatre.place is saves[-1]
