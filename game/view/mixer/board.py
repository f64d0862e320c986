"""What a visitor's hand does to the world in front: its mix, the mixes kept, and the files they travel in."""

from __future__ import annotations

import itertools
from pathlib import Path

from game.mixes.kept import KeptMixes
from game.mixes.model import KeptMix
from game.reasons import reason
from game.view.hearing import Hearing
from game.view.journal import Journal
from game.view.mixer import words
from game.view.mixer.carrying import take_in, write_out
from game.view.mixer.items import Item, items
from game.view.talk import Talk
from worlds.format.world import World

READ_S = 7.0
"""How long it stays to be read where a file is."""


class Board:
    """One world's mix, as it is turned."""

    def __init__(
        self,
        world: World,
        kept: KeptMixes,
        hearing: Hearing,
        talk: Talk,
        journal: Journal,
        exchange: Path,
    ) -> None:
        """`exchange`: the folder in which mixes come and go."""
        self.world = world
        self._kept, self._hearing, self._talk, self._journal = kept, hearing, talk, journal
        self._exchange = exchange
        self._ = talk.translate
        self._mistaken = False
        """Whether mistakes of a file stand on the screen."""

    def leave(self) -> None:
        """Take away what was said about files."""
        if self._mistaken:
            self._talk.mended()

    def items(self) -> list[Item]:
        """All that can be turned, as it stands now."""
        return items(self.world, self._kept.now, self._kept.presets, self.change, self._hearing, self._)

    def change(self, mix: KeptMix) -> None:
        """Let another mix sound, and remember it."""
        if mix == self._kept.now:
            return
        self._kept.change(mix)
        self._hearing.mix(mix.message(self.world.world.id))
        self._journal.note("mix", world=self.world.world.id, **mix.model_dump())

    def proposed(self) -> str:
        """What the mix that sounds might be called: as it is kept, or by the first number that is free."""
        numbered = (words.new_name(self._, number) for number in itertools.count(1))
        return self._name() or next(name for name in numbered if name not in self._kept.presets)

    def keep(self, name: str) -> None:
        """Keep the mix that sounds under a name."""
        self._kept.keep(name, self._kept.now)
        self._journal.note("preset", kept=name)
        self._talk.notice(words.kept(self._, name))

    def forget(self) -> None:
        """Forget the kept mix that sounds; it goes on sounding."""
        name = self._name()
        if name is None:
            self._talk.notice(words.nothing_to_forget(self._))
            return
        self._kept.forget(name)
        self._journal.note("preset", forgotten=name)
        self._talk.notice(words.forgotten(self._, name))

    def write_out(self) -> None:
        """Write the mix that sounds to a file of its own."""
        try:
            path = write_out(
                self._exchange, self.world.world.id, self._name() or words.preset(self._), self._kept.now
            )
        except OSError as error:
            self._talk.notice(words.not_written(self._, self._exchange, reason(error, self._)))
            return
        self._journal.note("written", file=str(path))
        self._talk.notice(words.written(self._, path), READ_S)

    def take_in(self) -> None:
        """Keep what lies in the files; what is wrong with any is told at its place."""
        found, problems = take_in(self._exchange, self.world.world.id)
        new = {name: mix for name, mix in found.items() if self._kept.presets.get(name) != mix}
        for name, mix in new.items():
            self._kept.keep(name, mix)
        self._journal.note("taken_in", names=list(new), mistakes=len(problems))
        self._mistaken = bool(problems)
        if problems:
            self._talk.problems(problems)
        if new or not problems:
            said = words.taken_in(self._, list(new)) if new else words.none_to_take(self._, self._exchange)
            self._talk.notice(said, READ_S)

    def _name(self) -> str | None:
        """What the mix that sounds is kept as."""
        return next((name for name, mix in self._kept.presets.items() if mix == self._kept.now), None)
