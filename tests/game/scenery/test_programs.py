"""Programs are shared by those who ask for the same sources, and go with the last of them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from game.scenery.programs import Programs

if TYPE_CHECKING:
    from arcade.gl import Context

VERTEX = "#version 330\nin vec2 in_at;\nvoid main() { gl_Position = vec4(in_at, 0.0, 1.0); }\n"


def fragment(level: float) -> str:
    return f"#version 330\nout vec4 colour;\nvoid main() {{ colour = vec4({level}); }}\n"


def test_the_same_sources_are_one_program_and_others_another(ctx: Context) -> None:
    programs = Programs(ctx)
    first = programs.get(VERTEX, fragment(0.25))
    assert programs.get(VERTEX, fragment(0.25)) is first
    assert programs.get(VERTEX, fragment(0.5)) is not first


def test_a_program_nobody_holds_is_deleted_and_made_anew_when_it_is_wanted(ctx: Context) -> None:
    programs = Programs(ctx)
    gc.collect()
    ctx.gc()
    made, deleted = ctx.stats.program
    programs.get(VERTEX, fragment(0.25))
    again = programs.get(VERTEX, fragment(0.25))  # the first is about to be deleted, and is not to be used again
    ctx.gc()
    assert ctx.stats.program == (made + 2, deleted + 1)
    assert programs.get(VERTEX, fragment(0.25)) is again
