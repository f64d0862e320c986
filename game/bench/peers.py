"""Other programs that draw or sound, measured the same way, for a sense of proportion."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from importlib.resources import as_file, files

GLMARK2_SCENES = {"glmark2_terrain_ms": "terrain", "glmark2_blur_ms": "desktop:effect=blur"}
GLMARK2_S = 4
CSOUND_S = 60
LIMIT_S = 120.0


def glmark2_ms(scene: str, display: str) -> float | None:
    """Milliseconds a frame of one of glmark2's scenes at 1280x720, off screen; None if it is not installed."""
    program = shutil.which("glmark2")
    if program is None:
        return None
    options = ["--off-screen", "--frame-end", "finish", "-s", "1280x720", "-b", f"{scene}:duration={GLMARK2_S}"]
    done = subprocess.run(
        [program, *options],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        env={**os.environ, "DISPLAY": display},
        check=False,
    )
    found = re.search(r"FrameTime: ([\d.]+) ms", done.stdout)
    return float(found[1]) if found else None


def csound_rate() -> float | None:
    """Seconds of sound csound makes of our soundscape in one second of processor time; None without csound."""
    program = shutil.which("csound")
    if program is None:
        return None
    with as_file(files("game.bench").joinpath("soundscape.csd")) as score:
        before = os.times()
        done = subprocess.run(
            [program, f"--smacro:SECONDS={CSOUND_S}", str(score)],
            capture_output=True,
            timeout=LIMIT_S,
            check=False,
        )
        after = os.times()
    cpu_s = after.children_user + after.children_system - before.children_user - before.children_system
    return CSOUND_S / cpu_s if done.returncode == 0 and cpu_s > 0 else None
