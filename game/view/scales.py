"""Which scale held the frame rate last time, so that the next visit begins with it."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

MOST = 100


class Scales:
    """The last good scale of each world at each output size; kept in a file if there is one.

    It is only a help: a file that cannot be read or written is done without.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._known = _read(path) if path else {}

    def get(self, world: str, size_px: tuple[int, int]) -> float | None:
        """The scale that was good for a world at a size, if it was ever shown so."""
        return self._known.get(_key(world, size_px))

    def keep(self, world: str, size_px: tuple[int, int], scale: float) -> None:
        """This scale is good now."""
        key = _key(world, size_px)
        if self._known.pop(key, None) == scale:
            self._known[key] = scale
            return
        self._known[key] = scale
        while len(self._known) > MOST:
            self._known.pop(next(iter(self._known)))
        if self._path is not None:
            with contextlib.suppress(OSError):
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text(json.dumps(self._known, indent=0), encoding="utf-8")


def _key(world: str, size_px: tuple[int, int]) -> str:
    return f"{world} {size_px[0]}x{size_px[1]}"


def _read(path: Path) -> dict[str, float]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(key): float(scale) for key, scale in found.items() if _is_scale(scale)}


def _is_scale(value: object) -> bool:
    return isinstance(value, float | int) and 0.1 <= value <= 1.0
