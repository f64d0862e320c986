"""What must hold before a kiosk's window opens."""

from __future__ import annotations

import subprocess
import sys


def test_nothing_draws_before_the_window_has_set_its_options() -> None:
    """Else pyglet looks for a sound card, and a missing GL library is no longer told in a sentence."""
    code = "import sys, game.kiosk.running; sys.exit('arcade' in sys.modules or 'pyglet' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
