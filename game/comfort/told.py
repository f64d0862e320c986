"""What a trial found, in words."""

from __future__ import annotations

from collections.abc import Iterator

from game.comfort.clips import DAY_SPEED, SIZE_PX, TOUCHES_PER_S, Plan
from game.comfort.trial import LIMITS, Excess, Report
from game.text import translate as _
from game.text import untranslated

EXCESSES = {
    "flashes": untranslated("{where}, the picture flashes {amount:.0f} times within a second over a visible area"),
    "flashes over a quarter": untranslated(
        "{where}, the picture flashes {amount:.0f} times within a second over much of it"
    ),
    "red": untranslated("{where}, the picture turns bright red {amount:.0f} times within a second"),
    "red over a quarter": untranslated(
        "{where}, much of the picture turns bright red {amount:.0f} times within a second"
    ),
    "moving": untranslated("{where}, even stripes of light and dark move over {amount:.0%} of the picture"),
    "still": untranslated("{where}, even stripes of light and dark stand over {amount:.0%} of the picture"),
}
HELD = untranslated("{most} is the most. Visitors will see it held back there; make it slower, smaller or fainter.")
STRIPES = untranslated("{most:.0%} is the most. Make them fainter, fewer, or uneven in width.")


def sentences(report: Report) -> Iterator[tuple[str, str]]:
    """Of each excess what is wrong, and what to do."""
    for excess in report.excesses:
        most = LIMITS[excess.what].most
        advice = STRIPES if excess.what in ("moving", "still") else HELD
        yield (
            _(EXCESSES[excess.what]).format(where=_where(excess), amount=excess.amount),
            _(advice).format(most=most),
        )


def _where(excess: Excess) -> str:
    said = (
        _("while worlds change at hour {hour:g}, after {seconds:.1f} s")
        if excess.clip.changes
        else _("at hour {hour:g}, with seed {seed}, after {seconds:.1f} s")
    )
    return said.format(hour=excess.clip.hour, seed=excess.clip.seed, seconds=excess.at_s)


def paragraph(name: str, plan: Plan, report: Report, took_s: float) -> str:
    """All that was looked at, how hard it was tried, and the most of everything that was seen."""
    looked = _(
        "{name}: looked at every frame of {seconds:.0f} s of its time in {clips} short stretches "
        "({width} x {height}, 30 frames a second). Hours of the day: {hours}; seeds: {seeds}; the day goes "
        "{speed:.0f} times as fast; touches a second: {touches}, by a restless hand; ways through other worlds: "
        "{changes}. It took {took:.0f} s."
    ).format(
        name=name,
        seconds=report.seconds,
        clips=report.clips,
        width=SIZE_PX[0],
        height=SIZE_PX[1],
        hours=len(plan.hours),
        seeds=len(plan.seeds),
        speed=DAY_SPEED,
        touches=TOUCHES_PER_S,
        changes=len(plan.changes),
        took=took_s,
    )
    most = report.most
    found = _(
        "Most flashes in a second over a visible area: {flashes:.0f}, red ones {red:.0f} (1 is the most). Even "
        "stripes, five pairs or more that move, took {moving:.0%} of the picture (25% is the most), eight or more "
        "that stand {still:.0%} (40%)."
    ).format(flashes=most["flashes"], red=most["red"], moving=most["moving"], still=most["still"])
    return f"{looked} {found}"
