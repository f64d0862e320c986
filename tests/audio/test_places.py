"""Where sounds come from: time, level and tone at both ears, standing and moving."""

from __future__ import annotations

import numpy as np
import pytest
import scipy.signal

from tests.audio.placed import Sound, noise, placed, sine
from tests.audio.worlds import BLOCK, RATE
from worlds.signals import Signals

ROUND = {"azimuth_deg": {"follow": "drift_a", "from": -180.0, "to": 180.0}}
NOD = {"azimuth_deg": {"follow": "drift_a", "from": -90.0, "to": 90.0}}


def going(share: float) -> Signals:
    """A signal that goes from 0 to 1 once."""
    return Signals(drift_a=share)


def spectra(sound: Sound, length: int = 4096) -> tuple[np.ndarray, np.ndarray]:
    """Frequencies, and the power of both ears there."""
    hz, power = scipy.signal.welch(sound.astype(np.float64), RATE, nperseg=length)
    return hz, power


@pytest.mark.parametrize(("azimuth_deg", "wanted_us"), [(30, 261), (60, 488), (90, 656), (-60, 488), (150, 261)])
def test_the_far_ear_hears_it_later_by_as_much_as_a_sphere_asks(azimuth_deg: float, wanted_us: float) -> None:
    heard = placed(noise(1.0), {"azimuth_deg": float(azimuth_deg)}).astype(np.float64)
    # Above the lows, which go round a head more slowly still.
    heard = scipy.signal.sosfilt(scipy.signal.butter(4, 2000, "highpass", fs=RATE, output="sos"), heard)
    far, near = heard if azimuth_deg > 0 else heard[::-1]
    near, far = (scipy.signal.resample_poly(ear, 8, 1) for ear in (near, far))
    lags = np.arange(-400, 401)
    found = [float(np.dot(near[500:-500], np.roll(far, -lag)[500:-500])) for lag in lags]
    assert 1e6 * lags[int(np.argmax(found))] / (8 * RATE) == pytest.approx(wanted_us, abs=20.0)


@pytest.mark.parametrize(
    ("azimuth_deg", "wanted_db"),
    [(30.0, (0.2, 1.7, 4.5, 4.8, 6.3, 7.8)), (60.0, (0.3, 2.0, 4.5, 9.4, 10.7, 14.2))],
)
def test_the_far_ear_is_shaded_as_by_a_sphere(azimuth_deg: float, wanted_db: tuple[float, ...]) -> None:
    hz, (left, right) = spectra(placed(noise(8.0), {"azimuth_deg": azimuth_deg}))
    for centre, wanted in zip(250.0 * 2.0 ** np.arange(6), wanted_db, strict=True):
        octave = (hz > centre * 0.9) & (hz < centre * 1.1)
        assert 10 * np.log10(right[octave].mean() / left[octave].mean()) == pytest.approx(wanted, abs=1.5)


@pytest.mark.parametrize("metres", [20.0, 40.0, 80.0, 160.0, 320.0])
def test_distance_takes_level_and_highs(metres: float) -> None:
    near, far = (spectra(placed(noise(4.0), {"distance_m": each})) for each in (10.0, metres))
    air_db_m = np.array((0.04, 0.13, 0.27, 0.47, 0.99, 3.0)) / 100
    for centre, lost_db_m in zip(125.0 * 2.0 ** np.arange(6), air_db_m, strict=True):
        octave = (near[0] > centre * 0.9) & (near[0] < centre * 1.1)
        lost_db = 10 * np.log10(near[1][0][octave].mean() / far[1][0][octave].mean())
        wanted_db = 20 * np.log10(metres / 10.0) + lost_db_m * (metres - 10.0)
        assert lost_db == pytest.approx(wanted_db, abs=1.0 if metres <= 160.0 else 1.5)


@pytest.mark.parametrize(("height_m", "wanted_db"), [(10.0, 5.1), (-10.0, -3.7), (5.0, 2.9)])
def test_height_is_told_about_8_khz_alone(height_m: float, wanted_db: float) -> None:
    hz, level = spectra(placed(noise(4.0), {}))
    _, high = spectra(placed(noise(4.0), {"height_m": height_m}))
    ratio_db = 10 * np.log10(high / level)
    assert ratio_db[:, (hz > 7800) & (hz < 8200)].mean() == pytest.approx(wanted_db, abs=0.8)
    assert np.abs(ratio_db[:, (hz > 100) & (hz < 2000)]).max() < 0.6


def test_what_is_right_above_has_no_side() -> None:
    above = placed(noise(1.0), {"azimuth_deg": 90.0, "height_m": 10.0})
    assert np.abs(above[0] - above[1]).max() < 0.01 * np.abs(above).max()


def test_a_sine_that_moves_round_the_head_never_clicks() -> None:
    steps = np.abs(np.diff(placed(sine(12.0, 440.0), ROUND, signals=going).astype(np.float64)))
    seams = steps[:, BLOCK - 1 :: BLOCK]
    assert seams.max() < 1.5 * np.percentile(steps, 99.9)


def test_a_high_sine_that_moves_keeps_its_strength_between_samples() -> None:
    # Half way between two samples a cross-fade of the two would take 3 dB from this one, and give them back.
    heard = placed(sine(12.0, 12000.0), NOD, signals=going).astype(np.float64)
    level_db = 20 * np.log10(np.abs(scipy.signal.hilbert(heard))[:, BLOCK:-BLOCK].reshape(2, -1, 512).mean(axis=2))
    smooth_db = scipy.signal.savgol_filter(level_db, 41, 3, axis=1)
    assert np.abs(level_db - smooth_db)[:, 25:-25].max() < 0.4


@pytest.mark.parametrize("place", [ROUND, {"distance_m": {"follow": "drift_a", "from": 30.0, "to": 60.0}}])
def test_noise_that_moves_has_no_notches(place: dict[str, object]) -> None:
    hz, power = spectra(placed(noise(20.0), place, signals=going), 1024)
    level_db = 10 * np.log10(power[:, (hz > 200) & (hz < 15000)])
    smooth_db = scipy.signal.savgol_filter(level_db, 31, 2, axis=1)
    assert (level_db - smooth_db).min() > -1.2


def test_one_that_leaps_from_side_to_side_does_not_click() -> None:
    leaps = placed(sine(4.0, 300.0), NOD, signals=lambda share: Signals(drift_a=float(share * 8 % 2 < 1)))
    steps = np.abs(np.diff(leaps.astype(np.float64)))
    assert steps.max() < 1.5 * np.percentile(steps, 99.9)
