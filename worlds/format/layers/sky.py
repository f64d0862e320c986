"""The `sky` layer."""

from __future__ import annotations

from typing import Annotated, Literal

from worlds.follow import Range, Value
from worlds.format.layer import LayerModel


class Sky(LayerModel):
    """A sky lit by the world's light, with thin high cloud."""

    kind: Literal["sky"]
    cloud_ratio: Annotated[Value, Range(0, 1)] = 0.5
    """How much of the sky the cloud covers."""
