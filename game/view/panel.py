"""A text over the picture, that comes and goes softly."""

from __future__ import annotations

from collections.abc import Sequence

from arcade.gl import Framebuffer, Program
from PIL import Image

from game.view.brush import Brush, around
from game.view.fade import Fade
from game.view.lettering import Lettering, Row, body_px, set_rows, upload

LEAST_PX = 9
"""In a window too small for a text its letters are, rather than cut off, smaller than anywhere else."""
FADE_S = 0.45
SCRIM_RATIO = 0.68
WIDEST_RATIO = 0.8


class Panel:
    """Rows of text at one place of the output, set anew when they or the output change."""

    def __init__(self, brush: Brush, program: Program, centre: tuple[float, float], scale: float = 1.0) -> None:
        self._brush = brush
        self._program = program
        self._centre = centre
        self._scale = scale
        self._rows: tuple[Row, ...] = ()
        self._set_for: tuple[tuple[Row, ...], tuple[int, int]] | None = None
        self._lettering: Lettering | None = None
        self._fade = Fade()
        self._stay_s: float | None = None

    @property
    def shown(self) -> bool:
        """Whether it is there, or coming."""
        return self._fade.goal > 0.0

    def say(self, rows: Sequence[Row], stay_s: float | None = None) -> None:
        """Show rows, for a time or until `hide`."""
        self._rows = tuple(rows)
        self._stay_s = stay_s
        self._fade.send(1.0, FADE_S)

    def hide(self) -> None:
        """Let it go."""
        self._fade.send(0.0, FADE_S)

    def step(self, dt_s: float) -> None:
        """Move on by a time step."""
        if self._stay_s is not None:
            self._stay_s -= dt_s
            if self._stay_s <= 0.0:
                self._stay_s = None
                self.hide()
        self._fade.step(dt_s)

    def draw(self, output: Framebuffer) -> None:
        """Lay it over an output; costs nothing while it is not there."""
        if self._fade.level <= 0.0 or not self._rows:
            self._lettering = self._set_for = None
            return
        size = output.size
        lettering = self._set(size)
        self._brush.draw(
            self._program,
            output,
            around(self._centre, lettering.size_px, size),
            {"u_text": lettering.texture},
            u_size=lettering.size_px,
            u_opacity=self._fade.level,
            u_scrim=SCRIM_RATIO,
            u_soft=body_px(size[1], self._scale) * 0.8,
        )

    def _set(self, size_px: tuple[int, int]) -> Lettering:
        if self._lettering is None or self._set_for != (self._rows, size_px):
            self._lettering = upload(
                self._brush.ctx, fitting(self._rows, body_px(size_px[1], self._scale), size_px)
            )
            self._set_for = (self._rows, size_px)
        return self._lettering


def fitting(rows: Sequence[Row], letter_px: int, size_px: tuple[int, int]) -> Image.Image:
    """Rows set in letters of this size, or smaller ones where they would be higher than the output."""
    widest_px = round(size_px[0] * WIDEST_RATIO)
    image = set_rows(rows, letter_px, widest_px)
    while image.height > size_px[1] and letter_px > LEAST_PX:
        letter_px -= 1
        image = set_rows(rows, letter_px, widest_px)
    return image
