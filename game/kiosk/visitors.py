"""Which of the things people do to a kiosk reach the player, and as what."""

from __future__ import annotations

from collections.abc import Collection

from game.kiosk.config import InputName
from game.view.inputs import Input, Key, Pointer
from game.view.keys import COMMANDS, Command

PLAIN = "PLAIN "
"""Before the name of a key it takes away its meaning: it can be held to breathe, and that is all."""
GENTLE = {Command.LOUDER, Command.QUIETER, Command.STILL, Command.RING, Command.FREE_BREATH}
"""Commands a visitor may use: all of them are put back, and none leaves, hides or silences anything."""


class Visitors:
    """Lets through what is listed."""

    def __init__(self, inputs: Collection[InputName]) -> None:
        self._inputs = inputs
        self._pressed = False
        self._plain: set[str] = set()

    def heard(self, what: Input, greets: bool = False) -> Input | None:
        """What the player should hear of an input; None for nothing. A key that only `greets` (it begins a visit)
        asks for nothing else, but can be held."""
        if isinstance(what, Key):
            return self._key(what, greets) if "keyboard" in self._inputs else None
        if isinstance(what, Pointer):
            return self._pointer(what)
        return None

    def _key(self, key: Key, greets: bool) -> Key:
        """A key keeps the meaning it went down with until it has come up."""
        plain = key.name in self._plain or greets or COMMANDS.get(key.name) not in GENTLE
        self._plain.discard(key.name)
        if plain and key.down:
            self._plain.add(key.name)
        return Key(PLAIN + key.name, key.down) if plain else key

    def _pointer(self, pointer: Pointer) -> Pointer | None:
        """A touch screen moves the pointer only while it is touched; with a mouse, hovering counts too.

        Systems report both as one pointer, so that a click cannot be told from a touch.
        """
        if "mouse" in self._inputs:
            return pointer
        if "touch" not in self._inputs:
            return None
        if pointer.phase == "move" and not self._pressed:
            return None
        self._pressed = pointer.phase in ("press", "move")
        return pointer


def begins(what: Input | None) -> bool:
    """Whether an input says that somebody is there: a press or a key, not a shaken table."""
    return (isinstance(what, Key) and what.down) or (isinstance(what, Pointer) and what.phase == "press")
