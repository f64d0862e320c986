"""Single raindrops on what they fall on: made once, while a voice is built."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from numpy.typing import NDArray

from audio.dsp import bake

Wave = NDArray[np.float64]
Drop = Callable[[float], Wave]
"""Of a size, 0 for half a millimetre to 1 for the largest there are, a drop as it is heard, shape (2, samples)."""

_PANELS, _MODES = 6, 9


def on_glass(rate: int, chance: np.random.Generator) -> Drop:
    """A dull tap with a glassy ring of 1.5 to 6 kHz that lasts 8 to 25 ms."""
    return partial(_glass, rate, chance)


def _glass(rate: int, chance: np.random.Generator, size: float) -> Wave:
    dull = (
        (100.0, -30.0 + 8.0 * size),
        (800.0, -6.0 + 3.0 * size),
        (2600.0, 0.0),
        (7000.0, -6.0),
        (16000.0, -26.0),
    )
    hz = 1500.0 * 4.0 ** float(chance.random())
    t_s = bake.seconds(rate, 0.025)
    ring = np.sin(2 * np.pi * hz * t_s) * np.exp(-t_s / chance.uniform(0.0015, 0.0045))
    ring += 0.5 * np.sin(2 * np.pi * hz * chance.uniform(1.3, 1.8) * t_s) * np.exp(-t_s / 0.002)
    ring = bake.unit_energy(bake.tapered(ring * bake.eased(t_s / 0.0006)))
    middle = bake.click(rate, chance, float(chance.uniform(0.001, 0.003)), dull)
    return _placed(chance, [0.3 * ring, 0.8 * middle], 0.35 * bake.click(rate, chance, 0.002, dull))


def on_leaves(rate: int, chance: np.random.Generator) -> Drop:
    """A pat of 1 to 6 ms at 0.5 to 4 kHz, the larger the leaf the lower."""
    return partial(_leaf, rate, chance)


def _leaf(rate: int, chance: np.random.Generator, size: float) -> Wave:
    centre_hz = 700.0 * 2.0 ** float(chance.uniform(0.0, 2.6) - 0.5 * size)
    pat = (
        *((100.0, -24.0), (centre_hz / 3.0, -7.0), (centre_hz, 0.0)),
        *((3.0 * centre_hz, -8.0), (13000.0, -22.0), (16000.0, -36.0)),
    )
    wet = ((100.0, -50.0), (900.0, -14.0), (2500.0, 0.0), (9000.0, -6.0), (16000.0, -24.0))
    decay_s = float(chance.uniform(0.0015, 0.006))
    return _placed(
        chance, [0.8 * bake.click(rate, chance, decay_s, pat)], 0.42 * bake.click(rate, chance, decay_s, wet)
    )


def on_ground(rate: int, chance: np.random.Generator) -> Drop:
    """A splash of half a millisecond to 2 ms, mostly above 2 kHz."""
    return partial(_ground, rate, chance)


def _ground(rate: int, chance: np.random.Generator, size: float) -> Wave:
    centre_hz = 2200.0 * 2.0 ** float(chance.uniform(0.0, 1.8) - 0.6 * size)
    splash = ((100.0, -34.0), (centre_hz / 4.0, -12.0), (centre_hz, 0.0), (16000.0, -12.0))
    decay_s = float(chance.uniform(0.0006, 0.0022)) * (1.0 + size)
    return _placed(
        chance, [0.8 * bake.click(rate, chance, decay_s, splash)], 0.35 * bake.click(rate, chance, decay_s, splash)
    )


def on_water(rate: int, chance: np.random.Generator) -> Drop:
    """A tick, and under most of the larger drops a bubble that rings at 1 to 6 kHz a little later, the larger the
    deeper and the louder."""
    return partial(_water, rate, chance)


def _water(rate: int, chance: np.random.Generator, size: float) -> Wave:
    tick = ((100.0, -44.0), (1300.0, -8.0), (3800.0, 0.0), (8000.0, -8.0), (16000.0, -26.0))
    parts = [0.75 * bake.click(rate, chance, float(chance.uniform(0.0005, 0.0015)), tick)]
    if chance.random() < 0.25 + 0.6 * size:
        radius_mm = 0.55 * 5.5 ** float(chance.beta(1.2 + 2.0 * size, 1.6))
        ring = bake.bubble(rate, radius_mm, float(chance.uniform(0.02, 0.12)), 0.0015)
        late = np.zeros(int(chance.uniform(0.006, 0.02) * rate))
        parts.append((0.3 + 1.5 * size) * np.concatenate([late, ring]))
    return _placed(chance, parts, 0.3 * bake.click(rate, chance, 0.0012, tick))


def on_roof(rate: int, chance: np.random.Generator) -> Drop:
    """A thud, and a few panels that answer in modes of 0.35 to 3 kHz which die away within 30 to 80 ms."""
    panels = [_panel(rate, chance) for _ in range(_PANELS)]
    return partial(_roof, rate, chance, panels)


def _panel(rate: int, chance: np.random.Generator) -> Wave:
    """Its modes, shape (modes, samples), each of unit energy."""
    t_s = bake.seconds(rate, 0.09)
    hz = np.sort(350.0 * (3000.0 / 350.0) ** chance.random(_MODES))[:, None]
    decay = 6.908 / chance.uniform(0.03, 0.08, (_MODES, 1))
    modes = np.sin(2 * np.pi * hz * t_s) * np.exp(-decay * t_s) * bake.eased(t_s / 0.0012)
    modes = bake.faded(modes)
    unit: Wave = modes / np.sqrt((modes**2).sum(axis=1, keepdims=True)) * (hz / 350.0) ** -0.25
    return unit


def _roof(rate: int, chance: np.random.Generator, panels: list[Wave], size: float) -> Wave:
    thud = (
        (80.0, -20.0),
        (250.0, -5.0 + 3.0 * size),
        (700.0, 0.0),
        (2500.0, -6.0),
        (8000.0, -16.0),
        (16000.0, -26.0),
    )
    panel = panels[int(chance.integers(len(panels)))]
    # Where the drop falls decides which modes it strikes, and which way.
    answer = bake.unit_energy(chance.standard_normal(len(panel)) @ panel)
    tap = bake.click(rate, chance, float(chance.uniform(0.002, 0.006)), thud)
    return _placed(chance, [0.5 * answer, 0.75 * tap], 0.35 * bake.click(rate, chance, 0.004, thud))


def _placed(chance: np.random.Generator, parts: list[Wave], side: Wave) -> Wave:
    """All parts at one place, somewhere, and what comes from around it."""
    return bake.amid(bake.overlaid(*parts), side, float(chance.uniform(-0.9, 0.9)))
