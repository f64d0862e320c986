"""What the visitor does, before anybody decides what it means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from game.view.player import Player


@dataclass(frozen=True)
class Key:
    """A key goes down or up. Names are pyglet's: "SPACE", "ESCAPE", "F11", "_1", "A"."""

    name: str
    down: bool


@dataclass(frozen=True)
class Typed:
    """Letters, as the keyboard's layout and any input method have them; their keys are told besides."""

    letters: str


@dataclass(frozen=True)
class Pointer:
    """The pointer is pressed, moved, released or has left; x and y run 0..1 from the lower left."""

    phase: Literal["press", "move", "release", "leave"]
    x: float
    y: float


@dataclass(frozen=True)
class Closing:
    """The window manager asks the window to go."""


Input = Key | Typed | Pointer | Closing


class Guide(Protocol):
    """Somebody who stands between the visitor and the player: the kiosk."""

    def takes(self, what: Input) -> bool:
        """See every input first; True if the player must not hear of it."""

    def tick(self, player: Player) -> None:
        """Called once a frame; may use everything the player offers."""


class NoGuide:
    """Nobody: the visitor is at home."""

    def takes(self, what: Input) -> bool:
        """Let everything through."""
        return False

    def tick(self, player: Player) -> None:
        """Do nothing."""
