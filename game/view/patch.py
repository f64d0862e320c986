"""A small change to the world on screen: what differs is made anew, all else stays as it is."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from game.scenery.ground import ground_of
from game.scenery.layer import Layer, layer_for, layer_names
from game.view.place import Moment, Place
from game.view.showing import Showing
from worlds.format.layer import LayerModel

PATIENCE_S = 0.15
"""What takes longer than this to make may come after the rest."""

FINISHED = object()


def fits(old: Place, new: Place) -> bool:
    """Whether one place can become the other layer by layer: chance must be the same."""
    return old.seed == new.seed


@dataclass
class _Part:
    """A layer of the new world. While it is being made the one of its name, if there is one, stands in for it."""

    model: LayerModel
    layer: Layer[Any]
    stand_in: Layer[Any] | None = None
    ready: bool = False

    @property
    def shown(self) -> Layer[Any] | None:
        """What to paint for it."""
        return self.layer if self.ready else self.stand_in


class _Whole:
    """A scene as it was before anything was put in, with all its layers: it can be put back."""

    def __init__(self, front: Showing) -> None:
        scene = front.scene
        self.layers = list(scene.layers)
        self._front = front
        self._made_of = [(layer.model, layer.ground) for layer in self.layers]
        self._of_scene = scene.world, scene.stage.ground, front.place

    def put_back(self) -> None:
        """Let the scene on screen be this one again."""
        scene = self._front.scene
        scene.layers = list(self.layers)
        for layer, (model, ground) in zip(self.layers, self._made_of, strict=True):
            layer.become(model)
            layer.ground = ground
        scene.world, scene.stage.ground, self._front.place = self._of_scene


class Patch:
    """Makes a scene that plays on meanwhile into another world of the same seed.

    Layers whose models, chance and ground are as they were stay, with all that was made for them. The others are
    made anew, all at once and a step of each in turn, so that the quick are not kept waiting by the slow. The
    outcome is what a scene made from nothing would be.
    """

    def __init__(self, front: Showing, place: Place) -> None:
        self.place = place
        self.ready = False
        """Whether everything is made."""
        self._front = front
        self._scene = front.scene
        self._ground = ground_of(place.world, place.seed, layer_names(place.world.layers))
        self._parts: list[_Part] = []
        self._before: _Whole | None = None
        """The world before, once something of the new one shows."""
        self._news = False
        self._begun_s: float | None = None
        self._late = False
        self._making = self._make()

    @property
    def front_place(self) -> Place:
        """The place it changes."""
        return self._front.place

    @property
    def presentable(self) -> bool:
        """Whether it is time to put in what there is: all of it, or something while the rest takes long."""
        return self.ready or (self._late and self._news)

    def know(self, moment: Moment) -> None:
        """What the first frame will show, for slow work that can be done for it."""
        stage = self._scene.stage
        stage.hour, stage.touches = moment.hour, self.place.strokes.events

    def work(self, until_s: float, now_s: Callable[[], float]) -> None:
        """Go on with what is slow until a time, or until it is done."""
        if self._begun_s is None:
            self._begun_s = now_s()
        stage = self._scene.stage
        on_screen, stage.ground = stage.ground, self._ground
        try:
            while not self.ready and now_s() < until_s:
                self.ready = next(self._making, True)
                stage.ctx.finish()
        finally:
            stage.ground = on_screen
        self._late = now_s() - self._begun_s > PATIENCE_S and len(self._parts) == len(self._ground.order)

    def put_in(self) -> None:
        """Let the scene on screen be the new world from now on, as far as it is made."""
        scene, self._before = self._scene, self._before or _Whole(self._front)
        scene.layers = [layer for part in self._parts if (layer := part.shown) is not None]
        if self.ready:
            self._let_go(self._before.layers)
        for part in self._parts:
            if part.ready:
                part.layer.become(part.model)
                part.layer.ground = self._ground
        scene.world, scene.stage.ground = self.place.world, self._ground
        self._front.place = self.place
        self._news = False

    def take_back(self) -> None:
        """It cannot be made: let the scene on screen be whole again, as it was before."""
        if self._before is not None:
            self._before.put_back()
        self.release()

    def release(self) -> None:
        """Let go of what was made in vain, or is shown no more."""
        self._making = iter(())
        self._let_go([part.layer for part in self._parts])
        if self._before is not None:
            self._let_go(self._before.layers)

    def _let_go(self, layers: list[Layer[Any]]) -> None:
        for layer in layers:
            if layer not in self._scene.layers:
                layer.release()

    def _make(self) -> Iterator[bool]:
        """Each step of making it; every layer is there, if not finished, before any is finished."""
        there = {layer.name: layer for layer in self._scene.layers}
        for model, name in zip(self.place.world.layers, self._ground.order, strict=True):
            yield from self._begin(model, name, there.get(name))
        self._news = self._differs_already()
        unfinished = deque((part, part.layer.rebake()) for part in self._parts if not part.ready)
        while unfinished:
            part, steps = unfinished.popleft()
            self._scene.stage.noted = part.layer.stands_on
            part.ready = next(steps, FINISHED) is FINISHED
            if part.ready:
                self._news = True
            else:
                unfinished.append((part, steps))
            yield False

    def _begin(self, model: LayerModel, name: str, old: Layer[Any] | None) -> Iterator[bool]:
        if old is not None and self._may_stay(old, model):
            self._ground.keeps(name, old.ground)
            self._parts.append(_Part(model, old, ready=True))
            return
        layer = layer_for(model)(model, self._scene.stage, name)
        self._parts.append(_Part(model, layer, stand_in=old))
        self._scene.stage.noted = layer.stands_on
        for _ in layer.prepare():
            yield False
            self._scene.stage.noted = layer.stands_on
        layer.resize()
        yield False

    def _differs_already(self) -> bool:
        """Whether there is something to see before any new layer is finished."""
        old, new = self._front.place.world, self.place.world
        shown = [layer for part in self._parts if (layer := part.shown) is not None]
        changed = any(part.ready and part.layer.model != part.model for part in self._parts)
        return changed or old.light != new.light or old.camera != new.camera or shown != self._scene.layers

    def _may_stay(self, layer: Layer[Any], model: LayerModel) -> bool:
        return layer.can_become(model) and self._ground.serves(layer.name, layer.stands_on, layer.ground)
