"""A patched scene is the scene a fresh one would be, whatever a maker changes; and what did not change stays."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.export.frames import read_rgb, ready_scene
from game.export.strokes import strokes
from game.scenery.scene import Scene
from game.view.patch import Patch
from game.view.place import Moment, Place
from game.view.showing import Showing
from game.view.strokes import Strokes
from tests.game.view.edits import edited
from worlds.catalogue import BUILTIN, entries
from worlds.format.kinds import kind_of
from worlds.format.world import World
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context
    from numpy.typing import NDArray

SIZE = (112, 64)
SEED = 3
EDITS = 4
NOW = Moment(t_s=12.0, dt_s=0.0, hour=17.2, breath=0.4)
DRAWN = strokes([(0.3, 0.25, 2.0), (0.5, 0.2, 2.4), (0.6, 0.5, 2.8), (0.4, 0.6, 5.0)])


def place_of(world: World) -> Place:
    place = Place(world, SEED)
    place.strokes = Strokes()
    place.strokes.events = list(DRAWN)
    return place


def shown(ctx: Context, world: World) -> Showing:
    """A world on screen."""
    showing = Showing(ctx, place_of(world), SIZE, 1.0)
    showing.scene.stage.in_slices = False
    while not showing.ready:
        showing.work(1.0, lambda: 0.0)
    paint(showing.scene, showing.place)
    return showing


def paint(scene: Scene, place: Place) -> NDArray[np.uint8]:
    output = scene.stage.target(SIZE)
    scene.draw(place.frame(NOW), output)
    return read_rgb(output)


def fresh(ctx: Context, world: World) -> NDArray[np.uint8]:
    scene = ready_scene(ctx, world, SEED, SIZE)
    picture = paint(scene, place_of(world))
    scene.release()
    ctx.gc()
    return picture


def patched(showing: Showing, world: World) -> NDArray[np.uint8]:
    patch = Patch(showing, place_of(world))
    patch.know(NOW)
    while not patch.ready:
        patch.work(1.0, lambda: 0.0)
    patch.put_in()
    return paint(showing.scene, showing.place)


@pytest.mark.parametrize("name", [entry.id for entry in entries()])
def test_whatever_is_changed_it_is_what_a_fresh_scene_would_be(ctx: Context, name: str) -> None:
    world, chance, history = read_world(BUILTIN / name), random.Random(name), []
    showing = shown(ctx, world)
    for number in range(1, EDITS + 1):
        world, what = edited(world, chance)
        history.append(what)
        now = patched(showing, world)
        if number % 2:
            continue
        wanted = fresh(ctx, world)
        assert np.array_equal(now, wanted), f"after {history}: {np.abs(now.astype(int) - wanted).max()}"
    showing.release()


def test_water_follows_when_the_shore_behind_it_changes(ctx: Context) -> None:
    """The line where water begins is that of the shores there are now, not the lowest there ever was."""
    world = read_world(BUILTIN / "dusk_lake")
    showing = shown(ctx, world)
    nearer = with_layer(world, index(world, "treeline") + 1, reach_ratio=0.9)
    for step in (nearer, world):
        assert np.array_equal(patched(showing, step), fresh(ctx, step))


def with_layer(world: World, index: int, **fields: Any) -> World:
    layers = list(world.layers)
    layers[index] = layers[index].model_copy(update=fields)
    return world.model_copy(update={"layer": layers})


class TestWhatStays:
    """Work that was done is not done again."""

    WORLD = read_world(BUILTIN / "dusk_lake")

    def kept(self, ctx: Context, world: World) -> set[str]:
        """The names of those layers that are still the ones made at first."""
        showing = shown(ctx, self.WORLD)
        before = {id(layer) for layer in showing.scene.layers}
        patched(showing, world)
        kept = {layer.name for layer in showing.scene.layers if id(layer) in before}
        showing.release()
        return kept

    @pytest.fixture
    def all_names(self, ctx: Context) -> set[str]:
        return self.kept(ctx, self.WORLD)

    def test_all_when_the_light_takes_other_colours(self, ctx: Context, all_names: set[str]) -> None:
        keys = [key.model_copy(update={"horizon": "#80a040"}) for key in self.WORLD.light.key]
        light = self.WORLD.light.model_copy(update={"key": keys})
        assert self.kept(ctx, self.WORLD.model_copy(update={"light": light})) == all_names

    def test_all_when_a_continuous_number_changes(self, ctx: Context, all_names: set[str]) -> None:
        changed = with_layer(self.WORLD, index(self.WORLD, "water"), ripple_ratio=0.9)
        assert self.kept(ctx, changed) == all_names

    def test_all_when_they_change_places(self, ctx: Context, all_names: set[str]) -> None:
        first, *others = self.WORLD.layers
        assert self.kept(ctx, self.WORLD.model_copy(update={"layer": [first, *others[1:], others[0]]})) == all_names

    def test_all_others_when_one_is_taken_out(self, ctx: Context, all_names: set[str]) -> None:
        kept = self.kept(ctx, self.WORLD.model_copy(update={"layer": self.WORLD.layers[:-1]}))
        assert len(all_names - kept) == 1

    def test_what_knows_no_sun_when_the_sun_takes_another_way(self, ctx: Context, all_names: set[str]) -> None:
        light = self.WORLD.light.model_copy(update={"sunset_x_ratio": 0.9})
        kept = self.kept(ctx, self.WORLD.model_copy(update={"light": light}))
        assert "layer/12/reeds" in kept
        assert not any("treeline" in name for name in kept)


class Ticking:
    """A clock that goes on by a hundredth of a second whenever it is asked."""

    def __init__(self) -> None:
        self.at_s = 0.0

    def __call__(self) -> float:
        self.at_s += 0.01
        return self.at_s


class TestInTime:
    """What is quick comes at once; what is slow comes after it, and until then what was there stands in."""

    WORLD = read_world(BUILTIN / "zen_garden")

    def layers(self, showing: Showing) -> dict[str, object]:
        return {layer.name.split("/")[2]: layer for layer in showing.scene.layers}

    def begun(self, ctx: Context, world: World) -> tuple[Showing, Patch, Ticking]:
        """A patch at the moment when it first has something to show."""
        showing, now = shown(ctx, self.WORLD), Ticking()
        patch = Patch(showing, place_of(world))
        patch.know(NOW)
        while not patch.presentable:
            patch.work(now.at_s + 0.05, now)
        return showing, patch, now

    def test_a_quick_layer_does_not_wait_for_a_slow_one(self, ctx: Context) -> None:
        changed = with_layer(self.WORLD, index(self.WORLD, "garden"), wall_colour="#806040")
        changed = with_layer(changed, index(changed, "stars"), count=900)
        showing, patch, now = self.begun(ctx, changed)
        assert not patch.ready
        before = self.layers(showing)
        patch.put_in()
        after = self.layers(showing)
        assert after["stars"] is not before["stars"]
        assert after["garden"] is before["garden"]
        paint(showing.scene, showing.place)
        while not patch.presentable:
            patch.work(now.at_s + 0.05, now)
        patch.put_in()
        assert self.layers(showing)["garden"] is not before["garden"]
        assert np.array_equal(paint(showing.scene, showing.place), fresh(ctx, changed))

    def test_saved_again_before_the_slow_one_came_it_is_made_as_it_stands_now(self, ctx: Context) -> None:
        tilted = self.WORLD.model_copy(
            update={"camera": self.WORLD.camera.model_copy(update={"horizon_ratio": 0.7})}
        )
        showing, patch, _ = self.begun(ctx, tilted)
        assert not patch.ready
        patch.put_in()
        paint(showing.scene, showing.place)
        patch.release()
        again = with_layer(tilted, index(tilted, "stars"), count=900)
        assert np.array_equal(patched(showing, again), fresh(ctx, again))

    def test_taken_back_half_way_the_world_before_is_whole_again(self, ctx: Context) -> None:
        changed = with_layer(self.WORLD, index(self.WORLD, "garden"), wall_colour="#806040")
        changed = with_layer(changed, index(changed, "stars"), count=900)
        changed = with_layer(changed, index(changed, "motes"), amount_ratio=0.9)
        showing, patch, _ = self.begun(ctx, changed)
        place, layers = showing.place, list(showing.scene.layers)
        before = paint(showing.scene, place)
        patch.put_in()
        assert showing.scene.layers != layers
        paint(showing.scene, showing.place)
        patch.take_back()
        assert showing.place is place
        assert showing.scene.layers == layers
        assert np.array_equal(paint(showing.scene, place), before)

    def test_given_up_it_leaves_the_world_as_it_was(self, ctx: Context) -> None:
        changed = with_layer(self.WORLD, index(self.WORLD, "stars"), count=900)
        showing = shown(ctx, self.WORLD)
        before = paint(showing.scene, showing.place)
        patch = Patch(showing, place_of(changed))
        patch.work(0.5, Ticking())
        patch.release()
        assert np.array_equal(paint(showing.scene, showing.place), before)


def index(world: World, kind: str) -> int:
    """Where the first layer of a kind stands."""
    return next(i for i, layer in enumerate(world.layers) if kind_of(type(layer)) == kind)
