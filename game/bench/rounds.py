"""A whole measurement: everything in short turns, round after round, so that a busy moment hits all alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from typing import Any

from game.bench import peers, start
from game.bench.home import empty_home
from game.bench.readings import Readings, rounded
from game.bench.screen import any_screen
from game.machine.probe import Answer, ask
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


def measure(worlds: Sequence[Entry], all_worlds: Sequence[Entry], with_peers: bool, tell: Tell) -> dict[str, Any]:
    """Measure worlds, and peers if asked; the answer is what `bench --json` prints, a row for each world asked."""
    readings = [Readings() for _ in worlds]
    beside = Readings()
    with any_screen() as display, empty_home() as home:
        turns = Turns({**home, "DISPLAY": display} if display is not None else home, display is not None, tell)
        for entry, found in zip(worlds, readings, strict=True):
            found.take(turns.first_start(entry))
        for turn in range(1, ROUNDS + 1):
            for entry, found in zip(worlds, readings, strict=True):
                tell(_("round {turn} of {count}: {what}").format(turn=turn, count=ROUNDS, what=entry.id))
                found.take(turns.world(entry, another(entry, all_worlds)))
            beside.take(turns.empty_window())
            if with_peers:
                tell(_("round {turn} of {count}: peers").format(turn=turn, count=ROUNDS))
                beside.take(turns.peers())
    answer: dict[str, Any] = {
        "worlds": [
            {"id": entry.id, "path": str(entry.folder), **summary(found)}
            for entry, found in zip(worlds, readings, strict=True)
        ],
        "empty_window_first_frame_s": beside.median("empty"),
    }
    if with_peers:
        names = [*peers.GLMARK2_SCENES, *peers.SOUND, "soundscape_rate"]
        answer["peers"] = {name: beside.median(name) for name in names}
    return answer


@dataclass(frozen=True)
class Turns:
    """One turn of each thing there is to measure; what cannot be measured is told, and left out."""

    environment: Mapping[str, str]
    """For the programs measured: nobody's settings, and the screen."""
    screen: bool
    tell: Tell

    def first_start(self, entry: Entry) -> dict[str, float | None]:
        """Start a world with nothing remembered from before; every later start finds what this one leaves."""
        if not self.screen:
            return {}
        self.tell(_("first start: {what}").format(what=entry.id))
        return {"first_start_complete_s": self._opening(entry)["complete_s"]}

    def world(self, entry: Entry, other: Entry) -> dict[str, Any]:
        """One turn of one world."""
        found: dict[str, Any] = {}
        folder = str(entry.folder)
        for module, arguments in (("picture", [folder, str(other.folder)]), ("sound", [folder])):
            answer = self._ask(module, *arguments)
            if answer.value is None:
                self.tell(_(UNMEASURED[module]).format(world=entry.id, why=answer.why))
            found |= answer.value or {}
        return found | (self._opening(entry) if self.screen else {})

    def empty_window(self) -> dict[str, float | None]:
        """A window that draws nothing."""
        if not self.screen:
            return {}
        empty_s = start.empty_window_s(self.environment)
        if empty_s is None:
            self.tell(_("an empty window did not open"))
        return {"empty": empty_s}

    def peers(self) -> dict[str, float | None]:
        """Everything that is installed; our own engine on their soundscape among it."""
        found: dict[str, float | None] = {name: rate_of(self.tell) for name, rate_of in peers.SOUND.items()}
        with as_file(files("game.bench").joinpath("soundscape")) as folder:
            ours = self._ask("sound", str(folder))
        if ours.value is not None:
            found["soundscape_rate"] = ours.value["sound_rate"]
        if self.screen:
            for name, scene in peers.GLMARK2_SCENES.items():
                found[name] = peers.glmark2_ms(scene, self.environment, self.tell)
        return found

    def _opening(self, entry: Entry) -> dict[str, float | None]:
        found = start.opening_s(str(entry.folder), self.environment)
        if None in found.values():
            self.tell(_("{world}: it was never whole in its window").format(world=entry.id))
        return found

    def _ask(self, module: str, *arguments: str) -> Answer:
        return ask(f"game.bench.{module}", "measure", *arguments, limit_s=LIMIT_S, environment=self.environment)


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
        "first_start_complete_s": found.median("first_start_complete_s"),
        "change_world_s": found.median("change_world_s"),
    }
