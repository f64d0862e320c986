"""What the graphics driver calls itself. Run these in a process of their own: a broken driver takes it along."""

from __future__ import annotations

from typing import Any

from game import toolkit

SOFTWARE = ("llvmpipe", "softpipe", "swrast", "software", "gdi generic", "basic render")


def off_screen() -> dict[str, Any]:
    """The driver that renders without a window, as films and pictures need it."""
    from game.headless import open_context

    return description(open_context())


def in_a_window() -> dict[str, Any]:
    """The driver of the screen."""
    toolkit.load()
    import arcade

    from game.driver import opened

    with toolkit.without_sprites():
        return description(opened(lambda driver: arcade.Window(64, 64, "Stillroom", visible=False, **driver).ctx))


def description(ctx: Any) -> dict[str, Any]:
    """Vendor, renderer and version, and whether the processor draws in place of a graphics chip."""
    renderer = str(ctx.info.RENDERER)
    return {
        "vendor": str(ctx.info.VENDOR),
        "renderer": renderer,
        "api": "OpenGL ES" if ctx.gl_api == "opengles" else "OpenGL",
        "version": "{}.{}".format(*ctx.gl_version),
        "software": is_software(renderer),
    }


def is_software(renderer: str) -> bool:
    """Whether a driver of this name draws on the processor."""
    return any(word in renderer.lower() for word in SOFTWARE)
