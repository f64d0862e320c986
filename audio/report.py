"""What the audio process and its handle tell each other besides messages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Report:
    """Where the sound goes."""

    output: str
    """"portaudio", "sdl", "file", "none", or "" while that is not known yet."""
    device: str
    """What the system calls the device."""
    refusals: dict[str, str]
    """Outputs tried in vain, a sentence each."""
    trouble: str = ""
    """What is wrong just now, in a sentence; empty when nothing is."""

    def __str__(self) -> str:
        if self.trouble:
            return self.trouble
        if not self.output:
            return "starting"
        if self.output == "none":
            return "no sound: " + ("; ".join(self.refusals.values()) or "none was asked for")
        return f"{self.device} through {self.output}"


@dataclass(frozen=True)
class End:
    """The game asks the process to fade out and end."""

    fade_s: float
