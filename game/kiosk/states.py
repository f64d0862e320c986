"""What a kiosk is doing, and what it does next: closed, attract, session, ending, reset.

Pure: what happened and the time go in, intents come out. No window, no clock, no sound.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto


class State(Enum):
    """What a kiosk is doing."""

    CLOSED = "closed"
    """Outside opening hours: dark and quiet."""
    ATTRACT = "attract"
    """Nobody is there: the worlds are shown in turn."""
    SESSION = "session"
    """Somebody is there; nothing but the end of the visit's length ends it."""
    ENDING = "ending"
    """The visit fades out."""
    RESET = "reset"
    """Dark for a moment, while everything is put back."""


class Intent(Enum):
    """What the kiosk asks of the picture and the sound."""

    INVITE = auto()
    """Come out of the dark, quietly, and say what to do."""
    SHOW_NEXT = auto()
    """Glide to the next world."""
    BEGIN = auto()
    """Begin a visit, at full loudness."""
    FADE_OUT = auto()
    """End a visit: slowly to black and silence."""
    DARKEN = auto()
    """To black and silence within moments."""
    PUT_BACK = auto()
    """Everything as it was before the visit. Only asked for in the dark."""
    SLEEP = auto()
    """Draw as little as possible from now on."""
    WAKE = auto()
    """Draw at the usual pace again."""


@dataclass(frozen=True)
class Now:
    """What is the case at one tick."""

    t_s: float
    """Steady time, in seconds; never the clock on the wall."""
    is_open: bool = True
    somebody: bool = False
    """Whether a visitor has used a listed input since the last tick."""
    is_over: bool = False
    """Whether a visit's length is over, or there is none."""
    is_dark: bool = False
    """Whether the picture is black."""
    is_ready: bool = True
    """Whether the world that was asked for is in front."""


class Kiosk:
    """The state of a kiosk. `step` is called at every tick."""

    def __init__(self, attract_s: float, now: Now) -> None:
        self.state = State.ATTRACT if now.is_open else State.CLOSED
        self._attract_s = attract_s
        self._shown_s = now.t_s
        self._deeds: dict[State, Callable[[Now], list[Intent]]] = {
            State.CLOSED: self._closed,
            State.ATTRACT: self._attract,
            State.SESSION: self._session,
            State.ENDING: self._ending,
            State.RESET: self._reset,
        }

    def begin(self) -> list[Intent]:
        """What to do before the first tick."""
        return [Intent.INVITE] if self.state is State.ATTRACT else [Intent.DARKEN, Intent.SLEEP]

    def step(self, now: Now) -> list[Intent]:
        """Move on to now; returns what is to be done, in order."""
        return self._deeds[self.state](now)

    def _enter(self, state: State, now: Now, *intents: Intent) -> list[Intent]:
        self.state = state
        self._shown_s = now.t_s
        return list(intents)

    def _closed(self, now: Now) -> list[Intent]:
        return self._enter(State.ATTRACT, now, Intent.WAKE, Intent.INVITE) if now.is_open else []

    def _attract(self, now: Now) -> list[Intent]:
        if now.somebody:
            return self._enter(State.SESSION, now, Intent.BEGIN)
        if not now.is_open:
            return self._enter(State.CLOSED, now, Intent.DARKEN, Intent.SLEEP)
        if now.t_s - self._shown_s >= self._attract_s:
            self._shown_s = now.t_s
            return [Intent.SHOW_NEXT]
        return []

    def _session(self, now: Now) -> list[Intent]:
        return self._enter(State.ENDING, now, Intent.FADE_OUT) if now.is_over else []

    def _ending(self, now: Now) -> list[Intent]:
        return self._enter(State.RESET, now, Intent.PUT_BACK) if now.is_dark else []

    def _reset(self, now: Now) -> list[Intent]:
        if not now.is_ready:
            return []
        if now.is_open:
            return self._enter(State.ATTRACT, now, Intent.INVITE)
        return self._enter(State.CLOSED, now, Intent.SLEEP)
