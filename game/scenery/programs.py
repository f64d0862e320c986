"""Programs of shaders, each compiled once for all who want it at a time."""

from __future__ import annotations

from weakref import WeakValueDictionary

from arcade.gl import Context, Program

Sources = tuple[str, str]
"""Vertex and fragment shader, whole."""


class Programs:
    """The programs of one context. Whoever asks for the same sources is given the same program.

    A program without a graphics card takes about a megabyte, however short its source is, and some take a tenth of
    a second to compile: worlds that dissolve into each other, and layers of a kind, share theirs. A program goes
    with the last who holds it. As it may be shared, its uniforms are to be set before each use.
    """

    def __init__(self, ctx: Context) -> None:
        self._ctx = ctx
        self._made: WeakValueDictionary[Sources, Program] = WeakValueDictionary()

    def get(self, vertex: str, fragment: str) -> Program:
        """The program of these sources, compiled now if nobody has it. Raises `ShaderException`."""
        program = self._made.get((vertex, fragment))
        if program is None or self._forlorn(program):
            program = self._ctx.program(vertex_shader=vertex, fragment_shader=fragment)
            self._made[vertex, fragment] = program
        return program

    def _forlorn(self, program: Program) -> bool:
        """Whether nobody holds it any more, and the context is about to delete it."""
        return any(program is one for one in self._ctx.objects)
