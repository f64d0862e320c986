"""`watch`: a window that follows a pack while it is written."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.system.screen import ROOT, SMALL, playing, shown, wait_until_open


class TestWatch:
    """`watch` follows the file."""

    def test_saved_broken_mended_and_gone(self, display: str, tmp_path: Path, world: Path) -> None:
        file = world / "world.toml"
        good = file.read_text(encoding="utf-8")
        with playing(display, tmp_path, "watch", str(world), "--hour", "12", *SMALL) as running:
            wait_until_open(running)
            file.write_text(good + "\n[camera]\nhorizon_ratio = 0.5\n", encoding="utf-8")
            running.wait_for("reload")
            running.wait_for("world", id="meadow")
            file.write_text(good + "\n[camera]\nhorizon_ratoi = 7\n", encoding="utf-8")
            assert running.wait_for("problems")["count"] >= 1
            running.wait_for("frames")
            running.wait_for("frames")
            assert running.picture()[:240, :320].max() > 200
            file.write_text(good, encoding="utf-8")
            running.wait_for("reload")
            shutil.rmtree(world)
            running.wait_for("gone")
            running.wait_for("frames")
            assert shown(running) > 20
            running.do("key", "Escape", "key", "Escape")
            assert running.end() == (0, "")

    def test_a_world_broken_from_the_start_is_told_on_the_command_line(self, display: str, world: Path) -> None:
        (world / "world.toml").write_text("format = 9\n", encoding="utf-8")
        told = subprocess.run(
            [sys.executable, "-m", "game.cli", "watch", str(world)], cwd=ROOT, capture_output=True, text=True
        )
        assert told.returncode == 1
        assert "world.toml:1:" in told.stderr
        assert "Traceback" not in told.stderr
