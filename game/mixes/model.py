"""What a mix is, in the settings folder and in a file of its own."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field

from audio.messages import LEAST_TRIM_DB, MOST_TRIM_DB, Mix, Trim
from worlds.format.world import PackId
from worlds.said import untranslated

NAME = r"^[^\s\x00-\x1f\x7f]([^\x00-\x1f\x7f]{0,38}[^\s\x00-\x1f\x7f])?$"
NAME_FORM = untranslated("a name of at most 40 characters")

Name = Annotated[str, Field(pattern=NAME, examples=["By night"], json_schema_extra={"x-form": NAME_FORM})]
"""What a visitor calls a preset."""
PartName = Annotated[str, Field(max_length=60)]
"""A name of `worlds.parts`."""
TrimDb = Annotated[float, Field(ge=LEAST_TRIM_DB, le=MOST_TRIM_DB)]


class KeptMix(BaseModel):
    """How loud each part of a world shall be. Keys that a newer Stillroom has written are passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, allow_inf_nan=False, defer_build=True)

    meander: bool = False
    """Whether the voices drift slowly about these levels."""
    muted: Annotated[list[PartName], Field(max_length=64)] = []
    """Parts that are not heard."""
    trim_db: Annotated[dict[PartName, TrimDb], Field(max_length=64)] = {}
    """Parts that are louder or softer than their maker wrote them."""

    @property
    def as_written(self) -> bool:
        """Whether it leaves the world as its maker wrote it."""
        return not (self.meander or self.muted or any(self.trim_db.values()))

    def message(self, world_id: str) -> Mix:
        """What the sound is told."""
        names = sorted({*self.muted, *self.trim_db})
        trims = {name: Trim(self.trim_db.get(name, 0.0), name in self.muted) for name in names}
        return Mix(world_id, trims, self.meander)

    def trimmed(self, part: str, db: float) -> Self:
        """The same with a part at another level, as far as that may go; who turns a part wants to hear it."""
        held = float(min(max(db, LEAST_TRIM_DB), MOST_TRIM_DB))
        others = {name: kept for name, kept in self.trim_db.items() if name != part}
        trims = others | ({part: held} if held else {})
        return self._with(trim_db=trims, muted=[name for name in self.muted if name != part])

    def mute(self, part: str) -> Self:
        """The same with a part muted, or heard again at the level it had."""
        muted = [name for name in self.muted if name != part]
        return self._with(muted=muted if part in self.muted else [*muted, part])

    def drifting(self, meander: bool) -> Self:
        """The same with the meander on or off."""
        return self._with(meander=meander)

    def named(self) -> Collection[str]:
        """Every part it says something about."""
        return {*self.muted, *self.trim_db}

    def _with(self, **changes: object) -> Self:
        return self.model_copy(update=changes)


class MixFile(KeptMix):
    """One mix in a file of its own, to be carried elsewhere. Here every key counts."""

    model_config = ConfigDict(extra="forbid")

    format: Literal[1]
    """The form this file is written in."""
    world: PackId
    """The id of the world it is a mix of."""
    name: Name
    """What it is called."""

    @property
    def kept(self) -> KeptMix:
        """The mix in it."""
        return KeptMix(meander=self.meander, muted=self.muted, trim_db=self.trim_db)


class WorldMixes(BaseModel):
    """What is kept for one world."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True, allow_inf_nan=False, defer_build=True)

    now: KeptMix = KeptMix()
    """The mix as it was left."""
    preset: dict[Name, KeptMix] = {}
    """Mixes a visitor gave a name."""
