"""Which OpenGL draws: that of desktops, or the one of small boards such as a Raspberry Pi."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

VARIABLE = "STILLROOM_OPENGL"
"""Set in the environment to "gl" or "es", only that one is tried."""
W = TypeVar("W")


@dataclass(frozen=True)
class Driver:
    """One kind of OpenGL that all our shaders are written for."""

    name: str
    """As `VARIABLE` has it."""
    api: str
    """As arcade has it."""
    version: tuple[int, int]


DRIVERS = (Driver("gl", "opengl", (3, 3)), Driver("es", "opengles", (3, 1)))


def wished(wish: str | None = None) -> tuple[Driver, ...]:
    """The drivers to try, the best first: all there are, or the one that was asked for."""
    wish = os.environ.get(VARIABLE, "") if wish is None else wish
    return tuple(driver for driver in DRIVERS if driver.name == wish) or DRIVERS


def opened(make: Callable[[dict[str, Any]], W]) -> W:
    """Make a window with the first driver that answers. `make` gets what `arcade.Window` is told of it.

    Raises what the last one raised (`refusals`).
    """
    *others, last = wished()
    for driver in others:
        try:
            return make(_options(driver))
        except refusals():
            continue
    return make(_options(last))


def refusals() -> tuple[type[Exception], ...]:
    """What arcade and pyglet raise where there is no such driver."""
    from arcade import NoOpenGLException
    from pyglet.gl import ContextException, GLException
    from pyglet.window import WindowException

    return NoOpenGLException, ContextException, GLException, WindowException


def _options(driver: Driver) -> dict[str, Any]:
    return {"gl_api": driver.api, "gl_version": driver.version, "antialiasing": False}
