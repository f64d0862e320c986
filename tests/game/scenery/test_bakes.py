"""Bakes outlive a visit, are only ever what would be made, and never stand in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.export.frames import frame_at, read_rgb
from game.export.visit import Visit
from game.leftovers import half_of
from game.scenery import pixels
from game.scenery.bakes import Arrays, Bakes, Kept, Work
from game.scenery.scene import Scene
from game.scenery.stamp import stamp
from worlds.catalogue import BUILTIN, entries
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

MADE = {"height": np.linspace(0, 1, 7), "held": np.array([[True, False]]), "map": np.arange(12, dtype=np.uint8)}
SIZE_PX = (160, 90)


def work() -> Work:
    yield
    return MADE


def no_work() -> Work:
    yield
    raise AssertionError("this was kept")


def outcome(kept: Kept, making: Work) -> Arrays:
    """Run to the end."""
    running = kept.or_made(making)
    while True:
        try:
            next(running)
        except StopIteration as done:
            arrays: Arrays = done.value
            return arrays


def alike(found: Arrays) -> bool:
    return all(found[name].dtype == made.dtype and np.array_equal(found[name], made) for name, made in MADE.items())


def fill(folder: Path, *facts: str) -> Path:
    """Keep one bake there; its file."""
    before = set(folder.glob("*"))
    bakes = Bakes(folder)
    outcome(bakes.kept(*facts), work())
    bakes.wait()
    (file,) = set(folder.glob("*")) - before
    return file


def test_what_was_made_is_found_bit_by_bit(tmp_path: Path) -> None:
    fill(tmp_path / "new", "ridges", "7")
    assert alike(outcome(Bakes(tmp_path / "new").kept("ridges", "7"), no_work()))


def test_anything_else_is_made_anew(tmp_path: Path) -> None:
    fill(tmp_path, "ridges", "7")
    for bakes, facts in ((Bakes(tmp_path), ("ridges", "8")), (Bakes(tmp_path, lambda: "other"), ("ridges", "7"))):
        assert bakes.kept(*facts).find() is None
    assert Bakes(tmp_path).kept("ridges7", "").find() is None
    assert Bakes(tmp_path).kept("ridges", 7).find() is None


@pytest.mark.parametrize("left_ratio", [0.0, 0.5, 0.97])
def test_half_a_file_is_made_anew_and_mended(tmp_path: Path, left_ratio: float) -> None:
    file = fill(tmp_path, "wood")
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * left_ratio)])
    bakes = Bakes(tmp_path)
    assert alike(outcome(bakes.kept("wood"), work()))
    bakes.wait()
    assert alike(outcome(Bakes(tmp_path).kept("wood"), no_work()))


def test_one_changed_byte_is_noticed(tmp_path: Path) -> None:
    file = fill(tmp_path, "wood")
    spoilt = bytearray(file.read_bytes())
    at = spoilt.index(MADE["map"].tobytes())
    spoilt[at + 5] ^= 1
    file.write_bytes(spoilt)
    assert Bakes(tmp_path).kept("wood").find() is None
    assert not file.exists()


def test_whichever_byte_has_changed_nothing_is_raised(tmp_path: Path) -> None:
    file = fill(tmp_path, "wood")
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        found = Bakes(tmp_path).kept("wood").find()
        assert found is None or alike(found)


def test_where_nothing_can_be_looked_for_nothing_is_kept(tmp_path: Path) -> None:
    assert Bakes(tmp_path / ("long" * 100)).kept("wood").find() is None


def test_without_a_thread_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_thread: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    bakes = Bakes(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(threading.Thread, "start", refused)
        assert alike(outcome(bakes.kept("wood"), work()))
    assert bakes.kept("wood").find() is None
    outcome(bakes.kept("wood"), work())
    bakes.wait()
    assert alike(outcome(bakes.kept("wood"), no_work()))


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    bakes = Bakes(tmp_path / "file" / "bakes")
    assert alike(outcome(bakes.kept("wood"), work()))
    bakes.wait()
    assert bakes.kept("wood").find() is None
    assert alike(outcome(Bakes().kept("wood"), work()))


def test_the_least_recently_used_go(tmp_path: Path) -> None:
    files = [fill(tmp_path, str(n)) for n in range(3)]
    for age_s, file in ((300, files[0]), (200, files[1]), (100, files[2])):
        os.utime(file, (time.time() - age_s,) * 2)
    assert Bakes(tmp_path).kept("0").find() is not None
    bakes = Bakes(tmp_path, most_bytes=3 * files[0].stat().st_size)
    outcome(bakes.kept("3"), work())
    bakes.wait()
    assert [file.exists() for file in files] == [True, False, True]


def test_what_was_never_finished_is_swept_away(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-S", "-c", ""])
    ended.wait()
    half = half_of(tmp_path / "grove.npz")
    left = half.with_name(half.name.replace(str(os.getpid()), str(ended.pid)))
    for path in (half, left):
        path.write_bytes(b"half")
    fill(tmp_path, "wood")
    assert [path.exists() for path in (half, left)] == [True, False]


def test_what_the_work_read_of_the_ground_is_noted_again(tmp_path: Path) -> None:
    noted: set[str] = set()

    def reading() -> Work:
        yield
        noted.add("sun_path")
        return MADE

    bakes = Bakes(tmp_path)
    outcome(bakes.kept("wood").noting(noted), reading())
    bakes.wait()
    again = {"horizon_ratio"}
    outcome(Bakes(tmp_path).kept("wood").noting(again), no_work())
    assert again == {"horizon_ratio", "sun_path"}


@pytest.mark.parametrize("world", [entry.id for entry in entries()])
def test_a_world_looks_the_same_from_the_disk(ctx: Context, tmp_path: Path, world: str) -> None:
    visit = Visit(read_world(BUILTIN / world), 3, 18.0)
    pictures = []
    for bakes in (Bakes(), Bakes(tmp_path, lambda: stamp(ctx)), Bakes(tmp_path, lambda: stamp(ctx))):
        scene = Scene(ctx, visit.world, visit.seed, bakes)
        for _ in scene.prepare():
            pass
        scene.resize(SIZE_PX)
        for _ in scene.rebake():
            pass
        bakes.wait()
        output = scene.stage.target(SIZE_PX)
        scene.draw(frame_at(visit, visit.source, 5.0, 0.0), output)
        pictures.append((read_rgb(output), [layer.stands_on for layer in scene.layers]))
        scene.release()
    assert list(tmp_path.iterdir())
    assert np.array_equal(pictures[0][0], pictures[1][0])
    assert np.array_equal(pictures[0][0], pictures[2][0])
    assert pictures[0][1] == pictures[2][1]


def test_a_target_is_filled_by_its_work_once_and_then_from_the_disk(ctx: Context, tmp_path: Path) -> None:
    target = ctx.framebuffer(color_attachments=[ctx.texture((8, 4), components=1) for _ in range(2)])

    def painting() -> Iterator[None]:
        for texture, level in zip(target.color_attachments, (7, 90), strict=True):
            texture.write(bytes([level]) * 32)
            yield

    def nothing() -> Iterator[None]:
        yield
        raise AssertionError("this was kept")

    for work in (painting, nothing):
        bakes = Bakes(tmp_path)
        target.clear()
        for _ in pixels.filled(lambda: target, bakes.kept("sand"), work()):
            pass
        bakes.wait()
        assert [int(pixels.read(target, i).mean()) for i in (0, 1)] == [7, 90]


@pytest.mark.parametrize(("dtype", "components"), [("f1", 4), ("f1", 1), ("f1", 2), ("f2", 1), ("f2", 4)])
def test_pixels_come_back_as_they_were(ctx: Context, dtype: str, components: int) -> None:
    kind = np.float16 if dtype == "f2" else np.uint8
    made = np.random.default_rng(1).uniform(0, 200, (9, 13, components)).astype(kind)
    targets = [pixels.texture_of(ctx, made), pixels.texture_of(ctx, made[::-1])]
    target = ctx.framebuffer(color_attachments=targets)
    assert np.array_equal(pixels.read(target), made)
    assert np.array_equal(pixels.read(target, 1), made[::-1])
