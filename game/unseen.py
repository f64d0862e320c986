"""A world that is only heard: the last resort of a machine whose driver cannot draw."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from game.signals.hour import HourHand, local_hour, running_from
from game.signals.source import pacer_breath
from game.view.clock import Clock
from game.view.hearing import Hearing
from game.view.opening import Opening
from game.view.place import Moment, Place

OPEN_S, LEAVE_S = 3.0, 1.5
TICK_S = 1 / 20


def listen(
    opening: Opening,
    now_s: Callable[[], float] = time.perf_counter,
    wait: Callable[[float], None] = time.sleep,
) -> None:
    """Let the world of the plan sound until its visit is over, or until the program is told to end.

    The sound must have been started. It breathes by itself, six times a minute.
    """
    plan = opening.plan
    hearing = Hearing(opening.sound, opening.settings, now_s, opening.mixes)
    clock = Clock(now_s)
    hand = HourHand(local_hour if plan.hour is None else running_from(plan.hour, now_s))
    hearing.change(Place(plan.world, plan.seed), OPEN_S)
    if plan.sleep_minutes:
        hearing.doze(plan.sleep_minutes * 60.0)
    lasts_s = _lasts_s(opening)
    while clock.t_s < lasts_s:
        step_s = clock.advance()
        breath = pacer_breath(clock.t_s)
        hearing.tick(Moment(t_s=clock.t_s, dt_s=step_s, hour=hand.step(step_s), breath=breath))
        wait(TICK_S)
    hearing.still(LEAVE_S)
    wait(LEAVE_S)


def _lasts_s(opening: Opening) -> float:
    plan = opening.plan
    minutes = min(plan.minutes or math.inf, plan.sleep_minutes or math.inf)
    return min(minutes * 60.0, plan.for_seconds or math.inf)
