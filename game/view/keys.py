"""Which key does what, and telling a tap from a hold."""

from __future__ import annotations

from enum import Enum, auto

from game.journey.visit import LENGTHS_MIN

POINTER = "pointer"
"""The name under which the pointer's buttons are held."""
HOLD_S = 0.6
"""A key or button down for longer is a breath, shorter a command or a touch."""


class Command(Enum):
    """What a tap of a key can ask for."""

    LEAVE = auto()
    FULL_SCREEN = auto()
    MUTE = auto()
    STILL = auto()
    LOUDER = auto()
    QUIETER = auto()
    HELP = auto()
    RING = auto()
    FREE_BREATH = auto()
    VOICES = auto()
    NEXT_WORLD = auto()
    WORLD_BEFORE = auto()


COMMANDS = {
    "ESCAPE": Command.LEAVE,
    "F11": Command.FULL_SCREEN,
    "M": Command.MUTE,
    "SPACE": Command.STILL,
    "PLUS": Command.LOUDER,
    "EQUAL": Command.LOUDER,
    "NUM_ADD": Command.LOUDER,
    "UP": Command.LOUDER,
    "MINUS": Command.QUIETER,
    "NUM_SUBTRACT": Command.QUIETER,
    "DOWN": Command.QUIETER,
    "H": Command.HELP,
    "F1": Command.HELP,
    "B": Command.RING,
    "N": Command.FREE_BREATH,
    "V": Command.VOICES,
    "RIGHT": Command.NEXT_WORLD,
    "PAGEDOWN": Command.NEXT_WORLD,
    "LEFT": Command.WORLD_BEFORE,
    "PAGEUP": Command.WORLD_BEFORE,
}
VISITS = dict(zip(("F5", "F6", "F7", "F8"), LENGTHS_MIN, strict=True))
"""Keys that begin a visit, and its minutes."""


def leaves(name: str) -> bool:
    """Whether a key is the one that leaves."""
    return COMMANDS.get(name) is Command.LEAVE


def world_number(name: str) -> int | None:
    """The world a digit key stands for, from 0; None for other keys."""
    digit = name.removeprefix("NUM_").removeprefix("_")
    return int(digit) - 1 if digit in tuple("123456789") else None


class Presses:
    """Which keys and buttons are down, and since when."""

    def __init__(self) -> None:
        self._since_s: dict[str, float] = {}

    def down(self, name: str, now_s: float) -> None:
        """A key or button goes down."""
        self._since_s.setdefault(name, now_s)

    def up(self, name: str, now_s: float) -> str:
        """A key or button comes up; returns the name it went down with if that was a tap, else nothing.

        A key may come up under another name than it went down with, because Shift was let go in between. So a
        name that is not down ends the newest key that is: nothing must stay down for ever.
        """
        if name not in self._since_s and name != POINTER:
            name = next((each for each in reversed(self._since_s) if each != POINTER), name)
        since_s = self._since_s.pop(name, None)
        return name if since_s is not None and now_s - since_s <= HOLD_S else ""

    def let_go(self) -> None:
        """Everything is up: the window lost the keyboard."""
        self._since_s.clear()

    def held_s(self, now_s: float) -> float:
        """How long the longest hold has lasted, 0 while nothing is held for `HOLD_S`."""
        longest_s = max((now_s - since for since in self._since_s.values()), default=0.0)
        return longest_s if longest_s > HOLD_S else 0.0
