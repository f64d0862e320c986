"""Short sounds made once, while a voice is built: bubbles, clicks, tones. Nothing here runs while sound plays."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = Sequence[tuple[float, float]]
"""A curve as (Hz, dB) points, joined by straight lines over the logarithm of frequency."""

Wave = NDArray[np.float64]
"""Mono samples."""


def bubble_hz(radius_mm: float) -> float:
    """Pitch of an air bubble in water, 3.26 m/s over its radius (Minnaert, Philosophical Magazine 16, 1933)."""
    return 3260.0 / radius_mm


def bubble_decay(radius_mm: float) -> float:
    """Decay rate in 1/s of a bubble: radiation and heat (van den Doel, ACM TAP 2, 2005)."""
    radius_m = radius_mm / 1000.0
    return 0.13 / radius_m + 0.0072 / (radius_m * math.sqrt(radius_m))


def bubble(sample_rate_hz: int, radius_mm: float, rise: float = 0.1, onset_s: float = 0.0015) -> Wave:
    """A bubble that rings and, rising to the surface, climbs in pitch: sin(2 pi f t (1 + rise d t)) e^(-d t).

    `rise` 0 keeps the pitch still; 0.1 is usual. Unit energy. Source: van den Doel, "Physically based models
    for liquid sounds", ACM Transactions on Applied Perception 2 (2005).
    """
    decay = bubble_decay(radius_mm)
    t_s = seconds(sample_rate_hz, min(5.0 / decay + onset_s, 0.4))
    wave = np.sin(2.0 * np.pi * bubble_hz(radius_mm) * t_s * (1.0 + rise * decay * t_s)) * np.exp(-decay * t_s)
    return unit_energy(tapered(wave * eased(t_s / onset_s)))


def click(sample_rate_hz: int, chance: np.random.Generator, decay_s: float, curve: Points) -> Wave:
    """A burst of noise that dies away with time constant `decay_s`, filtered by a curve in dB. Unit energy."""
    t_s = seconds(sample_rate_hz, min(7.0 * decay_s + 0.001, 0.2))
    wave = chance.standard_normal(len(t_s)) * np.exp(-t_s / decay_s) * eased(t_s / 0.0004)
    return unit_energy(tapered(filtered(wave, sample_rate_hz, curve)))


def seconds(sample_rate_hz: int, length_s: float) -> Wave:
    """The times of the samples of a sound so long."""
    return np.arange(max(int(length_s * sample_rate_hz), 16)) / sample_rate_hz


def eased(ratio: Wave) -> Wave:
    """0 below 0, 1 above 1, a raised cosine between: a soft onset."""
    return 0.5 - 0.5 * np.cos(np.pi * np.clip(ratio, 0.0, 1.0))


def tapered(wave: Wave, share: float = 0.2) -> Wave:
    """The same wave with its last share faded to nothing."""
    count = max(int(len(wave) * share), 2)
    shaped = wave.copy()
    shaped[-count:] *= eased(np.linspace(1.0, 0.0, count))
    return shaped


def filtered(wave: Wave, sample_rate_hz: int, curve: Points) -> Wave:
    """The wave with its spectrum weighted by a curve in dB; circular, so end in silence or taper it."""
    length = quick_length(len(wave))
    octave = np.log2(np.maximum(np.fft.rfftfreq(length, 1.0 / sample_rate_hz), 1.0))
    gain_db = np.interp(octave, [math.log2(hz) for hz, _ in curve], [db for _, db in curve])
    return np.fft.irfft(np.fft.rfft(wave, length) * 10.0 ** (gain_db / 20.0), length)[: len(wave)]


def quick_length(count: int) -> int:
    """The least length from `count` up with no factors but 2, 3 and 5, and few of those two: transforms of other
    lengths can take a hundred times longer."""
    power = 1 << max((count - 1).bit_length(), 4)
    return min(power * part // 16 for part in (9, 10, 12, 15, 16) if power * part // 16 >= count)


def unit_energy(wave: Wave) -> Wave:
    """Scaled so that the squares of its samples sum to 1."""
    found: Wave = wave / math.sqrt(float((wave**2).sum()) + 1e-12)
    return found


def panned(wave: Wave, side: float) -> Wave:
    """Stereo, shape (2, samples): side -1 left, 0 middle, 1 right, of equal power."""
    angle = (side + 1.0) * math.pi / 4.0
    return np.stack([wave * math.cos(angle), wave * math.sin(angle)])


def from_side(wave: Wave, side: float, sample_rate_hz: int) -> Wave:
    """`panned`, and later by up to 0.6 ms at the ear that is turned away: for what stands beside the visitor."""
    late = int(abs(side) * 0.0006 * sample_rate_hz)
    found = np.zeros((2, len(wave) + late))
    stereo = panned(wave, side)
    near, far = (1, 0) if side > 0.0 else (0, 1)
    found[near, : len(wave)] = stereo[near]
    found[far, late:] = stereo[far]
    return found


def overlaid(*waves: Wave) -> Wave:
    """Waves that begin together, mono or stereo alike; as long as the longest."""
    longest = max(waves, key=lambda wave: wave.shape[-1])
    found = np.zeros_like(longest)
    for wave in waves:
        found[..., : wave.shape[-1]] += wave
    return found


def amid(wave: Wave, around: Wave, side: float) -> Wave:
    """A sound `panned` to its place, and what comes back from around it, which differs between the ears."""
    return overlaid(panned(wave, side), np.stack([around, -around]))


def brush(sample_rate_hz: int, chance: np.random.Generator, peak_s: float, curve: Points) -> Wave:
    """A touch of leaf or grass: noise that swells to its peak at `peak_s` and fades as t e^(-t). Unit energy."""
    t_s = seconds(sample_rate_hz, min(6.0 * peak_s, 0.3))
    wave = chance.standard_normal(len(t_s)) * (t_s / peak_s) * np.exp(1.0 - t_s / peak_s)
    return unit_energy(tapered(filtered(wave, sample_rate_hz, curve)))


def faded(stereo: Wave, share: float = 0.2) -> Wave:
    """`tapered` for a stereo wave."""
    return np.stack([tapered(channel, share) for channel in stereo])
