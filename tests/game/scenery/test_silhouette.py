"""A maker's own shape stands where it was put, dark before the light, on any screen; and mistakes are told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

from game.cli import main
from game.problem import Exit
from game.scenery.drawing import drawn, relief
from tests.game.scenery.painting import Painter
from worlds.format.layers.silhouette import Silhouette
from worlds.own_files import Unfit
from worlds.problems import Unreadable
from worlds.reading import read_world

if TYPE_CHECKING:
    from arcade.gl import Context

TOWER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M40 90 V10 H60 V90 Z"/></svg>'
EMPTY = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
PACK = """format = 1
[world]
name = "Here"
[[layer]]
kind = "sky"
[[layer]]
kind = "silhouette"
file = "{file}"
seed_shift_ratio = 0
seed_mirror = {mirror}
haze_ratio = 0
"""


def pack(folder: Path, file: str = "tower.svg", mirror: str = "false", more: str = "") -> Path:
    (folder / "world.toml").write_text(PACK.format(file=file, mirror=mirror) + more, encoding="utf-8")
    return folder


def own_pixels(ctx: Context, folder: Path, **painter: Any) -> np.ndarray:
    """Where it stands, shape (height, width), top row first."""
    one = Painter(ctx, read_world(folder), **painter)
    frame = one.frame(12.0)
    return np.abs(one.paint(frame) - one.paint(frame, without=[1])).max(axis=2) > 20


@pytest.mark.parametrize("size_px", [(256, 144), (144, 256), (384, 108)])
def test_it_stands_with_its_foot_on_the_horizon(ctx: Context, tmp_path: Path, size_px: tuple[int, int]) -> None:
    """The empty parts of the sheet count for nothing: the tower is a quarter of the screen high."""
    (tmp_path / "tower.svg").write_text(TOWER, encoding="utf-8")
    rows, columns = np.nonzero(own_pixels(ctx, pack(tmp_path), size_px=size_px))
    height = size_px[1]
    horizon = read_world(tmp_path).camera.horizon_ratio
    assert 1 - (rows.max() + 1) / height == pytest.approx(horizon, abs=0.015)
    assert np.ptp(rows) / height == pytest.approx(0.25, abs=0.02)
    assert np.ptp(columns) / height == pytest.approx(0.25 / 4, abs=0.02)
    assert columns.mean() / size_px[0] == pytest.approx(0.5, abs=0.02)


def test_what_would_not_fit_a_narrow_screen_is_smaller(ctx: Context, tmp_path: Path) -> None:
    wide = TOWER.replace("M40 90 V10 H60 V90 Z", "M0 60 V40 H100 V60 Z")
    (tmp_path / "tower.svg").write_text(wide, encoding="utf-8")
    rows, columns = np.nonzero(own_pixels(ctx, pack(tmp_path), size_px=(100, 240)))
    assert columns.min() >= 1
    assert columns.max() <= 98
    assert np.ptp(columns) / max(np.ptp(rows), 1) == pytest.approx(5.0, abs=0.8)


def test_a_seed_may_mirror_it(ctx: Context, tmp_path: Path) -> None:
    flag = TOWER.replace("V90 Z", "V30 H45 V90 Z")
    (tmp_path / "tower.svg").write_text(flag, encoding="utf-8")
    seen = [own_pixels(ctx, pack(tmp_path, mirror="true"), seed=seed) for seed in range(6)]
    sides = {bool((np.nonzero(one)[1] > one.shape[1] / 2).mean() > 0.5) for one in seen}
    assert sides == {True, False}


def test_a_png_with_a_transparent_ground_is_drawn_alike(tmp_path: Path) -> None:
    (tmp_path / "tower.svg").write_text(TOWER, encoding="utf-8")
    image = Image.new("RGBA", (100, 100))
    image.paste((0, 0, 0, 255), (40, 10, 60, 90))
    image.save(tmp_path / "tower.png")
    one, other = (np.asarray(drawn(tmp_path / f"tower.{end}", 64).getchannel("A"), int) for end in ("svg", "png"))
    assert one.shape == other.shape == (64, 16)
    assert np.abs(one - other)[1:-1, 1:-1].mean() < 4


def test_edges_face_outwards(tmp_path: Path) -> None:
    (tmp_path / "tower.svg").write_text(TOWER, encoding="utf-8")
    packed = relief(drawn(tmp_path / "tower.svg", 100)).astype(float) / 127.5 - 1
    across, up = packed[packed.shape[0] // 2, :, 0], packed[:, packed.shape[1] // 2, 1]
    assert across.argmin() < 6 < len(across) - 6 < across.argmax()
    assert up.argmin() < 6 < len(up) - 6 < up.argmax()
    assert min(across.max(), up.max(), -across.min(), -up.min()) > 0.5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"<svg", "damaged"),
        (b"<html/>", "damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "how large"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 1 1'>&a;</svg>", "entities"),
    ],
)
def test_a_file_that_is_no_drawing_is_a_mistake_at_its_key(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / "tower.svg").write_bytes(content)
    with pytest.raises(Unreadable) as caught:
        read_world(pack(tmp_path))
    (problem,) = caught.value.problems
    assert said in str(problem)
    assert problem.line == 8


def test_one_on_which_nothing_stands_is_found_by_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tower.svg").write_text(EMPTY, encoding="utf-8")
    with pytest.raises(Unfit):
        drawn(tmp_path / "tower.svg", 64)
    assert main(["check", str(pack(tmp_path))]) == Exit.PROBLEMS
    assert "nothing stands" in capsys.readouterr().out


def test_another_drawing_in_the_same_file_is_another_shape(tmp_path: Path) -> None:
    file = tmp_path / "tower.svg"
    file.write_text(TOWER, encoding="utf-8")
    before = read_world(pack(tmp_path)).layers[1]
    file.write_text(TOWER.replace("V10", "V30 "), encoding="utf-8")
    after = read_world(tmp_path).layers[1]
    assert isinstance(before, Silhouette)
    assert isinstance(after, Silhouette)
    assert not before.same_file(after)
