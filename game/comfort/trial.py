"""A world tried on painted pictures: does anything flash, or stand in stripes?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from game.comfort import patterns
from game.comfort.clips import FPS, Clip
from game.comfort.flashes import FlashMeter
from game.comfort.patterns import PatternMeter


@dataclass(frozen=True)
class Excess:
    """What was beyond a limit in one clip, and where."""

    what: str
    """One of `LIMITS`."""
    amount: float
    """Flashes in a second, or the share of the screen 0..1."""
    clip: Clip
    at_s: float
    """Since the clip began."""


@dataclass
class Report:
    """What a trial found."""

    clips: int = 0
    seconds: float = 0.0
    """Of world time, looked at in every frame."""
    most: dict[str, float] = field(default_factory=lambda: dict.fromkeys(LIMITS, 0.0))
    """The highest amount of each, calm or not."""
    excesses: list[Excess] = field(default_factory=list)


@dataclass(frozen=True)
class Limit:
    """How much is allowed, and how to read it (amount, second) off the meters."""

    most: float
    read: Callable[[FlashMeter, PatternMeter], tuple[float, float]]


LIMITS: dict[str, Limit] = {
    "flashes": Limit(1, lambda light, _: (light.general.ours, light.general.at_s)),
    "flashes over a quarter": Limit(3, lambda light, _: (light.general.wcag, light.general.at_s)),
    "red": Limit(1, lambda light, _: (light.red.ours, light.red.at_s)),
    "red over a quarter": Limit(3, lambda light, _: (light.red.wcag, light.red.at_s)),
    "moving": Limit(patterns.MOVING_RATIO, lambda _, stripes: (stripes.moving.area_ratio, stripes.moving.at_s)),
    "still": Limit(patterns.STILL_RATIO, lambda _, stripes: (stripes.still.area_ratio, stripes.still.at_s)),
}


def tried(clips: Iterable[Clip], tick: Callable[[], None] = lambda: None) -> Report:
    """Look at every frame of every clip with both meters."""
    report = Report()
    for clip in clips:
        light, stripes, count = FlashMeter(FPS), PatternMeter(FPS), 0
        for frame in clip.frames:
            light.see(frame)
            stripes.see(frame)
            count += 1
        report.clips += 1
        report.seconds += count / FPS
        for what, limit in LIMITS.items():
            amount, at_s = limit.read(light, stripes)
            report.most[what] = max(report.most[what], amount)
            if amount > limit.most:
                report.excesses.append(Excess(what, amount, clip, at_s))
        tick()
    return report
