"""The window: a thin shell that turns what pyglet says into what the player understands.

Imported only by `game.window`, after pyglet's options are set.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any, Literal

import arcade
from pyglet.window import key as keys

from game import toolkit
from game.machine.opengl import is_software
from game.signals.hour import HourHand, local_hour, running_from
from game.view.arrow import Arrow
from game.view.backdrop import FIRST_CLOSED_RATIO, Backdrop
from game.view.brush import Brush
from game.view.equipment import Shell
from game.view.full_screen import FullScreen
from game.view.inputs import Closing, Input, Key, Pointer, Typed
from game.view.monitors import others
from game.view.opening import Opening
from game.view.twins import Twins

SOFTWARE_FPS, HARDWARE_FPS = 30.0, 60.0
BUDGET_RATIO = 0.8
"""Share of a frame's time that drawing may take; the rest is for making worlds ready and for the machine."""
HIDDEN_FPS = 5.0
RESIZE_PAUSE_S = 0.35
SMALLEST_PX = (320, 240)


class StillroomWindow(arcade.Window):
    """The one window."""

    def __init__(self, opening: Opening, driver: Mapping[str, Any]) -> None:
        """`driver` is what `game.driver.opened` gives."""
        plan = opening.plan
        with toolkit.without_sprites():
            super().__init__(
                *plan.size_px,
                "Stillroom",
                fullscreen=plan.fullscreen,
                resizable=True,
                visible=True,
                enable_polling=False,
                **driver,
            )
        self.set_minimum_size(*SMALLEST_PX)
        self.background_color = arcade.types.Color(4, 5, 7)
        self._now_s = time.perf_counter
        self._software = is_software(self.ctx.info.RENDERER)
        self.set_vsync(not self._software)
        self._fps = plan.fps or (SOFTWARE_FPS if self._software else HARDWARE_FPS)
        self.set_rate(self._fps)
        self._guide, self._beat = opening.guide, opening.beat
        self._journal = opening.journal
        self._hidden = False
        self._arrow = Arrow(self.set_mouse_visible, self._now_s)
        self._resized_s: float | None = None
        self._leave_at_s = None if plan.for_seconds is None else self._now_s() + max(plan.for_seconds - 1.5, 0.0)
        self._draw_begun_s = self._now_s()
        self._full_screen, further = FullScreen(self), []
        if plan.monitor is not None:
            self._full_screen.fill(plan.monitor)
            further = others(self.display.get_screens(), plan.monitor)
        self._furnish(opening)
        self._twins = Twins(self, further, self._hear)

    def set_rate(self, fps: float) -> None:
        """So many frames a second from now on."""
        self._draw_rate = 1 / fps
        self.set_update_rate(1 / fps)

    def on_update(self, delta_time: float) -> None:
        """One tick."""
        now_s = self._now_s()
        self._beat(self.player.kit.theatre.busy)
        self._guide.tick(self.player)
        if self._leave_at_s is not None and now_s >= self._leave_at_s:
            self._leave_at_s = None
            self.player.leave()
        if self._resized_s is not None and now_s - self._resized_s > RESIZE_PAUSE_S:
            self._resized_s = None
            self.player.kit.theatre.resize(self.get_framebuffer_size())
            self._journal.note("resize", size=self.get_framebuffer_size())
        self._arrow.step()
        self.player.tick()

    def on_draw(self) -> None:
        """One frame, unless nobody can see it."""
        self._draw_begun_s = self._now_s()
        if not self._hidden:
            self.clear()
            self.player.draw(self.ctx.screen)

    def flip(self) -> None:
        """Show it, and learn what it cost. A graphics card waits for the screen in there: that is no cost."""
        if not self._software:
            self.ctx.finish()
        drawn_s = self._now_s()
        if hasattr(self, "_twins"):
            self._twins.take()
        super().flip()
        if hasattr(self, "_twins"):
            self._twins.show()
        if not self._hidden and hasattr(self, "player") and not self.player.covered:
            cost_ms = ((self._now_s() if self._software else drawn_s) - self._draw_begun_s) * 1000
            theatre = self.player.kit.theatre
            theatre.drawn(cost_ms)
            self._journal.frame(last_ms=round(cost_ms, 1), scale=theatre.pace.scale, busy=theatre.busy)

    def on_resize(self, width: int, height: int) -> None:
        """The visitor, or the screen, gave the window another size; wait until that has settled."""
        if hasattr(self, "player"):
            self._resized_s = self._now_s()

    def on_hide(self) -> None:
        """Out of sight."""
        if hasattr(self, "player"):
            self._hidden = True
            self.set_rate(HIDDEN_FPS)
            self.player.hide(True)
            self._journal.note("hidden")

    def on_show(self) -> None:
        """Back."""
        if hasattr(self, "player") and self._hidden:
            self._hidden = False
            self.set_rate(self._fps)
            self.player.hide(False)
            self._journal.note("shown")

    def on_deactivate(self) -> None:
        """Another window has the keyboard: keys that are down will never be seen to come up."""
        if hasattr(self, "player"):
            self.player.let_go()

    def on_close(self) -> None:
        """The window manager asks us to go."""
        self._hear(Closing())

    def on_key_press(self, symbol: int, modifiers: int) -> Literal[True]:
        """A key goes down."""
        self._hear(Key(keys.symbol_string(symbol), down=True))
        return True

    def on_key_release(self, symbol: int, modifiers: int) -> Literal[True]:
        """A key comes up. Let go after Shift it has another name; pyglet under X would take its next press for a
        repeat of the one whose end it missed."""
        down: set[int] = getattr(self, "pressed_keys", set())
        if symbol not in down:
            down.clear()
        self._hear(Key(keys.symbol_string(symbol), down=False))
        return True

    def on_text(self, text: str) -> None:
        """Letters were typed."""
        self._hear(Typed(text))

    def on_mouse_motion(self, x: int, y: int, dx: int, dy: int) -> None:
        """The pointer moves, pressed or not (arcade sends drags here too)."""
        self._hear(Pointer("move", *self._ratio(x, y)))

    def on_mouse_press(self, x: int, y: int, button: int, modifiers: int) -> None:
        """Any button is a press."""
        self._hear(Pointer("press", *self._ratio(x, y)))

    def on_mouse_release(self, x: int, y: int, button: int, modifiers: int) -> None:
        """And its release."""
        self._hear(Pointer("release", *self._ratio(x, y)))

    def on_mouse_leave(self, x: int, y: int) -> None:
        """The pointer is elsewhere."""
        self._hear(Pointer("leave", *self._ratio(x, y)))

    def _hear(self, what: Input) -> None:
        if isinstance(what, Pointer):
            self._arrow.moved()
        if not self._guide.takes(what):
            self.player.take(what)

    def _ratio(self, x: float, y: float) -> tuple[float, float]:
        """0..1 of the picture; a pointer dragged out of the window stays at its edge."""
        return min(max(x / max(self.width, 1), 0.0), 1.0), min(max(y / max(self.height, 1), 0.0), 1.0)

    def _furnish(self, opening: Opening) -> None:
        """Show the world's light; then import what draws worlds, and make the player."""
        plan, brush = opening.plan, Brush(self.ctx)
        backdrop = Backdrop(brush)
        hour_hand = HourHand(local_hour if plan.hour is None else running_from(plan.hour, self._now_s))
        if not plan.begins_dark:
            backdrop.show(self.ctx.screen, plan.world, hour_hand.hour)
            backdrop.close(self.ctx.screen, FIRST_CLOSED_RATIO)
            self.flip()
            self.ctx.finish()
            self._journal.note("light", hour=round(hour_hand.hour, 2))
        from game.view.furnishing import Empty, furnished

        shell = Shell(self._leave, self._full_screen.toggle, self._arrow.allow, self._pace)
        budget_ms = 1000 / self._fps * BUDGET_RATIO
        size_px = self.get_framebuffer_size()
        self.player = furnished(opening, Empty(brush, backdrop, size_px, budget_ms, hour_hand, shell, self._now_s))

    def _leave(self) -> None:
        self.player.kit.theatre.release()
        self._journal.note("left")
        self._twins.close()
        self.close()

    def _pace(self, fps: float | None) -> None:
        self.set_rate(fps or self._fps)
