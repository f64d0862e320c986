"""The breath: a pacer that follows a visitor who breathes with it, and leads slowly to a calm pace."""

from __future__ import annotations

import math
from enum import Enum

from game.journey.pattern import LONGEST_PHASE_S, RESONANT, SHORTEST_PHASE_S, UNKNOWN, Pattern, inside_limits

LEAD_S_PER_S = 4.0 / 60.0
"""A breath of ten a minute (6 s) becomes one of six (10 s) within the first minute."""
LEARN_RATIO = 0.5
"""Share of the newest breath in what is known of the visitor's own pace."""
SHORTEST_OWN_S = 0.6
SMOOTH_S = 0.2
STEEPEST_PER_S = math.pi / 2 / SHORTEST_PHASE_S
"""No breath rises or falls faster than this."""
FREE_LEVEL = 0.35
"""Where the world's breath rests while the visitor breathes as they like."""


class Way(Enum):
    """What the breath is doing."""

    IN = "in"
    FULL = "full"
    OUT = "out"
    EMPTY = "empty"


NEXT = {Way.IN: Way.FULL, Way.FULL: Way.OUT, Way.OUT: Way.EMPTY, Way.EMPTY: Way.IN}


class Breath:
    """Lung fullness over time. `step` it with whether the visitor holds a key or button (breathing in).

    `level` (0..1) never jumps and never moves faster than `STEEPEST_PER_S`, whatever the visitor does.
    By itself it paces: in, out, at a pattern that glides towards its goal. As soon as somebody holds, it goes
    in while they hold and out when they let go, learns their pace, and asks for breaths a little longer than
    theirs, until they breathe at the goal. It never follows faster than 12 a minute, and turns by itself
    after 12 s. When they stop, it goes on pacing from where they had got to.
    """

    def __init__(self, goal: Pattern = RESONANT, now: Pattern | None = None) -> None:
        self.goal = goal
        self.pattern = now or goal
        self.free = False
        """Breathe as you like: nobody is paced or led; holds are followed all the same."""
        self.level = 0.0
        self.way = Way.EMPTY
        self.followed = False
        """Whether the visitor is breathing with it now."""
        self._raw = self._from = 0.0
        self._seconds = 0.5
        self._passed_s = 0.0
        self._holding = False
        self._tired = False
        self._since_turn_s = 0.0
        self._own_in_s = 0.0

    @property
    def cue(self) -> Way:
        """What to do now: breathe in, out, or (where the pattern has holds) wait."""
        if self.followed and self.way in (Way.FULL, Way.EMPTY):
            return Way.IN if self.way is Way.FULL else Way.OUT
        return self.way

    @property
    def arc_ratio(self) -> float:
        """How much of a circle is drawn: it fills with the in-breath and empties with the out-breath."""
        return {Way.IN: self.progress, Way.FULL: 1.0, Way.OUT: 1.0 - self.progress, Way.EMPTY: 0.0}[self.way]

    @property
    def held(self) -> bool:
        """Whether the visitor is holding, as of the last step."""
        return self._holding

    @property
    def progress(self) -> float:
        """How far this part of the breath has come, 0..1."""
        return min(self._passed_s / self._seconds, 1.0) if self._seconds > 0 else 1.0

    def lead(self) -> None:
        """Begin to lead somebody of whom nothing is known: from ten a minute, over the first minute."""
        self.free = False
        if not self.followed:
            self.pattern = UNKNOWN

    def let_be(self) -> None:
        """Stop pacing: the visitor breathes as they like."""
        self.free = True
        if not self.followed:
            self._begin(Way.OUT, FREE_LEVEL, max(self.pattern.out_s, 4.0))

    def step(self, dt_s: float, holding: bool = False, held_s: float = 0.0) -> float:
        """Move on by a time step; returns the level. `held_s`: how long a hold that is only now known to be
        one has lasted already, so that it counts from where it truly began."""
        self._since_turn_s += dt_s
        if holding != self._holding:
            self._turn(holding, held_s)
        self._passed_s += dt_s
        self._ease()
        if self.followed:
            self._follow()
        elif not self.free and self.progress >= 1.0:
            self._pace()
        self.level += (self._raw - self.level) * (1 - math.exp(-dt_s / SMOOTH_S))
        return self.level

    def _turn(self, holding: bool, held_s: float) -> None:
        lasted_s = self._since_turn_s - (held_s if holding else 0.0)
        self._holding, self._tired = holding, False
        if holding:
            self._learn(lasted_s)
            self.followed = True
            self._begin(Way.IN, 1.0, self.pattern.in_s)
        else:
            self._own_in_s = lasted_s
            self._begin(Way.OUT, 0.0, self.pattern.out_s)
        self._since_turn_s = held_s if holding else 0.0

    def _learn(self, out_s: float) -> None:
        """A whole breath of the visitor's own is known: adopt its pace, and ask for a little more."""
        if not self.followed or min(self._own_in_s, out_s) < SHORTEST_OWN_S or out_s > LONGEST_PHASE_S:
            return
        own = inside_limits(self._own_in_s, out_s)
        known = inside_limits(
            self.pattern.in_s + (own.in_s - self.pattern.in_s) * LEARN_RATIO,
            self.pattern.out_s + (own.out_s - self.pattern.out_s) * LEARN_RATIO,
        )
        self.pattern = known if self.free else known.nearer(self.goal, LEAD_S_PER_S * known.cycle_s)

    def _follow(self) -> None:
        """Wait at the top or the bottom for the visitor, but not for ever."""
        if self.progress >= 1.0 and self.way is Way.IN:
            self._wait(Way.FULL)
        elif self.progress >= 1.0 and self.way is Way.OUT:
            self._wait(Way.EMPTY)
        if self._holding and not self._tired and self._since_turn_s >= LONGEST_PHASE_S:
            self._tired = True
            self._begin(Way.OUT, 0.0, self.pattern.out_s)
        if not self._holding and self._since_turn_s >= LONGEST_PHASE_S:
            self._stop_following()
        if self._tired and self._since_turn_s >= 2 * LONGEST_PHASE_S:
            self._stop_following()

    def _stop_following(self) -> None:
        self.followed = False
        if self.free:
            self._begin(Way.OUT, FREE_LEVEL, 6.0)
        elif math.isinf(self._seconds):
            self._wait(self.way, 0.0)

    def _pace(self) -> None:
        """Go on to the next part, and at once over a hold of no length; no time is lost between them."""
        over_s = self._passed_s - self._seconds
        self.way = NEXT[self.way]
        if self.way is Way.IN:
            self.pattern = self.pattern.nearer(self.goal, self.pattern.cycle_s * LEAD_S_PER_S)
            self._begin(Way.IN, 1.0, self.pattern.in_s)
        elif self.way is Way.OUT:
            self._begin(Way.OUT, 0.0, self.pattern.out_s)
        else:
            self._wait(self.way, self.pattern.hold_full_s if self.way is Way.FULL else self.pattern.hold_empty_s)
        self._passed_s = min(max(over_s, 0.0), 0.25)
        if self.way in (Way.FULL, Way.EMPTY) and self.progress >= 1.0:
            self._pace()

    def _begin(self, way: Way, goal: float, whole_s: float) -> None:
        """Set out for a level from wherever it is; a shorter way takes as much less time."""
        self.way = way
        self._from, self._to = self._raw, goal
        self._seconds = max(whole_s * abs(goal - self._raw), 1e-3)
        self._passed_s = 0.0

    def _wait(self, way: Way, seconds: float = math.inf) -> None:
        self.way = way
        self._from = self._to = self._raw
        self._seconds, self._passed_s = seconds, 0.0

    def _ease(self) -> None:
        if self.way in (Way.IN, Way.OUT):
            x = self.progress
            self._raw = self._from + (self._to - self._from) * (0.5 - 0.5 * math.cos(math.pi * x))
