"""The PIN that unlocks a kiosk's keys for its keeper."""

from __future__ import annotations

UNLOCKED_S = 60.0
PAUSE_S = 4.0
"""Digits further apart than this do not belong together."""
REFUSED_S = 10.0
"""After a wrong PIN nothing is taken for so long, which makes trying them all a work of days."""


class Lock:
    """Hears every key; open for `UNLOCKED_S` after the PIN was typed. Times are steady seconds."""

    def __init__(self, pin: str | None) -> None:
        self._pin = pin
        self._typed = ""
        self._typed_s = 0.0
        self._open_until_s = float("-inf")
        self._deaf_until_s = float("-inf")

    def is_open(self, t_s: float) -> bool:
        """Whether all keys do what they do at home."""
        return t_s < self._open_until_s

    def key(self, name: str, t_s: float) -> bool:
        """A key went down; returns whether it completed the PIN."""
        digit = name.removeprefix("NUM_").removeprefix("_")
        if self._pin is None or not (digit.isdecimal() and len(digit) == 1) or t_s < self._deaf_until_s:
            return False
        self._typed = digit if t_s - self._typed_s > PAUSE_S else self._typed + digit
        self._typed_s = t_s
        if len(self._typed) < len(self._pin):
            return False
        right = self._typed == self._pin
        self._typed = ""
        if right:
            self._open_until_s = t_s + UNLOCKED_S
        else:
            self._deaf_until_s = t_s + REFUSED_S
        return right
