"""Measurements of sound for the tests of voices."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import signal

RATE_HZ = 48000

Samples = NDArray[np.float32]


def rms(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))


def decibels(ratio: float) -> float:
    return float(20 * np.log10(max(ratio, 1e-12)))


def octave_levels_db(samples: Samples, low_hz: float = 62.5, octaves: int = 8) -> NDArray[np.float64]:
    """Power density of octave bands in dB."""
    hz, density = signal.welch(samples.mean(axis=0), RATE_HZ, nperseg=8192)
    edges = [low_hz * 2.0 ** (i - 0.5) for i in range(octaves + 1)]
    bands = [density[(hz >= a) & (hz < b)].mean() for a, b in pairwise(edges)]
    return 10 * np.log10(np.array(bands))


def slope_db_octave(samples: Samples) -> float:
    levels = octave_levels_db(samples)
    return float(np.polyfit(np.arange(len(levels)), levels, 1)[0])


def centroid_hz(samples: Samples) -> float:
    hz, density = signal.welch(samples.mean(axis=0), RATE_HZ, nperseg=4096)
    return float((hz * density).sum() / density.sum())


def peak_hz(samples: Samples, near_hz: float, share: float = 0.06, windowed: bool = True) -> float:
    """Frequency of the highest peak near one, interpolated between bins."""
    mono = samples.mean(axis=0) if samples.ndim == 2 else samples
    padded = 1 << int(np.ceil(np.log2(len(mono) * 4)))
    power = np.abs(np.fft.rfft(mono * (np.hanning(len(mono)) if windowed else 1.0), padded))
    low, high = (int(near_hz * (1 + sign * share) * padded / RATE_HZ) for sign in (-1, 1))
    top = low + int(np.argmax(power[low:high]))
    a, b, c = np.log(power[top - 1 : top + 2] + 1e-20)
    return float((top + 0.5 * (a - c) / (a - 2 * b + c)) * RATE_HZ / padded)


def cents(found_hz: float, wanted_hz: float) -> float:
    return float(1200 * np.log2(found_hz / wanted_hz))


def band(samples: Samples, low_hz: float, high_hz: float) -> NDArray[np.float64]:
    """Both channels averaged, between two frequencies."""
    sections = signal.butter(4, [low_hz, high_hz], "bandpass", fs=RATE_HZ, output="sos")
    return np.asarray(signal.sosfiltfilt(sections, samples.mean(axis=0)))


def envelope(mono: NDArray[np.floating], window_s: float = 0.01) -> NDArray[np.float64]:
    """RMS in windows of this length."""
    size = int(window_s * RATE_HZ)
    whole = mono[: len(mono) // size * size].reshape(-1, size)
    return np.sqrt((whole.astype(np.float64) ** 2).mean(axis=1))


def t60_s(mono: NDArray[np.floating], from_s: float, to_s: float) -> float:
    """Time to fall 60 dB, from a line through the level between two times."""
    level_db = 20 * np.log10(envelope(mono, 0.02) + 1e-12)
    times = (np.arange(len(level_db)) + 0.5) * 0.02
    part = (times > from_s) & (times < to_s)
    return float(-60.0 / np.polyfit(times[part], level_db[part], 1)[0])


def rise_s(samples: Samples) -> float:
    """Time from a tenth to nine tenths of the height of the loudest swell (Hilbert envelope, smoothed 5 ms)."""
    height = np.abs(signal.hilbert(samples, axis=1)).max(axis=0)
    height = np.convolve(height, np.ones(240) / 240, "same")
    top = int(np.argmax(height))
    before = height[: top + 1] / height[top]
    return float(np.argmax(before > 0.9) - np.argmax(before > 0.1)) / RATE_HZ


def modulation_peak_hz(mono: NDArray[np.floating], low_hz: float, high_hz: float, window_s: float = 0.002) -> float:
    """Strongest rhythm of the envelope between two rates."""
    level = envelope(mono, window_s)
    level = level - level.mean()
    spectrum = np.abs(np.fft.rfft(level * np.hanning(len(level)), len(level) * 4))
    hz = np.fft.rfftfreq(len(level) * 4, window_s)
    inside = (hz >= low_hz) & (hz <= high_hz)
    return float(hz[inside][np.argmax(spectrum[inside])])


def side_likeness(samples: Samples, low_hz: float = 0.0, high_hz: float = 0.0) -> float:
    """Correlation of left and right, of everything or between two frequencies."""
    if high_hz:
        sections = signal.butter(4, [low_hz, high_hz], "bandpass", fs=RATE_HZ, output="sos")
        samples = signal.sosfiltfilt(sections, samples, axis=1)
    return float(np.corrcoef(samples)[0, 1])


def loop_likeness(samples: Samples, from_s: float = 5.0) -> float:
    """Greatest autocorrelation of the 50 ms level at any lag from `from_s` to half the clip.

    Of its detail: what swells within seconds, as a gust does, is like itself some seconds later and yet no loop; in
    a loop the detail comes again.
    """
    level = envelope(samples.mean(axis=0), 0.05)
    around = round(2.0 / 0.05)
    level = level[around:-around] - np.convolve(level, np.ones(2 * around + 1) / (2 * around + 1), "valid")
    whole = np.correlate(level, level, "full")[len(level) - 1 :] / np.arange(len(level), 0, -1)
    whole /= whole[0]
    return float(whole[int(from_s / 0.05) : len(level) // 2].max())


def steps_at_borders(samples: Samples, block: int) -> tuple[float, float]:
    """Second greatest step between neighbouring samples at block borders, and the 99.9th percentile of all others.

    Only what stands well above the 16 steps around it counts: amid a crunch or a crackle every step is great. And
    once in hundreds of borders the edge of a crackle falls on one by chance, hence the second greatest.
    """
    steps = np.abs(np.diff(samples, axis=1)).max(axis=0)
    borders = np.arange(block - 1, len(steps) - 8, block)
    around = borders + np.delete(np.arange(-8, 9), 8)[:, None]
    stands_out = steps[borders] > 1.5 * steps[around].max(axis=0)
    inside = np.delete(steps, np.arange(block - 1, len(steps), block))
    second = float(np.sort(np.append(steps[borders[stands_out]], [0.0, 0.0]))[-2])
    return second, float(np.quantile(inside, 0.999))
