"""The visitor's hand: pointer and keys become lean, stir, touches and breaths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from game.signals.stir import Stir
from game.view.inputs import Pointer
from game.view.keys import POINTER, Presses
from game.view.lean import Lean
from game.view.place import Place

STILL_RATIO = 0.02
"""A pointer that wanders further than this while down is drawing, not breathing."""
FULL_SPEED_PER_S = 1.5
HOVER_S = 0.1


class Touched(Protocol):
    """Whoever sounds what the hand does: `Hearing`, or a film's sound."""

    def touched(self, gesture: str, x: float, y: float, strength: float = 0.5) -> None:
        """The visitor touched the picture; see `audio.messages.Touched`."""


class Hand:
    """Where the pointer is and what is held down."""

    def __init__(self, hearing: Touched, now_s: Callable[[], float]) -> None:
        self.presses = Presses()
        self.lean, self.stir = Lean(), Stir()
        self._hearing = hearing
        self._now_s = now_s
        self._at: tuple[float, float] | None = None
        self._pressed_at: tuple[float, float] | None = None
        self._dragging = False
        self._held_told = False
        self._moved = 0.0
        self._hover_s = 0.0

    def point(self, pointer: Pointer, place: Place | None, t_s: float) -> None:
        """The pointer did something over a place, at a world time."""
        if pointer.phase == "leave":
            self._at = None
            self.lean.level()
            return
        self._move_to(pointer)
        if pointer.phase == "press":
            self._press(pointer, place, t_s)
        elif pointer.phase == "release":
            self._release(pointer, place, t_s)
        elif self._pressed_at is not None:
            self._drag(pointer, self._pressed_at, place, t_s)

    def let_go(self) -> None:
        """Nothing is held any more; nobody saw it come up."""
        self.presses.let_go()
        self._end_drag()
        self._pressed_at = None

    def step(self, dt_s: float) -> None:
        """Move on by a time step, and tell the sound about drags and hovers."""
        self.stir.step(dt_s)
        self.lean.step(dt_s)
        speed = min(self._moved / dt_s / FULL_SPEED_PER_S, 1.0) if dt_s > 0 else 0.0
        self._hover_s += dt_s
        if self._at is not None and self._dragging:
            self._hearing.touched("drag", *self._at, max(speed, 0.01))
        elif self._at is not None and self._pressed_at is not None:
            self._tell_hold()
        elif self._at is not None and speed > 0 and self._hover_s >= HOVER_S:
            self._hover_s = 0.0
            self._hearing.touched("hover", *self._at, speed)
        self._moved = 0.0

    def _move_to(self, pointer: Pointer) -> None:
        if self._at is not None:
            distance = abs(pointer.x - self._at[0]) + abs(pointer.y - self._at[1])
            self.stir.moved(distance)
            self._moved += distance
        self._at = (pointer.x, pointer.y)
        self.lean.aim(pointer.x, pointer.y)

    def _press(self, pointer: Pointer, place: Place | None, t_s: float) -> None:
        self._pressed_at = (pointer.x, pointer.y)
        self._held_told = False
        self.presses.down(POINTER, self._now_s())
        self.stir.pressed()
        if place is not None:
            place.strokes.press(pointer.x, pointer.y, t_s)
            self._hearing.touched("press", pointer.x, pointer.y)

    def _drag(self, pointer: Pointer, since: tuple[float, float], place: Place | None, t_s: float) -> None:
        far = max(abs(pointer.x - since[0]), abs(pointer.y - since[1])) > STILL_RATIO
        if far and not self.presses.held_s(self._now_s()):
            self.presses.up(POINTER, self._now_s())
            self._dragging = True
        if place is not None:
            place.strokes.move(pointer.x, pointer.y, t_s)

    def _release(self, pointer: Pointer, place: Place | None, t_s: float) -> None:
        self.presses.up(POINTER, self._now_s())
        self._end_drag()
        if self._pressed_at is not None and place is not None:
            place.strokes.release(pointer.x, pointer.y, t_s)
        self._pressed_at = None

    def _end_drag(self) -> None:
        if self._dragging and self._at is not None:
            self._hearing.touched("drag", *self._at, 0.0)
        self._dragging = False

    def _tell_hold(self) -> None:
        if self._at is not None and not self._held_told and self.presses.held_s(self._now_s()):
            self._held_told = True
            self._hearing.touched("hold", *self._at)
