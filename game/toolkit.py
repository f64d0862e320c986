"""Loading arcade: of the toolkit, what opens a window and draws.

Plain `import arcade` also loads players for sound and film (all of FFmpeg, where the system has it), readers of
tile maps, physics and text layout, and runs `ldconfig` anew for each of twenty system libraries. Measured, that was
half of its time, and 35 MB that stay.
"""

from __future__ import annotations

import ctypes.util
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, cast

from game.machine import libraries

UNUSED = (
    "arcade.hitbox.pymunk",
    "arcade.pymunk_physics_engine",
    "arcade.sound",
    "arcade.text",
    "arcade.tilemap",
    "pytiled_parser",
)
"""Modules that arcade takes names from while it is imported, and that nothing of ours needs after that."""
OPTIONAL = ("pyglet.image.codecs.gdkpixbuf2", "pyglet.media.codecs.ffmpeg_lib")
"""Modules that pyglet does without where their libraries are missing."""
SONAMES = {
    "GL": "libGL.so.1",
    "EGL": "libEGL.so.1",
    "X11": "libX11.so.6",
    "Xext": "libXext.so.6",
    "Xi": "libXi.so.6",
    "Xinerama": "libXinerama.so.1",
    "Xrandr": "libXrandr.so.2",
    "Xrender": "libXrender.so.1",
    "Xxf86vm": "libXxf86vm.so.1",
    "fontconfig": "libfontconfig.so.1",
    "freetype": "libfreetype.so.6",
    "harfbuzz": "libharfbuzz.so.0",
}
"""Names under which Linux's loader knows the libraries that pyglet asks for; they change only with their ABI."""


def load() -> None:
    """Import arcade (and pyglet with it), set for us. Raises what the imports raise where libraries are missing.

    Whether it draws without a screen is asked of the environment (`ARCADE_HEADLESS`) by arcade itself.
    """
    if "arcade" in sys.modules:
        return
    with known_libraries():
        import pyglet

        pyglet.options.audio = ("silent",)
        pyglet.options.debug_gl = False
        _import_lean()


def _import_lean() -> None:
    """Import arcade with stand-ins for what is unused; should another arcade need more, then all of it."""
    stand_ins = {name: _StandIn(name) for name in UNUSED if name not in sys.modules}
    sys.modules.update(stand_ins)
    hidden = [name for name in OPTIONAL if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden, cast("ModuleType", None)))  # None: "not to be found"
    try:
        importlib.import_module("arcade")
    except (AttributeError, ImportError, TypeError):
        for name in [name for name in sys.modules if name.partition(".")[0] == "arcade"]:
            del sys.modules[name]
        for name in {*stand_ins, *hidden} & sys.modules.keys():
            del sys.modules[name]
        importlib.import_module("arcade")


@contextmanager
def without_sprites() -> Iterator[None]:
    """While this lasts, a window that is opened gets none of the shaders that arcade compiles for itself.

    They draw sprites, shapes and text, and nothing of ours. Without a graphics card each takes about a megabyte, 13
    MB in all, and OpenGL ES refuses some of them.
    """
    from arcade.context import ArcadeContext

    context: Any = ArcadeContext
    load = context.load_program
    context.load_program = _no_program
    try:
        yield
    finally:
        context.load_program = load


def _no_program(*_arguments: Any, **_sources: Any) -> dict[str, Any]:
    """What takes the uniforms that arcade sets, and does nothing with them."""
    return {}


class _StandIn(ModuleType):
    """A module of which every name is an empty class: enough to be imported from and to stand in annotations."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


@contextmanager
def known_libraries() -> Iterator[None]:
    """While this lasts, libraries that the system's loader finds by their well-known names are not searched for."""
    search = ctypes.util.find_library

    def find(name: str) -> str | None:
        soname = SONAMES.get(name)
        return soname if soname is not None and libraries.loads(soname) else search(name)

    if not sys.platform.startswith("linux"):
        yield
        return
    ctypes.util.find_library = find
    try:
        yield
    finally:
        ctypes.util.find_library = search
