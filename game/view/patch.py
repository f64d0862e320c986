"""A small change to the world on screen: only the layers that differ are made anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from game.scenery.layer import Layer, layer_for
from game.view.place import Place
from game.view.showing import Showing
from worlds.format.world import World


def fits(old: Place, new: Place) -> bool:
    """Whether one place can become the other layer by layer: same seed, light, camera and kinds of layers."""
    a, b = old.world, new.world
    same_kinds = [type(layer) for layer in a.layers] == [type(layer) for layer in b.layers]
    return same_kinds and old.seed == new.seed and a.light == b.light and a.camera == b.camera


class Patch:
    """Layers made for a scene that plays on meanwhile, to be put into it together."""

    def __init__(self, front: Showing, place: Place) -> None:
        self.place = place
        self.ready = False
        self._front = front
        self._layers = dict(self._changed(front.place.world, place.world))
        self._making = self._make()

    @property
    def front_place(self) -> Place:
        """The place it changes."""
        return self._front.place

    def work(self, until_s: float, now_s: Callable[[], float]) -> None:
        """Go on with what is slow until a time, or until it is done."""
        while not self.ready and now_s() < until_s:
            self.ready = next(self._making, True)
            self._front.scene.stage.ctx.finish()

    def put_in(self) -> None:
        """Let the scene on screen be the new place from now on."""
        scene = self._front.scene
        for index, layer in self._layers.items():
            scene.layers[index].release()
            scene.layers[index] = layer
        scene.world = self.place.world
        self._front.place = self.place

    def release(self) -> None:
        """Let go of what was made in vain."""
        self._making = iter(())
        for layer in self._layers.values():
            layer.release()

    def _changed(self, old: World, new: World) -> Iterator[tuple[int, Layer[Any]]]:
        for index, (before, after) in enumerate(zip(old.layers, new.layers, strict=True)):
            if before != after:
                name = self._front.scene.layers[index].name
                yield index, layer_for(after)(after, self._front.scene.stage, name)

    def _make(self) -> Iterator[bool]:
        for layer in self._layers.values():
            for _ in layer.prepare():
                yield False
            layer.resize()
            yield False
            for _ in layer.rebake():
                yield False
