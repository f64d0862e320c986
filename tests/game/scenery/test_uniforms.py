"""Uniforms reach the shader, whichever way they are set, and what a shader lacks is let pass."""

from __future__ import annotations

import numpy as np
import pytest
from arcade.gl import Context

from game.scenery import uniforms
from game.scenery.glsl import VERSION
from game.scenery.stage import FULL_SCREEN
from game.scenery.uniforms import set_uniforms

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
