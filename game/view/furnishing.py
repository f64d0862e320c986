"""Furnishing a window that is open already: everything a player works with, and the player.

Imported once the window shows its first light, because numpy and all that draws worlds come with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.scenery.bakes import Bakes
from game.scenery.stamp import stamp
from game.signals.hour import HourHand
from game.text import translator
from game.view.backdrop import Backdrop
from game.view.brush import Brush
from game.view.clock import Clock
from game.view.equipment import Equipment, Shell
from game.view.hearing import Hearing
from game.view.opening import Opening
from game.view.pace import Pace
from game.view.player import Player
from game.view.scales import Scales
from game.view.talk import Talk
from game.view.theatre import Theatre
from game.view.watcher import Watcher

TYPICAL_WORLD = 8.0
"""How much more a world costs than the stand-in shown before it: where to begin on an unknown machine."""


@dataclass(frozen=True)
class Empty:
    """A window that shows its first light and nothing else yet."""

    brush: Brush
    backdrop: Backdrop
    size_px: tuple[int, int]
    budget_ms: float
    """What a frame may cost."""
    hour_hand: HourHand
    shell: Shell
    now_s: Callable[[], float]


def furnished(opening: Opening, window: Empty) -> Player:
    """The player of what was asked for, in this window."""
    plan, now_s, ctx = opening.plan, window.now_s, window.brush.ctx
    pace = Pace(window.budget_ms, window.size_px[1])
    pace.settle(pace.best(window.backdrop.trial_ms(ctx.screen, plan.world, now_s) * TYPICAL_WORLD))
    scales, bakes = Scales(), Bakes()
    if plan.cache is not None:
        scales = Scales(plan.cache / "scales.json")
        bakes = Bakes(plan.cache / "bakes", lambda: stamp(ctx))
    equipment = Equipment(
        theatre=Theatre(ctx, window.backdrop, pace, scales, window.size_px, bakes),
        backdrop=window.backdrop,
        talk=Talk(window.brush, translator(plan.language)),
        hearing=Hearing(opening.sound, opening.settings, now_s, opening.mixes),
        settings=opening.settings,
        clock=Clock(now_s),
        hour_hand=window.hour_hand,
        now_s=now_s,
        shell=window.shell,
        journal=opening.journal,
        watcher=Watcher(plan.watch, now_s) if plan.watch else None,
        mixes=opening.mixes,
    )
    return Player(plan, equipment)
