"""Uniforms are set when they change, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.scenery.stage import set_uniforms

if TYPE_CHECKING:
    import pytest
    from arcade.gl import Context


def test_only_what_changed_is_set_and_each_program_has_its_own(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = {
        "vertex_shader": "#version 330\nin vec2 in_vert; uniform vec2 u_at; uniform float u_by;"
        "void main(){gl_Position=vec4(in_vert*u_by+u_at,0.0,1.0);}",
        "fragment_shader": "#version 330\nout vec4 colour; void main(){colour=vec4(1.0);}",
    }
    one, other = ctx.program(**source), ctx.program(**source)
    calls: list[str] = []
    kind = type(one)
    monkeypatch.setattr(kind, "set_uniform_safe", lambda _program, name, _: calls.append(name))
    set_uniforms(one, u_at=(0.0, 1.0), u_by=2.0)
    set_uniforms(one, u_at=(0.0, 1.0), u_by=3.0)
    set_uniforms(other, u_by=3.0)
    assert calls == ["u_at", "u_by", "u_by", "u_by"]


def test_what_may_change_in_place_is_set_each_time(ctx: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    program = ctx.program(
        vertex_shader="#version 330\nin vec2 in_vert; void main(){gl_Position=vec4(in_vert,0.0,1.0);}",
        fragment_shader="#version 330\nuniform vec2 u_at; out vec4 colour; void main(){colour=u_at.xyxy;}",
    )
    calls: list[str] = []
    monkeypatch.setattr(type(program), "set_uniform_safe", lambda _program, name, _: calls.append(name))
    at = np.zeros(2)
    for _ in range(2):
        set_uniforms(program, u_at=at)
    assert len(calls) == 2
