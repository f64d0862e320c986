"""Uniforms reach the shader whichever way they are set; they are set when they change, and only then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.scenery import uniforms
from game.scenery.glsl import VERSION
from game.scenery.stage import FULL_SCREEN
from game.scenery.uniforms import set_uniforms

if TYPE_CHECKING:
    from arcade.gl import Context

FRAGMENT = """
uniform float u_one; uniform vec2 u_two; uniform vec3 u_three; uniform vec4 u_four;
uniform int u_whole; uniform float u_row[3]; uniform mat2 u_matrix;
in vec2 uv; out vec4 colour;
void main(){
    colour=u_four*float(u_whole)+vec4(u_three,u_one)+vec4(u_two,u_row[0]+u_row[2],u_matrix[1][0]);
}
"""
VALUES = {
    "u_one": 1,
    "u_two": (0.25, 2.0),
    "u_three": np.array([1.0, 2.0, 3.5]),
    "u_four": (4.0, 3.0, 2.0, 1.5),
    "u_whole": 7,
    "u_row": [1.0, 2.0, 3.0],
    "u_matrix": (1.0, 2.0, 3.0, 4.0),
}


@pytest.mark.parametrize("direct_from", [(4, 1), (9, 9)])
def test_every_type_arrives(ctx: Context, direct_from: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uniforms, "DIRECT_FROM", direct_from)
    program = ctx.program(vertex_shader=VERSION + FULL_SCREEN, fragment_shader=VERSION + FRAGMENT)
    for _ in range(2):
        set_uniforms(program, **VALUES, u_unknown=1.0)
        for name, value in VALUES.items():
            assert program[name] == pytest.approx(value), name
    set_uniforms(program, u_two=(0.5, 0.5), u_one=0.125)
    assert program["u_two"] == (0.5, 0.5)
    assert program["u_one"] == 0.125


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
    monkeypatch.setattr(uniforms, "DIRECT_FROM", (9, 9))
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
    monkeypatch.setattr(uniforms, "DIRECT_FROM", (9, 9))
    monkeypatch.setattr(type(program), "set_uniform_safe", lambda _program, name, _: calls.append(name))
    at = np.zeros(2)
    for _ in range(2):
        set_uniforms(program, u_at=at)
    assert len(calls) == 2
