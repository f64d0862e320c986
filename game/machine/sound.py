"""Trying one output of the sound. Run this in a process of its own, see `probe`."""

from __future__ import annotations

from typing import Any

from game.text import told


def opened(name: str) -> dict[str, Any]:
    """Open an output by its name, and say what answered."""
    from audio.output.output import NoOutput
    from audio.output.search import WAYS

    try:
        output = WAYS[name]()
    except NoOutput as refusal:
        return {"works": False, "device": "", "why": told(refusal.why)}
    answer = {"works": True, "device": output.device, "why": ""}
    output.close()
    return answer
