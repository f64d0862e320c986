"""What a layer is: something that paints on the canvas."""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from game.scenery import layers
from game.scenery.bakes import Kept
from game.scenery.canvas import Canvas
from game.scenery.frame import Frame
from game.scenery.stage import Stage
from worlds.follow import Followed, continuous
from worlds.format.kinds import kind_of
from worlds.format.layer import LayerModel

M = TypeVar("M", bound=LayerModel)


class Layer(ABC, Generic[M]):
    """One thing you see. `__init__` is quick; slow work goes into `prepare`, a slice at a time.

    `name` tells this layer's random streams from every other's, e.g. "layer/2/ridges": see `layer_names`.
    """

    fills: ClassVar[bool] = False
    """Whether it paints every pixel of the canvas; where no layer does, the haze stands behind all."""

    def __init__(self, model: M, stage: Stage, name: str) -> None:
        self.model = model
        self.stage = stage
        self.name = name
        self.values = Followed(model)
        """Present values of the model's continuous fields; updated before every draw."""
        self.ground = stage.ground
        """What it was made on."""
        self.stands_on: set[str] = set()
        """What of the ground it has read, while it was made or drawn."""

    def can_become(self, model: LayerModel) -> bool:
        """Whether only continuous fields differ, which are read anew every frame."""
        if type(model) is not type(self.model):
            return False
        made_from = type(model).model_fields.keys() - continuous(type(model))
        return all(getattr(model, name) == getattr(self.model, name) for name in made_from)

    def become(self, model: M) -> None:
        """Take another model that it can become."""
        if model != self.model:
            self.model, self.values = model, Followed(model)

    def prepare(self) -> Iterator[None]:
        """Do the slow work (programs, meshes, bakes that do not depend on size); yield every few ms."""
        yield

    @abstractmethod
    def resize(self) -> None:
        """Make whatever depends on `stage.size_px` (targets, baked screen maps); called before the first draw."""

    def rebake(self) -> Iterator[None]:
        """Slow work after a `resize`, in slices. Until it is done the layer must still draw something fitting."""
        yield

    def kept(self, what: str) -> Kept:
        """Where something this layer bakes is kept: `arrays = yield from self.kept("wood").or_made(self._grown())`.

        The work may depend on the model, the layer's name, seed, size and ground, and on nothing else.
        """
        stage = self.stage
        mine = what, self.name, self.model.model_dump_json(), stage.seed, *stage.size_px
        return stage.bakes.kept(*mine, *stage.ground.facts(self.name)).noting(stage.noted)

    def ahead(self, frame: Frame, canvas: Canvas) -> None:
        """Paint targets of its own that need nothing of the canvas, before any layer paints there.

        Going to another target and back makes a software driver put the whole canvas away and fetch it again.
        """

    @abstractmethod
    def draw(self, frame: Frame, canvas: Canvas) -> None:
        """Paint. The canvas has been begun: full viewport, no blending; leave GL state anyhow."""

    def release(self) -> None:
        """Drop what GL would not free by itself; most layers need nothing."""


_LAYERS: dict[type[LayerModel], type[Layer[Any]]] = {}

L = TypeVar("L", bound=type[Layer[Any]])


def draws(model: type[LayerModel]) -> Callable[[L], L]:
    """Declare, above a layer class, the model it gives a picture to."""

    def declare(layer: L) -> L:
        _LAYERS[model] = layer
        return layer

    return declare


def layer_for(model: LayerModel) -> type[Layer[Any]]:
    """The class that draws this model, from the file named as the model's own; imported when first asked for."""
    kind = type(model)
    if kind not in _LAYERS:
        importlib.import_module(f"{layers.__name__}.{kind.__module__.rpartition('.')[2]}")
    return _LAYERS[kind]


def every_kind() -> Iterator[None]:
    """Import each file of layers, one a step: a world that comes later then need not stop for it."""
    for module in pkgutil.iter_modules(layers.__path__, layers.__name__ + "."):
        importlib.import_module(module.name)
        yield


def layer_names(models: Sequence[LayerModel]) -> list[str]:
    """Names of layers by their kind and `variety`, and their place among those who share both; no two alike.

    So a layer looks as it did when others of other kinds are put before it, moved or taken away.
    """
    before: Counter[str] = Counter()
    names = []
    for model in models:
        name = f"layer/{model.variety}/{kind_of(type(model))}"
        names.append(f"{name}/{before[name]}" if before[name] else name)
        before[name] += 1
    return names
