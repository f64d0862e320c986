"""How long the window takes to its first frame, beside an empty window of the same toolkit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.bench.limits import ended_after

LIMIT_S = 60.0
WATCH_S = 0.005
SEEN = {"first_frame_s": "light", "complete_s": "world"}
"""What is measured, and the event in the window's journal that tells of it."""
EMPTY_WINDOW = """
import pyglet
pyglet.options.audio = ("silent",)
pyglet.options.debug_gl = False
import arcade
window = arcade.Window(1280, 720, "empty", antialiasing=False)
window.clear()
window.flip()
window.ctx.finish()
print("shown", flush=True)
"""


def empty_window_s(environment: Mapping[str, str]) -> float | None:
    """Seconds from starting Python to the first frame of a window that draws nothing; None if it did not open."""
    begun_s = time.perf_counter()
    with ended_after([sys.executable, "-c", EMPTY_WINDOW], LIMIT_S, importing(environment)) as child:
        assert child.stdout is not None
        shown = child.stdout.readline()
        taken_s = time.perf_counter() - begun_s
    return taken_s if shown else None


def opening_s(world: str, environment: Mapping[str, str]) -> dict[str, float | None]:
    """Seconds from starting `play` until the first frame with the world's own light is on the screen
    (`first_frame_s`), and until all of the world is there and begins to dissolve in (`complete_s`); None for what
    never was."""
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "journal"
        command = [sys.executable, "-m", "game.cli", "play", world, "--no-sound", "--for-seconds", "30"]
        begun_s = time.perf_counter()
        with ended_after([*command, "--journal", str(journal)], LIMIT_S, importing(environment)) as child:
            seen_s = dict(_seen(journal, child, begun_s))
    return {name: seen_s.get(event) for name, event in SEEN.items()}


def _seen(journal: Path, child: subprocess.Popen[bytes], begun_s: float) -> Iterator[tuple[str, float]]:
    """Each event of `SEEN` and when it came, until all have come, the child has ended or patience has."""
    awaited = set(SEEN.values())
    while awaited and (now_s := time.perf_counter() - begun_s) < LIMIT_S and child.poll() is None:
        for event in awaited.intersection(events(journal) if journal.exists() else ()):
            awaited.remove(event)
            yield event, now_s
        time.sleep(WATCH_S)


def events(journal: Path) -> list[str]:
    """The events written so far."""
    lines = journal.read_text(encoding="utf-8").split("\n")[:-1]
    return [str(json.loads(line)["event"]) for line in lines]


def importing(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which Python finds what it finds here."""
    return {**environment, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
