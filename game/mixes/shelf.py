"""The mixes of all worlds: where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.mixes.kept import KeptMixes

FOLDER = "mixes"


class MixShelf:
    """The mixes of all worlds, each read when its world is first met."""

    def __init__(self, folder: Path, exchange: Path | None = None) -> None:
        self._folder = folder
        self.exchange = exchange or folder / "exchange"
        """Where mixes are written to, and taken from, that come from or go elsewhere."""
        self._worlds: dict[str, KeptMixes] = {}

    def of(self, world_id: str) -> KeptMixes:
        """The mixes of a world."""
        # Only here, for a window's first light waits for none of it.
        from game.mixes.kept import KeptMixes

        if world_id not in self._worlds:
            self._worlds[world_id] = KeptMixes(self._folder / f"{world_id}.toml")
        return self._worlds[world_id]

    @property
    def trouble(self) -> str:
        """What is wrong with any of them, in one sentence."""
        return next((mixes.trouble for mixes in self._worlds.values() if mixes.trouble), "")

    def close(self) -> None:
        """Write down at once what has not been yet."""
        for mixes in self._worlds.values():
            mixes.close()
