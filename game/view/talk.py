"""Everything said over the picture: short notices, the help, mistakes of a pack, the breath ring."""

from __future__ import annotations

from collections.abc import Sequence

from arcade.gl import Framebuffer

from game.text import Speech
from game.view import words
from game.view.brush import Brush
from game.view.lettering import Row
from game.view.mixer.panel import VoicesPanel
from game.view.panel import Panel
from game.view.ring import Ring
from worlds.problems import Problem

NOTICE_S = 3.0
MOST_PROBLEMS = 5
LONGEST_SOURCE = 90
PROBLEM_RATIO = 0.93
"""Letters of mistakes beside the usual: 26 px at 1080p, and the least anybody should have to read."""


class Talk:
    """The panels and the ring."""

    def __init__(self, brush: Brush, translate: Speech) -> None:
        self.translate = translate
        program = brush.program("panel.frag")
        self._notice = Panel(brush, program, (0.5, 0.1))
        self._help = Panel(brush, program, (0.5, 0.5))
        self._problems = Panel(brush, program, (0.5, 0.55), scale=PROBLEM_RATIO)
        self.voices = VoicesPanel(brush, program)
        self.ring = Ring(brush, translate)

    @property
    def _panels(self) -> tuple[Panel | VoicesPanel, ...]:
        return self.voices, self._problems, self._notice, self._help

    def notice(self, text: str, stay_s: float | None = NOTICE_S, size_ratio: float = 1.0) -> None:
        """One line near the bottom, for a moment or until the next; `size_ratio` beside the usual letters."""
        self._notice.say([Row((text,), size_ratio)], stay_s)

    def hush(self) -> None:
        """Take the notice away."""
        self._notice.hide()

    def clear(self) -> None:
        """Nothing is said any more."""
        self.ring.show(False)
        for panel in self._panels:
            panel.hide()

    def toggle_help(self, lack: str = "") -> bool:
        """Show or hide the keys, and what is lacking; returns whether they are shown now."""
        if self._help.shown:
            self._help.hide()
        else:
            keys = [Row(line) for line in words.help_lines(self.translate)]
            notes = [Row((note,), PROBLEM_RATIO) for note in words.help_notes(self.translate)]
            lacks = [Row(("",), 0.4), Row((self.translate.told(lack),), PROBLEM_RATIO)] if lack else []
            self._help.say([*keys, Row(("",), 0.4), *notes, *lacks])
        return self._help.shown

    def problems(self, problems: Sequence[Problem]) -> None:
        """The mistakes of a pack, each at its place, until `mended`."""
        rows = [row for problem in problems[:MOST_PROBLEMS] for row in _rows(problem, self.translate)]
        more = len(problems) - MOST_PROBLEMS
        self._problems.say([*rows, Row((words.more_problems(self.translate, more),))] if more > 0 else rows[:-1])

    def mended(self) -> None:
        """The pack is fine again."""
        self._problems.hide()

    def step(self, dt_s: float) -> None:
        """Move on by a time step."""
        for panel in self._panels:
            panel.step(dt_s)
        self.ring.step(dt_s)

    def draw(self, output: Framebuffer) -> None:
        """Lay what is said over an output. The ring is part of the picture: it is drawn, and fades, with that."""
        for panel in self._panels:
            panel.draw(output)


def said_of(problem: Problem, speech: Speech) -> str:
    """Where and what, in a line."""
    return f"{problem.path.name}:{problem.line}:{problem.column}  {speech.told(problem.message)}"


def _rows(problem: Problem, speech: Speech) -> list[Row]:
    """Where and what; the line itself with a caret below; what was probably meant."""
    rows = [Row((said_of(problem, speech),))]
    source = problem.source.rstrip("\n").replace("\t", " ")
    if source and len(source) <= LONGEST_SOURCE:
        rows.append(Row((source,), mark=max(problem.column - 1, 0)))
        rows.append(Row(("",), 0.6))
    if problem.suggestion:
        rows.append(Row((speech.told(problem.suggestion),)))
    return [*rows, Row(("",), 0.6)]
