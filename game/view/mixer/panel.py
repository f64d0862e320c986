"""The panel of voices on the screen, and the small handle by which a pointer opens it."""

from __future__ import annotations

from dataclasses import dataclass

from arcade.gl import Framebuffer, Program
from PIL import Image

from game.view.brush import Brush, around
from game.view.fade import Fade
from game.view.lettering import Lettering, Row, body_px, set_rows, upload
from game.view.mixer.sheet import Layout, Sheet, set_sheet

FADE_S = 0.45
SCRIM_RATIO = 0.74
LEAST_PX = 9
CENTRE = (0.84, 0.6)
"""So high that a notice below leaves it free, where there is room."""
HANDLE_CENTRE = (0.99, 0.02)
HANDLE_SCALE = 0.86


@dataclass(frozen=True)
class _Shown:
    """Something set and uploaded, and where it was drawn last."""

    lettering: Lettering
    layout: Layout | None
    made_for: tuple[Sheet | str, tuple[int, int]]
    rectangle: tuple[float, float, float, float]


class VoicesPanel:
    """Draws a sheet and a handle; set anew when they or the output change, and nothing while they are not there."""

    def __init__(self, brush: Brush, program: Program) -> None:
        self._brush, self._program = brush, program
        self._fade, self._handle_fade = Fade(), Fade()
        self._sheet: Sheet | None = None
        self._handle = ""
        self._panel_shown: _Shown | None = None
        self._handle_shown: _Shown | None = None

    @property
    def shown(self) -> bool:
        """Whether the panel is there, or coming."""
        return self._fade.goal > 0.0

    @property
    def offered(self) -> bool:
        """Whether the handle is there, or coming."""
        return self._handle_fade.goal > 0.0

    def show(self, sheet: Sheet) -> None:
        """Let the panel come, or show something else."""
        self._sheet = sheet
        if not self.shown:
            self._fade.send(1.0, FADE_S)

    def hide(self) -> None:
        """Let it go, and the handle with it."""
        self._fade.send(0.0, FADE_S)
        self.offer("")

    def offer(self, text: str) -> None:
        """Let the handle come, or go where there is no text."""
        if bool(text) != self.offered:
            self._handle_fade.send(1.0 if text else 0.0, FADE_S)
        self._handle = text or self._handle

    def step(self, dt_s: float) -> None:
        """Move on by a time step."""
        self._fade.step(dt_s)
        self._handle_fade.step(dt_s)

    def row_at(self, x: float, y: float) -> int | None:
        """The number of the row at a point of the output (0..1 from the lower left)."""
        shown = self._panel_shown
        if shown is None or shown.layout is None or not self.covers(x, y):
            return None
        return shown.layout.row_at((shown.rectangle[3] - y) * shown.made_for[1][1])

    def along(self, x: float) -> float:
        """How far along the sliders a point is: below 0 before them, above 1 behind them."""
        shown = self._panel_shown
        if shown is None or shown.layout is None:
            return -1.0
        return shown.layout.along((x - shown.rectangle[0]) * shown.made_for[1][0])

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies on the panel."""
        return self.shown and _inside(self._panel_shown, x, y)

    def handle_at(self, x: float, y: float) -> bool:
        """Whether a point lies on the handle."""
        return self.offered and _inside(self._handle_shown, x, y)

    def draw(self, output: Framebuffer) -> None:
        """Lay both over an output."""
        self._panel_shown = self._drawn_panel(output)
        self._handle_shown = self._drawn_handle(output)

    def _drawn_panel(self, output: Framebuffer) -> _Shown | None:
        sheet, before = self._sheet, self._panel_shown
        if sheet is None or self._fade.level <= 0.0:
            return None
        key = (sheet, output.size)
        if before is None or before.made_for != key:
            image, layout = _fitting(sheet, body_px(output.size[1]), output.size)
            lettering = upload(self._brush.ctx, image)
            before = _Shown(lettering, layout, key, around(CENTRE, lettering.size_px, output.size))
        self._lay(output, before, self._fade.level)
        return before

    def _drawn_handle(self, output: Framebuffer) -> _Shown | None:
        before = self._handle_shown
        if self._handle_fade.level <= 0.0:
            return None
        key = (self._handle, output.size)
        if before is None or before.made_for != key:
            letter_px = body_px(output.size[1], HANDLE_SCALE)
            lettering = upload(self._brush.ctx, set_rows([Row((self._handle,))], letter_px, output.size[0]))
            before = _Shown(lettering, None, key, around(HANDLE_CENTRE, lettering.size_px, output.size))
        self._lay(output, before, self._handle_fade.level)
        return before

    def _lay(self, output: Framebuffer, shown: _Shown, opacity: float) -> None:
        self._brush.draw(
            self._program,
            output,
            shown.rectangle,
            {"u_text": shown.lettering.texture},
            u_size=shown.lettering.size_px,
            u_opacity=opacity,
            u_scrim=SCRIM_RATIO,
            u_soft=body_px(output.size[1]) * 0.8,
        )


def _inside(shown: _Shown | None, x: float, y: float) -> bool:
    if shown is None:
        return False
    left, bottom, right, top = shown.rectangle
    return left <= x <= right and bottom <= y <= top


def _fitting(sheet: Sheet, letter_px: int, size_px: tuple[int, int]) -> tuple[Image.Image, Layout]:
    """A sheet in letters of this size, or smaller ones where it would be wider than the output."""
    image, layout = set_sheet(sheet, letter_px, size_px[1])
    while image.width > size_px[0] and letter_px > LEAST_PX:
        letter_px -= 1
        image, layout = set_sheet(sheet, letter_px, size_px[1])
    return image, layout
