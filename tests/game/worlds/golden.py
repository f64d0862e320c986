"""The golden pictures: which there are, where they lie, and how one is drawn."""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy._core._multiarray_umath import __cpu_features__
from PIL import Image

from tests.game.worlds.shots import WORLDS, Picture, difference, shots

if TYPE_CHECKING:
    from arcade.gl import Context

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden"
FAILURES = ROOT / "render-failures"
SIZE_PX = (320, 180)


@dataclass(frozen=True)
class Case:
    """One picture of one world."""

    world: str
    seed: int
    hour: float

    def __str__(self) -> str:
        return f"{self.world}-seed{self.seed}-{self.hour:g}h"


CASES = [Case(world, seed, hour) for world in WORLDS for seed, hour in ((1, 18.5), (2, 12.0), (3, 23.0))]


def drawn(ctx: Context, case: Case) -> Picture:
    """The picture as it is now."""
    return shots(ctx, case.world, at_s=8.0, seed=case.seed, hour=case.hour, size_px=SIZE_PX)[0]


def folder(ctx: Context) -> Path:
    """Where the pictures of this driver and processor belong, e.g. "golden/mesa-22.3.6-llvmpipe-15.0.6-256-avx2".

    numpy's sine and exponential differ in their last bit between processors; what is baked with them may too.
    """
    from pyglet import gl

    told = ctypes.cast(gl.glGetString(gl.GL_VERSION), ctypes.c_char_p).value or b""
    mesa = re.search(r"Mesa (\S+)", told.decode())
    renderer = re.findall(r"[a-z]+(?= \()|[\d.]+", str(ctx.info.RENDERER).lower())
    processor = "avx512" if __cpu_features__.get("AVX512F") else "avx2" if __cpu_features__.get("AVX2") else "plain"
    return GOLDEN / "-".join(["mesa", mesa[1] if mesa else "none", *renderer, processor])


def nearest(home: Path) -> Path:
    """The folder itself, or the newest of the others."""
    return home if home.is_dir() else max(path for path in GOLDEN.iterdir() if path.is_dir())


def side_by_side(before: Picture, now: Picture) -> Image.Image:
    """As it was, as it is, and the difference made eight times as strong."""
    FAILURES.mkdir(exist_ok=True)
    apart = np.repeat(np.clip(difference(before, now) * 8, 0, 255).astype(np.uint8)[:, :, None], 3, axis=2)
    return Image.fromarray(np.concatenate([before, now, apart], axis=1))
