"""The breath ring: when to breathe in and out, told by size, by an arc and by a word."""

from __future__ import annotations

from arcade.gl import Framebuffer

from game.journey.breath import Breath, Way
from game.text import Translate
from game.view import words
from game.view.brush import Brush, around
from game.view.fade import Fade
from game.view.lettering import Lettering, Row, body_px, set_rows, upload

RADIUS_RATIO = 0.13
"""Of the smaller side of the output."""
REACH = 1.3
FADE_S = 1.2
MIDDLE = (0.5, 0.5)


class Ring:
    """Draws the ring in the middle of the output."""

    def __init__(self, brush: Brush, translate: Translate) -> None:
        self._brush = brush
        self._program = brush.program("ring.frag")
        self._letters = brush.program("panel.frag")
        self._translate = translate
        self._fade = Fade()
        self._words: dict[Way, Lettering] = {}
        self._height_px = 0

    @property
    def shown(self) -> bool:
        """Whether it is there, or coming."""
        return self._fade.goal > 0.0

    def show(self, shown: bool) -> None:
        """Let it come or go."""
        self._fade.send(1.0 if shown else 0.0, FADE_S)

    def step(self, dt_s: float) -> None:
        """Move on by a time step."""
        self._fade.step(dt_s)

    def draw(self, output: Framebuffer, breath: Breath) -> None:
        """Lay the ring over an output; costs nothing while it is not there."""
        if self._fade.level <= 0.0:
            return
        radius_px = min(output.size) * RADIUS_RATIO
        side_px = 2 * radius_px * REACH
        self._brush.draw(
            self._program,
            output,
            around(MIDDLE, (side_px, side_px), output.size),
            u_radius_px=radius_px,
            u_level=breath.level,
            u_arc=breath.arc_ratio,
            u_opacity=self._fade.level,
        )
        lettering = self._word(output, breath.cue)
        self._brush.draw(
            self._letters,
            output,
            around(MIDDLE, lettering.size_px, output.size),
            {"u_text": lettering.texture},
            u_size=lettering.size_px,
            u_opacity=self._fade.level,
            u_scrim=0.0,
            u_soft=1.0,
        )

    def _word(self, output: Framebuffer, cue: Way) -> Lettering:
        if self._height_px != output.size[1]:
            self._words.clear()
            self._height_px = output.size[1]
        if cue not in self._words:
            row = Row((words.breath_word(self._translate, cue),))
            self._words[cue] = upload(self._brush.ctx, set_rows([row], body_px(output.size[1]), output.size[0]))
        return self._words[cue]
