"""What a kiosk says to visitors and to its keeper."""

from __future__ import annotations

from collections.abc import Sequence

from game.kiosk.config import InputName
from game.text import Translate


def invitation(_: Translate, inputs: Sequence[InputName]) -> str:
    """While nobody is there."""
    keys, touch = "keyboard" in inputs, "touch" in inputs
    if touch:
        return _("Touch, or press any key") if keys else _("Touch the screen")
    if "mouse" in inputs:
        return _("Click, or press any key") if keys else _("Click anywhere")
    return _("Press any key")


def greeting(_: Translate, inputs: Sequence[InputName]) -> str:
    """As a visit begins."""
    if inputs == ["keyboard"]:
        return _("Hold any key to breathe in, let go to breathe out.")
    return _("Touch the picture: it answers. Hold to breathe in, let go to breathe out.")


def unlocked(_: Translate) -> str:
    """After the PIN."""
    return _("All keys work for a minute. Esc leaves.")
