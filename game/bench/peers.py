"""Other programs that draw or sound, measured the same way, for a sense of proportion."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Mapping
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from game.bench import soundscape_scsynth as soundscape
from game.bench.limits import output_of
from game.bench.sound import WARM_S
from game.text import translate as _

GLMARK2_SCENES = {"glmark2_terrain_ms": "terrain", "glmark2_blur_ms": "desktop:effect=blur"}
GLMARK2_S = 4
SOUNDSCAPE_S = 64
LIMIT_S = 120.0
Tell = Callable[[str], None]


def _installed(name: str, tell: Tell) -> str | None:
    """Where a program is; None, and a note, if it is not installed."""
    program = shutil.which(name)
    if program is None:
        tell(_("{program}: it is not installed").format(program=name))
    return program


def glmark2_ms(scene: str, environment: Mapping[str, str], tell: Tell) -> float | None:
    """Milliseconds a frame of one of glmark2's scenes at 1280x720, off screen; None if it is not installed or
    gives no figure, which is told."""
    program = _installed("glmark2", tell)
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
    program = _installed("csound", tell)
    if program is None:
        return None
    with as_file(files("game.bench").joinpath("soundscape.csd")) as score:
        return _rate("csound", lambda seconds: [program, f"--smacro:SECONDS={seconds}", str(score)], tell)


def scsynth_rate(tell: Tell) -> float | None:
    """The same of scsynth."""
    program = _installed("scsynth", tell)
    if program is None:
        return None
    nowhere = ["_", os.devnull, str(soundscape.RATE_HZ), "RAW", "float"]
    options = ["-i", "0", "-o", "2", "-z", str(soundscape.BLOCK), "-D", "0"]
    with TemporaryDirectory(prefix="stillroom-bench-", ignore_cleanup_errors=True) as folder:

        def command(seconds: int) -> list[str]:
            score = Path(folder) / f"{seconds}.osc"
            score.write_bytes(soundscape.score(seconds))
            return [program, "-N", str(score), *nowhere, *options]

        return _rate("scsynth", command, tell)


SOUND = {"csound_rate": csound_rate, "scsynth_rate": scsynth_rate}
"""Programs that make our soundscape, by the names of their figures."""


def _rate(program: str, command: Callable[[int], list[str]], tell: Tell) -> float | None:
    """Seconds of sound for each second of processor time: of a long score less a short one, so that neither the
    start nor its first moments count. `command` tells how so many seconds are made."""
    short, long = command(WARM_S), command(SOUNDSCAPE_S)
    begun_s = _cpu_s(program, short, tell)
    whole_s = None if begun_s is None else _cpu_s(program, long, tell)
    if begun_s is None or whole_s is None or whole_s <= begun_s:
        return None
    return (SOUNDSCAPE_S - WARM_S) / (whole_s - begun_s)


def _cpu_s(program: str, command: list[str], tell: Tell) -> float | None:
    """Processor time a program takes, its start and all; None if it fails."""
    before = os.times()
    said = _said(program, command, os.environ, tell)
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
