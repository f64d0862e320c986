"""What `doctor` makes of what it finds."""

from __future__ import annotations

from typing import Any

import pytest

from game.machine.opengl import is_software
from game.machine.report import drawing_works, mend

WELL: dict[str, Any] = {
    "libraries_missing": [],
    "packages": {"numpy": "2"},
    "gl": {"off_screen": {"works": True}},
    "sound": [{"name": "portaudio", "works": True}, {"name": "none", "works": True}],
    "packs": [{"path": "/here", "mistakes": []}],
}


def test_a_machine_that_has_everything_needs_nothing() -> None:
    assert mend(WELL) == []


@pytest.mark.parametrize(
    ("found", "advice"),
    [
        ({"libraries_missing": ["libGL.so.1"]}, "Install system packages: "),
        ({"packages": {"numpy": ""}}, "Python packages are missing"),
        (
            {"gl": {"off_screen": {"works": False}, "window": {"works": False}}},
            "Neither OpenGL",
        ),
        ({"sound": [{"name": "sdl", "works": False}, {"name": "none", "works": True}]}, "No sound device"),
        ({"packs": [{"path": "/here", "mistakes": ["a:1:1: oh"]}]}, "Mend the pack /here: a:1:1: oh"),
    ],
)
def test_each_lack_has_its_advice(found: dict[str, Any], advice: str) -> None:
    (told,) = mend({**WELL, **found})
    assert told.startswith(advice)


def test_one_driver_that_draws_is_enough() -> None:
    assert drawing_works({"gl": {"off_screen": {"works": False}, "window": {"works": True}}})


@pytest.mark.parametrize(
    ("renderer", "software"),
    [
        ("llvmpipe (LLVM 15.0.6, 256 bits)", True),
        ("GDI Generic", True),
        ("Microsoft Basic Render Driver", True),
        ("Mesa Intel(R) UHD Graphics 620", False),
        ("NVIDIA GeForce GTX 1050", False),
    ],
)
def test_a_driver_on_the_processor_is_known_by_its_name(renderer: str, software: bool) -> None:
    assert is_software(renderer) is software
