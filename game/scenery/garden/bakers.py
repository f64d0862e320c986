"""The programs that bake a garden: made when they are wanted, and let go of when their work is done."""

from __future__ import annotations

from collections.abc import Iterator

from arcade.gl import Program

from game.scenery.garden.court import Style
from game.scenery.stage import Stage

SET = ("set low", "set high", "set bare")
FIND = ("find bare", "find plain", "find")
THINGS = ("things bare", "things plain", "things")
"""These are for what never changes: 30 MB of shaders, each of no use after its turn."""
LAMP = ("lamp bare", "lamp plain", "lamp")
LASTING = ("sand", "sun bare", "sun plain", "sun", "join")
"""For what hour and rake change."""


class Bakers:
    """Programs by name: "set low" is garden_set.frag with LOW and the kind of wall defined.

    The words after a shader's own name leave out what a part of the screen does not need: without a graphics card
    both sides of a branch are always worked out, and a loop costs at least one turn.
    """

    def __init__(self, stage: Stage, style: Style) -> None:
        self._stage = stage
        self._style = style
        self._made: dict[str, Program] = {}

    def get(self, name: str) -> Program:
        """One program, made now if it is not there."""
        if name not in self._made:
            shader, *parts = name.split()
            define = " ".join([*parts, self._style]).upper()
            self._made[name] = self._stage.program(f"garden_{shader}.frag", define=define)
        return self._made[name]

    def find(self, name: str) -> Program | None:
        """One that is there only for some shaders."""
        return self.get(name) if name in (*SET, *FIND, *THINGS, *LAMP, *LASTING) else None

    def make(self, names: tuple[str, ...]) -> Iterator[None]:
        """Have these ready, one a step."""
        for name in names:
            self.get(name)
            yield

    def during(self, names: tuple[str, ...], work: Iterator[None]) -> Iterator[None]:
        """Some work with these ready, one a step, that lets go of them at its end."""
        yield from self.make(names)
        yield from work
        for name in names:
            self._made.pop(name, None)
