"""The `garden` layer."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from worlds.follow import Range, Value
from worlds.format.base import Colour
from worlds.format.layer import LayerModel
from worlds.format.season import SeasonChoice


class Garden(LayerModel):
    """A raked dry garden: sand, stones, moss, a wall, and maybe a water basin, a bridge, a pine or a stone lantern.

    Give the camera a `horizon_ratio` of about 0.77; what lies beyond the wall is left to the layers behind.
    """

    answers: ClassVar[frozenset[str]] = frozenset({"rake"})
    most: ClassVar[int] = 1

    kind: Literal["garden"]
    standpoint: Literal["seed", "seated", "standing", "corner", "above", "strolling"] = "seed"
    """Where it is seen from: sitting or standing on its veranda, to a corner, from the upper floor, on foot."""
    wall: Literal["seed", "plaster", "bamboo", "hedge"] = "seed"
    """What closes it."""
    accent: Literal["seed", "basin", "tree", "bridge", "steps", "none"] = "seed"
    """What it has beside stones: a water basin, a pruned pine, a stone bridge, stepping stones."""
    groups: int = Field(default=0, ge=0, le=5)
    """How many groups of stones; 0 lets the seed choose."""
    raking: Literal["seed", "straight", "waves", "circles", "slant", "squares"] = "seed"
    """How the sand was raked before anyone came."""
    basin: Literal["seed", "left", "right", "none"] = "seed"
    """On which side the water basin with its bamboo spout stands; `accent` says whether a "seed" has one."""
    lantern: bool = True
    """Whether a stone lantern stands in the garden and burns at night."""
    bushes: bool = True
    """Whether clipped bushes stand along the wall."""
    season: SeasonChoice = "seed"
    """The time of year, for moss, bushes and what lies on the sand."""
    sand_colour: Colour = "#d2c8b6"
    """The gravel in white light."""
    wall_colour: Colour = "#c9a878"
    """The plaster of the wall."""
    wood_colour: Colour = "#84664a"
    """The boards and the post of the veranda."""
    lamp_colour: Colour = "#ffb466"
    """The light of the lantern and of the room behind the visitor."""
    lamp_ratio: Annotated[Value, Range(0, 1)] = 0.9
    """How brightly they burn at night; by day they are out."""
    leaf_shade_ratio: Annotated[Value, Range(0, 1)] = 0.85
    """How dark the moving shadow of leaves is."""
    haze_per_m: Annotated[Value, Range(0, 0.2)] = 0.010
    """How much of the air's colour each metre adds."""
