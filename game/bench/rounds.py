"""A whole measurement: everything in short turns, round after round, so that a busy moment hits all alike."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.resources import as_file, files
from typing import Any

from game.bench import peers, start
from game.bench.screen import any_screen
from game.machine.probe import ask
from game.text import translate as _
from game.text import untranslated
from worlds.catalogue import Entry

ROUNDS = 3
LIMIT_S = 180.0
UNMEASURED = {
    "picture": untranslated("{world}: no picture measured: {why}"),
    "sound": untranslated("{world}: no sound measured: {why}"),
}
Tell = Callable[[str], None]


@dataclass
class Readings:
    """Everything measured of one thing so far, by name."""

    lists: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def take(self, answer: dict[str, Any]) -> None:
        """Add numbers and lists of numbers."""
        for name, value in answer.items():
            if value is not None:
                self.lists[name] += value if isinstance(value, list) else [value]

    def median(self, name: str) -> float | None:
        """The middle of all readings; None if there is none."""
        return rounded(statistics.median(self.lists[name])) if self.lists[name] else None

    def quantile(self, name: str, ratio: float) -> float | None:
        """The reading that a share of all readings stays below."""
        ordered = sorted(self.lists[name])
        return rounded(ordered[min(int(len(ordered) * ratio), len(ordered) - 1)]) if ordered else None

    def most(self, name: str) -> float | None:
        """The highest reading."""
        return rounded(max(self.lists[name])) if self.lists[name] else None


def rounded(value: float) -> float:
    """Four figures: the machine is not steadier than that."""
    return float(f"{value:.4g}")


def measure(worlds: Sequence[Entry], all_worlds: Sequence[Entry], with_peers: bool, tell: Tell) -> dict[str, Any]:
    """Measure worlds, and peers if asked; the answer is what `bench --json` prints."""
    readings = {entry.id: Readings() for entry in worlds}
    beside = Readings()
    with any_screen() as display:
        for turn in range(1, ROUNDS + 1):
            for entry in worlds:
                tell(_("round {turn} of {count}: {what}").format(turn=turn, count=ROUNDS, what=entry.id))
                readings[entry.id].take(one_world(entry, another(entry, all_worlds), display, tell))
            if display is not None:
                beside.take({"empty": start.empty_window_s(display)})
            if with_peers:
                tell(_("round {turn} of {count}: peers").format(turn=turn, count=ROUNDS))
                beside.take(one_turn_of_peers(display))
    answer: dict[str, Any] = {
        "worlds": [{"id": name, **summary(found)} for name, found in readings.items()],
        "empty_window_first_frame_s": beside.median("empty"),
    }
    if with_peers:
        names = [*peers.GLMARK2_SCENES, "csound_rate", "soundscape_rate"]
        answer["peers"] = {name: beside.median(name) for name in names}
    return answer


def one_world(entry: Entry, other: Entry, display: str | None, tell: Tell) -> dict[str, Any]:
    """One turn of one world."""
    found: dict[str, Any] = {}
    for module, arguments in (("picture", [str(entry.folder), str(other.folder)]), ("sound", [str(entry.folder)])):
        answer = ask(f"game.bench.{module}", "measure", *arguments, limit_s=LIMIT_S)
        if answer.value is None:
            tell(_(UNMEASURED[module]).format(world=entry.id, why=answer.why))
        found |= answer.value or {}
    if display is not None:
        found |= start.opening_s(str(entry.folder), display)
    return found


def one_turn_of_peers(display: str | None) -> dict[str, float | None]:
    """One turn of everything that is installed; our own engine on csound's soundscape among it."""
    found: dict[str, float | None] = {"csound_rate": peers.csound_rate()}
    with as_file(files("game.bench").joinpath("soundscape")) as folder:
        ours = ask("game.bench.sound", "measure", str(folder), limit_s=LIMIT_S)
    if ours.value is not None:
        found["soundscape_rate"] = ours.value["sound_rate"]
    if display is not None:
        for name, scene in peers.GLMARK2_SCENES.items():
            found[name] = peers.glmark2_ms(scene, display)
    return found


def another(entry: Entry, worlds: Sequence[Entry]) -> Entry:
    """The next world of the shelf, to change to."""
    names = [known.id for known in worlds]
    place = names.index(entry.id) if entry.id in names else -1
    return worlds[(place + 1) % len(worlds)]


def summary(found: Readings) -> dict[str, float | None]:
    """The figures of one world."""
    picture_mb, sound_mb = found.median("memory_mb"), found.median("sound_memory_mb")
    return {
        "frame_ms_median": found.median("frame_ms"),
        "frame_ms_p95": found.quantile("frame_ms", 0.95),
        "python_ms": found.median("python_ms"),
        "sound_rate": found.median("sound_rate"),
        "block_p50_ratio": found.median("block_ratio"),
        "block_p99_9_ratio": found.quantile("block_ratio", 0.999),
        "block_max_ratio": found.most("block_ratio"),
        "memory_mb": None if picture_mb is None or sound_mb is None else rounded(picture_mb + sound_mb),
        "first_frame_s": found.median("first_frame_s"),
        "complete_s": found.median("complete_s"),
        "change_world_s": found.median("change_world_s"),
    }
