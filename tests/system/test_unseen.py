"""A machine that cannot draw: it is said, and the world is heard all the same."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from tests.system.screen import Playing, virtual_screen

NEITHER = {"MESA_GL_VERSION_OVERRIDE": "2.1", "MESA_GLES_VERSION_OVERRIDE": "2.0"}
"""What makes Mesa as old as a driver without OpenGL 3.3 and OpenGL ES 3.1."""


def test_without_a_driver_the_world_sounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in NEITHER.items():
        monkeypatch.setenv(name, value)
    file = tmp_path / "heard.wav"
    order = ["play", "dusk_lake", "--sound-file", str(file), "--for-seconds", "6"]
    with virtual_screen() as display:
        running = Playing(display, tmp_path, order)
        try:
            running.wait_for("unseen")
            _, said = running.process.communicate(timeout=90)
        finally:
            running.close()
    assert running.process.returncode == 0
    assert "neither OpenGL 3.3 nor OpenGL ES 3.1" in said
    assert "heard all the same" in said
    assert "Traceback" not in said
    with av.open(str(file)) as container:
        samples = np.concatenate([frame.to_ndarray().ravel() for frame in container.decode(audio=0)])
    assert np.abs(samples.astype(float)).max() > 0.0


def test_without_a_driver_and_without_sound_there_is_nothing_to_stay_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in NEITHER.items():
        monkeypatch.setenv(name, value)
    with virtual_screen() as display:
        running = Playing(display, tmp_path, ["play", "dusk_lake", "--no-sound"])
        try:
            _, said = running.process.communicate(timeout=90)
        finally:
            running.close()
    assert running.process.returncode == 3
    assert "neither OpenGL 3.3 nor OpenGL ES 3.1" in said
    assert "heard" not in said
