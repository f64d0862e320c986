"""Arcade without what a picture does not need."""

from __future__ import annotations

import ctypes.util
import os
import subprocess
import sys

import pytest

from game import toolkit

LEAN = """
from game import toolkit
toolkit.load()
import arcade, sys
print(arcade.Window(16, 16).ctx.gl_version >= (3, 3))
print([name for name in ("pyglet.media", "pymunk", "pytiled_parser.parser") if name in sys.modules])
"""
STUBBORN = """
import sys
from game import toolkit
class Refusing(toolkit._StandIn):
    def __getattr__(self, name):
        raise AttributeError(name)
toolkit._StandIn = Refusing
toolkit.load()
import arcade
print(arcade.Window(16, 16).ctx.gl_version >= (3, 3))
print(arcade.sound.__file__.endswith(".py"), "pymunk" in sys.modules)
"""


def said(program: str) -> list[str]:
    path = os.pathsep.join(filter(None, [os.getcwd(), *sys.path]))
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "ARCADE_HEADLESS": "True", "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_what_no_picture_needs_is_not_loaded() -> None:
    assert said(LEAN) == ["True", "[]"]


def test_an_arcade_that_needs_more_gets_all_of_it() -> None:
    assert said(STUBBORN) == ["True", "True True"]


def test_well_known_libraries_are_not_searched_for(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(toolkit.libraries, "loads", bool)
    monkeypatch.setattr(ctypes.util, "find_library", searched.append)
    with toolkit.known_libraries():
        assert ctypes.util.find_library("EGL") == "libEGL.so.1"
        assert ctypes.util.find_library("unheard_of") is None
    assert searched == ["unheard_of"]
    assert ctypes.util.find_library == searched.append
