"""What every kind of layer has in common."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from worlds.format.base import Model


class LayerModel(Model):
    """One thing you see. Layers are drawn in the order they are written, back to front."""

    answers: ClassVar[frozenset[str]] = frozenset()
    """The looks of touches this kind of layer answers, such as `frozenset({"ripple"})` for water."""

    most: ClassVar[int] = 8
    """How many of this kind one world may have; kinds that cost much time allow fewer."""

    variety: Annotated[int, Field(ge=0, le=9999)] = 0
    """Another number, another one of its kind: other peaks, other trees, at every seed."""
