"""Other programs that draw or sound, measured the same way, for a sense of proportion."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from importlib.resources import as_file, files

from game.bench.limits import output_of
from game.text import translate as _

GLMARK2_SCENES = {"glmark2_terrain_ms": "terrain", "glmark2_blur_ms": "desktop:effect=blur"}
GLMARK2_S = 4
CSOUND_S = 64
WARM_S = 4
"""So much of it is left out, and its start with it, as of ours (`game.bench.sound`)."""
LIMIT_S = 120.0
Tell = Callable[[str], None]


def glmark2_ms(scene: str, environment: Mapping[str, str], tell: Tell) -> float | None:
    """Milliseconds a frame of one of glmark2's scenes at 1280x720, off screen; None if it is not installed or
    gives no figure, which is told."""
    program = shutil.which("glmark2")
    if program is None:
        return None
    options = ["--off-screen", "--frame-end", "finish", "-s", "1280x720", "-b", f"{scene}:duration={GLMARK2_S}"]
    said = _said("glmark2", [program, *options], environment, tell)
    if said is None:
        return None
    found = re.search(r"FrameTime: ([\d.]+) ms", said)
    if found is None:
        tell(_("{program}: it gave no figure").format(program="glmark2"))
    return float(found[1]) if found else None


def csound_rate(tell: Tell) -> float | None:
    """Seconds of sound csound makes of our soundscape in one second of processor time, once it has begun; None
    without csound, or if it fails, which is told."""
    program = shutil.which("csound")
    if program is None:
        return None
    with as_file(files("game.bench").joinpath("soundscape.csd")) as score:
        begun_s = _csound_cpu_s(program, str(score), WARM_S, tell)
        whole_s = None if begun_s is None else _csound_cpu_s(program, str(score), CSOUND_S, tell)
    if begun_s is None or whole_s is None or whole_s <= begun_s:
        return None
    return (CSOUND_S - WARM_S) / (whole_s - begun_s)


def _csound_cpu_s(program: str, score: str, seconds: int, tell: Tell) -> float | None:
    """Processor time csound takes for so much of the score, its start and all; None if it fails, which is told."""
    before = os.times()
    said = _said("csound", [program, f"--smacro:SECONDS={seconds}", score], os.environ, tell)
    after = os.times()
    if said is None:
        return None
    return after.children_user + after.children_system - before.children_user - before.children_system


def _said(program: str, command: list[str], environment: Mapping[str, str], tell: Tell) -> str | None:
    """What a program printed; None, and a note, if it hung or failed."""
    done = output_of(command, LIMIT_S, environment)
    if done is None:
        tell(_("{program}: no answer within {seconds:g} s").format(program=program, seconds=LIMIT_S))
        return None
    code, said = done
    if code != 0:
        tell(_("{program}: it failed (code {code})").format(program=program, code=code))
        return None
    return said
