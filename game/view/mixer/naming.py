"""A name for a mix, as it is typed."""

from __future__ import annotations

import re

from game.mixes.model import NAME

LONGEST = 40


class Naming:
    """A proposed name, which the first letter typed takes the place of."""

    def __init__(self, proposed: str) -> None:
        self.text = proposed
        self._proposed = True

    def type(self, letters: str) -> None:
        """More letters; what cannot be shown is left out."""
        fitting = "".join(letter for letter in letters if letter.isprintable())
        if fitting:
            self.text = (("" if self._proposed else self.text) + fitting)[:LONGEST]
            self._proposed = False

    def back(self) -> None:
        """The last letter goes; of a name only proposed, all of it."""
        self.text = "" if self._proposed else self.text[:-1]
        self._proposed = False

    @property
    def name(self) -> str | None:
        """The name, if a mix can be called so."""
        name = self.text.strip()
        return name if re.fullmatch(NAME, name) else None
