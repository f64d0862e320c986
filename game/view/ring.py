"""The breath ring: when to breathe in and out, told by size, by an arc and by a word."""

from __future__ import annotations

from arcade.gl import Framebuffer

from game.text import Translate
from game.view import words
from game.view.brush import Brush
from game.view.fade import Fade
from game.view.lettering import Lettering, Row, body_px, set_rows, upload

RADIUS_RATIO = 0.13
"""Of the smaller side of the output."""
REACH = 1.3
FADE_S = 1.2


class Ring:
    """Draws the ring in the middle of the output."""

    def __init__(self, brush: Brush, translate: Translate) -> None:
        self._brush = brush
        self._program = brush.program("ring.frag")
        self._letters = brush.program("panel.frag")
        self._translate = translate
        self._fade = Fade()
        self._words: dict[bool, Lettering] = {}
        self._height_px = 0

    @property
    def shown(self) -> bool:
        """Whether it is there, or coming."""
        return self._fade.goal > 0.0

    def show(self, shown: bool) -> None:
        """Let it come or go."""
        self._fade.send(1.0 if shown else 0.0, FADE_S)

    def step(self, dt_s: float) -> None:
        """Move on by real time."""
        self._fade.step(dt_s)

    def draw(self, output: Framebuffer, level: float, progress: float, rising: bool) -> None:
        """Lay the ring over an output; costs nothing while it is not there."""
        if self._fade.level <= 0.0:
            return
        size = output.size
        radius_px = min(size) * RADIUS_RATIO
        self._brush.draw(
            self._program,
            output,
            _square(size, radius_px * REACH),
            u_radius_px=radius_px,
            u_level=level,
            u_progress=progress,
            u_rising=1.0 if rising else 0.0,
            u_opacity=self._fade.level,
        )
        self._say(output, rising)

    def _say(self, output: Framebuffer, rising: bool) -> None:
        size = output.size
        if self._height_px != size[1]:
            self._words.clear()
            self._height_px = size[1]
        if rising not in self._words:
            row = Row((words.breath_word(self._translate, rising),))
            self._words[rising] = upload(self._brush.ctx, set_rows([row], body_px(size[1]), size[0]))
        lettering = self._words[rising]
        left, bottom = (round((a - b) / 2) for a, b in zip(size, lettering.size_px, strict=True))
        self._brush.draw(
            self._letters,
            output,
            (
                left / size[0],
                bottom / size[1],
                (left + lettering.size_px[0]) / size[0],
                (bottom + lettering.size_px[1]) / size[1],
            ),
            {"u_text": lettering.texture},
            u_size=lettering.size_px,
            u_opacity=self._fade.level,
            u_scrim=0.0,
            u_soft=1.0,
        )


def _square(size: tuple[int, int], half_px: float) -> tuple[float, float, float, float]:
    x, y = half_px / size[0], half_px / size[1]
    return 0.5 - x, 0.5 - y, 0.5 + x, 0.5 + y
