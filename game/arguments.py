"""Values on the command line: read, checked, and refused in a sentence. For `type=` of argparse."""

from __future__ import annotations

import argparse
import math
import re
from datetime import date
from pathlib import Path

from game.text import translate as _
from game.view.monitors import MonitorChoice

SMALLEST_PX, LARGEST_PX = 16, 8192
SEVERAL: dict[str, MonitorChoice] = {"all": "all", "each": "each"}
LONGEST_S = 7 * 24 * 3600.0


def refusal(sentence: str, **values: object) -> argparse.ArgumentTypeError:
    """What argparse shows, with the values in their places."""
    return argparse.ArgumentTypeError(sentence.format(**values))


def size(text: str) -> tuple[int, int]:
    """ "1280x720" as (width, height) in pixels."""
    found = re.fullmatch(r"(\d{1,6})[xX](\d{1,6})", text.strip())
    if not found:
        raise refusal(_("a size is written like 1280x720, not {text!r}"), text=text)
    width, height = int(found[1]), int(found[2])
    if not all(SMALLEST_PX <= side <= LARGEST_PX for side in (width, height)):
        raise refusal(
            _("a side must be from {low} to {high} pixels, not {text}"), low=SMALLEST_PX, high=LARGEST_PX, text=text
        )
    return width, height


def hour(text: str) -> float:
    """ "18.5" or "18:30" as an hour of the day, 0 up to 24."""
    if found := re.fullmatch(r"(\d{1,2}):([0-5]\d)", text.strip()):
        text = str(int(found[1]) + int(found[2]) / 60)
    return number(text, 0.0, 24.0, _("an hour of the day is written like 18.5 or 18:30")) % 24


def day(text: str) -> date:
    """ "2026-12-24" as a date."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise refusal(_("a date is written like 2026-12-24, not {text!r}"), text=text) from None


def monitor(text: str) -> MonitorChoice:
    """The number of a monitor, "all" or "each"."""
    if (known := SEVERAL.get(text)) is not None:
        return known
    if not re.fullmatch(r"[1-9]\d?", text.strip()):
        raise refusal(_("a monitor is a number from 1 on, all or each, not {text!r}"), text=text)
    return int(text)


def latitude_deg(text: str) -> float:
    """Degrees north of the equator, or south as a negative number."""
    return number(text, -90.0, 90.0, _("a latitude is given in degrees north, south as -33.9"))


def seed(text: str) -> int:
    """A whole number from 0 to 2^63 - 1."""
    if not re.fullmatch(r"\d{1,19}", text.strip()) or int(text) >= 2**63:
        raise refusal(_("a seed is a whole number from 0 to 2^63 - 1, not {text!r}"), text=text)
    return int(text)


def moment_s(text: str) -> float:
    """A world time in seconds, 0 up to a week."""
    return number(text, 0.0, LONGEST_S, _("a moment is given in seconds"))


def length_s(text: str) -> float:
    """A length in seconds, above 0 and up to a week."""
    return number(text, 0.05, LONGEST_S, _("a length is given in seconds"))


def frames_per_s(text: str) -> float:
    """Frames a second, 1 to 120."""
    return number(text, 1.0, 120.0, _("frames a second"))


def sound_file(text: str) -> Path:
    """A WAV file that is to be written, in a folder that is there."""
    path = Path(text).absolute()
    if path.suffix.lower() != ".wav":
        raise refusal(_("a sound file's name ends in .wav, not like {text!r}"), text=text)
    if not path.parent.is_dir():
        raise refusal(_("there is no folder {folder} to write {name} to"), folder=path.parent, name=path.name)
    return path


def touch(text: str) -> tuple[float, float, float]:
    """ "0.4,0.2,3" as (x, y, seconds); x from the left and y from the bottom, both 0 to 1."""
    parts = text.split(",")
    if len(parts) != 3:
        said = _("a touch is written X,Y,SECONDS like 0.4,0.2,3 (0,0 is bottom left), not {text!r}")
        raise refusal(said, text=text)
    x, y = (number(part, 0.0, 1.0, _("the place of a touch")) for part in parts[:2])
    return x, y, moment_s(parts[2])


def number(text: str, low: float, high: float, what: str) -> float:
    """A finite number from `low` to `high`."""
    try:
        value = float(text)
    except ValueError:
        raise refusal(_("{what}; {text!r} is not a number"), what=what, text=text) from None
    if not (math.isfinite(value) and low <= value <= high):
        raise refusal(
            _("{what}; it must be from {low:g} to {high:g}, not {text}"), what=what, low=low, high=high, text=text
        )
    return value
