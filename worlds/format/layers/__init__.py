"""Every kind of layer, one file each. `AnyLayer` is the union of all of them."""

from typing import TYPE_CHECKING, TypeAlias

from worlds.format.kinds import models_in, union_of
from worlds.format.layer import LayerModel

if TYPE_CHECKING:
    AnyLayer: TypeAlias = LayerModel
else:
    AnyLayer = union_of(models_in(__name__, LayerModel))
