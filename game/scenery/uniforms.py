"""Setting the uniforms of programs, and no more of them than have changed.

arcade's own way of setting a vector first tries to read it as bytes and catches what that raises, 3 µs each; a
frame sets a hundred. Where the driver lets a program's uniforms be set whichever is in use (OpenGL 4.1), it is
asked directly.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from functools import partial
from typing import Any
from weakref import WeakKeyDictionary

from arcade.gl import Program
from arcade.gl.backends.opengl.context import OpenGLContext
from arcade.gl.backends.opengl.program import OpenGLProgram
from pyglet import gl

COMPARABLE = (float, int, tuple)
"""Types of uniforms that cannot change without becoming unequal."""
DIRECT: dict[int, Any] = {
    gl.GL_FLOAT: gl.glProgramUniform1f,
    gl.GL_FLOAT_VEC2: gl.glProgramUniform2f,
    gl.GL_FLOAT_VEC3: gl.glProgramUniform3f,
    gl.GL_FLOAT_VEC4: gl.glProgramUniform4f,
    gl.GL_INT: gl.glProgramUniform1i,
    gl.GL_SAMPLER_2D: gl.glProgramUniform1i,
}
DIRECT_FROM = (4, 1)
"""The OpenGL these functions came with."""
LONGEST_NAME = 256

Setter = Callable[..., object]


class _Uniforms:
    """How to set each uniform of one program, and what it was last set to; a program keeps them itself."""

    def __init__(self, program: Program) -> None:
        self.known: dict[str, Any] = {}
        self.scalars: dict[str, Setter] = {}
        self.vectors: dict[str, Setter] = {}
        self.others: set[str] | None = None
        """What the shader has besides; None where that is not known."""
        ctx = program.ctx
        if isinstance(program, OpenGLProgram) and isinstance(ctx, OpenGLContext) and ctx.gl_version >= DIRECT_FROM:
            self._find(program)

    def _find(self, program: OpenGLProgram) -> None:
        self.others = set()
        count, size = gl.GLint(), gl.GLint()
        kind, name = gl.GLenum(), ctypes.create_string_buffer(LONGEST_NAME)
        gl.glGetProgramiv(program.glo, gl.GL_ACTIVE_UNIFORMS, count)
        for index in range(count.value):
            gl.glGetActiveUniform(program.glo, index, LONGEST_NAME, None, size, kind, name)
            location = gl.glGetUniformLocation(program.glo, name)
            called = name.value.decode().removesuffix("[0]")
            if kind.value == gl.GL_FLOAT_VEC4 and called != name.value.decode() and location >= 0:
                self.vectors[called] = partial(_set_array, program.glo, location)
            elif kind.value in DIRECT and called == name.value.decode() and location >= 0:
                vector = gl.GL_FLOAT_VEC2 <= kind.value <= gl.GL_FLOAT_VEC4
                table = self.vectors if vector else self.scalars
                table[called] = partial(DIRECT[kind.value], program.glo, location)
            else:
                self.others.add(called)


def _set_array(program: int, location: int, *numbers: float) -> None:
    """Set an array of vectors of four, all its numbers in a row."""
    gl.glProgramUniform4fv(program, location, len(numbers) // 4, (gl.GLfloat * len(numbers))(*numbers))


_UNIFORMS: WeakKeyDictionary[Program, _Uniforms] = WeakKeyDictionary()


def set_uniforms(program: Program, **uniforms: Any) -> None:
    """Set those uniforms a shader has; a driver drops the ones it found no use for.

    What is as it was is not set again: many of a frame's uniforms are the same for minutes.
    """
    own = _UNIFORMS.get(program)
    if own is None:
        own = _UNIFORMS[program] = _Uniforms(program)
    known, scalars, vectors, others = own.known, own.scalars, own.vectors, own.others
    for name, value in uniforms.items():
        if others is not None and name not in vectors and name not in scalars and name not in others:
            continue
        if type(value) not in COMPARABLE:
            known.pop(name, None)
        elif known.get(name) == value:
            continue
        else:
            known[name] = value
        if name in vectors:
            vectors[name](*value)
        elif name in scalars:
            scalars[name](value)
        else:
            program.set_uniform_safe(name, value)
