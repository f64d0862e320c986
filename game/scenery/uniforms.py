"""Setting the uniforms of programs, and no more of them than have changed."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from arcade.gl import Program

COMPARABLE = (float, int, tuple)
"""Types of uniforms that cannot change without becoming unequal."""
_KNOWN: WeakKeyDictionary[Program, dict[str, Any]] = WeakKeyDictionary()
"""What each program's uniforms were last set to; a program keeps them itself."""


def set_uniforms(program: Program, **uniforms: Any) -> None:
    """Set those uniforms a shader has; a driver drops the ones it found no use for.

    What is as it was is not set again: most of a frame's uniforms are the same for minutes.
    """
    known = _KNOWN.setdefault(program, {})
    for name, value in uniforms.items():
        if type(value) not in COMPARABLE:
            known.pop(name, None)
        elif known.get(name) == value:
            continue
        else:
            known[name] = value
        program.set_uniform_safe(name, value)
