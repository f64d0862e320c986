"""How a breath goes: how long in, how long out, and the limits nobody is led over."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_PER_MIN, MOST_PER_MIN = 3.0, 12.0
LONGEST_PHASE_S = 12.0
SHORTEST_PHASE_S = 2.0
"""An in-breath at twelve a minute; also what bounds the slope of the breath."""
LONGEST_HOLD_S = 7.0


@dataclass(frozen=True)
class Pattern:
    """One breath, in seconds. Adults' resonance lies at 4.5 to 6.5 breaths a minute (Vaschillo et al. 2006);
    a longer out- than in-breath calms. Holds are for those who choose them.

    Raises `ValueError`, in words for the person who wrote it, where it leaves the limits.
    """

    in_s: float = 4.0
    out_s: float = 6.0
    hold_full_s: float = 0.0
    hold_empty_s: float = 0.0

    def __post_init__(self) -> None:
        for seconds in (self.in_s, self.out_s):
            if not SHORTEST_PHASE_S <= seconds <= LONGEST_PHASE_S:
                raise ValueError(f"A breath in or out lasts {SHORTEST_PHASE_S:g} to {LONGEST_PHASE_S:g} s.")
        for seconds in (self.hold_full_s, self.hold_empty_s):
            if not 0.0 <= seconds <= LONGEST_HOLD_S:
                raise ValueError(f"A held breath lasts at most {LONGEST_HOLD_S:g} s.")
        if not LEAST_PER_MIN <= round(self.per_min, 6) <= MOST_PER_MIN:
            raise ValueError(f"Breaths are {LEAST_PER_MIN:g} to {MOST_PER_MIN:g} a minute.")

    @property
    def cycle_s(self) -> float:
        """The whole breath."""
        return self.in_s + self.hold_full_s + self.out_s + self.hold_empty_s

    @property
    def per_min(self) -> float:
        """Breaths a minute."""
        return 60.0 / self.cycle_s

    def nearer(self, goal: Pattern, most_s: float) -> Pattern:
        """This breath made longer or shorter towards a goal, its whole by at most `most_s`."""
        away_s = abs(goal.cycle_s - self.cycle_s) or max(abs(goal.in_s - self.in_s), 1e-9)
        share = min(most_s / away_s, 1.0)
        return Pattern(
            self.in_s + (goal.in_s - self.in_s) * share,
            self.out_s + (goal.out_s - self.out_s) * share,
            self.hold_full_s + (goal.hold_full_s - self.hold_full_s) * share,
            self.hold_empty_s + (goal.hold_empty_s - self.hold_empty_s) * share,
        )


RESONANT = Pattern(4.0, 6.0)
"""Six a minute: what everybody is led to who chose nothing else."""
UNKNOWN = Pattern(2.4, 3.6)
"""Ten a minute: where leading begins when nothing is known of the visitor."""


def inside_limits(in_s: float, out_s: float) -> Pattern:
    """The nearest pattern within the limits to a breath as somebody really took it."""
    low, high = SHORTEST_PHASE_S, LONGEST_PHASE_S
    in_s, out_s = min(max(in_s, low), high), min(max(out_s, low), high)
    if in_s + out_s < 60.0 / MOST_PER_MIN:
        out_s = 60.0 / MOST_PER_MIN - in_s
    too_long_s = max(in_s + out_s - 60.0 / LEAST_PER_MIN, 0.0)
    return Pattern(in_s - too_long_s / 2, out_s - too_long_s / 2)
