"""What sound alone costs: every voice, every world in blocks of two lengths, and one soundscape beside other
programs that make the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

from game.bench import peers
from game.bench.home import empty_home
from game.bench.readings import Readings, rounded
from game.machine.probe import ask
from game.text import translate as _
from worlds.catalogue import Entry

ROUNDS = 3
LIMIT_S = 180.0
SHORT_BLOCK = 1024
Tell = peers.Tell


def measure(worlds: Sequence[Entry], with_peers: bool, tell: Tell) -> dict[str, Any]:
    """Measure all voices and these worlds, and peers if asked; the answer is what `bench --sound --json` prints.

    The least that anything took in three rounds is what counts, for a busy moment only ever adds; so of every
    single block too, for in each round the same block is the same work.
    """
    from audio.audition import kinds
    from audio.voice import BLOCK

    blocks = (BLOCK, SHORT_BLOCK)
    heard = [{block: Readings() for block in blocks} for _ in worlds]
    beside = Readings()
    with empty_home() as home:
        turns = _Turns(home, tell)
        voices = turns.voices(list(kinds()))
        for turn in range(1, ROUNDS + 1):
            for entry, found in zip(worlds, heard, strict=True):
                tell(_("round {turn} of {count}: {what}").format(turn=turn, count=ROUNDS, what=entry.id))
                for block in blocks:
                    _keep(found[block], turns.world(entry, block))
            if with_peers:
                tell(_("round {turn} of {count}: peers").format(turn=turn, count=ROUNDS))
                beside.take(turns.peers())
    rows = [_row(entry, found) for entry, found in zip(worlds, heard, strict=True)]
    answer: dict[str, Any] = {"voices": voices, "worlds": rows, "fullest": _fullest(rows)}
    if with_peers:
        answer["peers"] = {name: beside.most(name) for name in ("soundscape_rate", *peers.SOUND)}
    return answer


def _keep(found: Readings, answer: dict[str, Any]) -> None:
    """Add one round of a world: of each block the least so far."""
    before = found.lists.pop("block_ratio", [])
    now = answer.get("block_ratio", [])
    found.take(answer | {"block_ratio": [*map(min, before, now)] if before and now else before or now})


@dataclass(frozen=True)
class _Turns:
    """One turn of each thing there is to measure; what cannot be measured is told, and left out."""

    environment: Mapping[str, str]
    tell: Tell

    def voices(self, kinds: Sequence[str]) -> dict[str, float | None]:
        """Rates of all auditions; of a kind that gives none, nothing under its name."""
        rates: dict[str, float | None] = {}
        for number, kind in enumerate(kinds, 1):
            self.tell(_("voice {number} of {count}: {what}").format(number=number, count=len(kinds), what=kind))
            found = self._ask(kind, "voices", kind)
            rates |= {kind: None} if found is None else {name: rounded(rate) for name, rate in found.items()}
        return rates

    def world(self, entry: Entry, block: int) -> dict[str, Any]:
        """A world's sound in blocks of so many samples."""
        return self._ask(entry.id, "sound", str(entry.folder), block) or {}

    def peers(self) -> dict[str, float | None]:
        """Our own engine on the soundscape, then everything else that is installed."""
        with as_file(files("game.bench").joinpath("soundscape")) as folder:
            ours = self._ask("soundscape", "sound", str(folder)) or {}
        return {"soundscape_rate": ours.get("sound_rate")} | {
            name: rate_of(self.tell) for name, rate_of in peers.SOUND.items()
        }

    def _ask(self, what: str, module: str, *arguments: str | int) -> dict[str, Any] | None:
        module = f"game.bench.{module}"
        answer = ask(module, "measure", *arguments, limit_s=LIMIT_S, environment=self.environment)
        if answer.value is None:
            self.tell(_("{world}: no sound measured: {why}").format(world=what, why=answer.why))
        found: dict[str, Any] | None = answer.value
        return found


def _row(entry: Entry, heard: Mapping[int, Readings]) -> dict[str, Any]:
    """The figures of one world; its rate is that of the engine's own block."""
    own = next(iter(heard.values()))
    rate = own.most("sound_rate")
    return {
        "id": entry.id,
        "path": str(entry.folder),
        "sound_rate": rate,
        "core_ratio": rounded(1.0 / rate) if rate else None,
        "sound_memory_mb": own.median("sound_memory_mb"),
        "blocks": [{"samples": block, **_spread(found)} for block, found in heard.items()],
    }


def _spread(found: Readings) -> dict[str, float | None]:
    """How long blocks took, as shares of the time they sound."""
    quantiles = {"p50_ratio": 0.5, "p99_ratio": 0.99, "p99_9_ratio": 0.999}
    return {
        "sound_rate": found.most("sound_rate"),
        **{name: found.quantile("block_ratio", share) for name, share in quantiles.items()},
        "max_ratio": found.most("block_ratio"),
    }


def _fullest(rows: Sequence[Mapping[str, Any]]) -> str | None:
    """The world whose sound costs most."""
    measured = [row for row in rows if row["sound_rate"]]
    return min(measured, key=lambda row: float(row["sound_rate"]))["id"] if measured else None
