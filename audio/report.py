"""What the audio process and its handle tell each other besides messages."""

from __future__ import annotations

from dataclasses import dataclass

from worlds.said import listed, said

RETIRED = 3
"""Exit code of a process that had no output and makes way for a fresh one, as nothing was heard of it."""


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
    fault: str = ""
    """What of the world that sounds is not heard, since it failed, in a sentence."""

    @property
    def lack(self) -> str:
        """Why nothing is heard, or not all of it, in a sentence (`worlds.said`); empty while all is well."""
        if self.trouble or self.output != "none":
            return self.trouble or self.fault
        return said("No sound: {why}.", why=listed(self.refusals.values())) if self.refusals else self.fault

    def __str__(self) -> str:
        if self.lack:
            return str(self.lack)
        if not self.output:
            return "starting"
        return f"{self.device} through {self.output}" if self.device else "no sound: none was asked for"


@dataclass(frozen=True)
class End:
    """The game asks the process to fade out and end."""

    fade_s: float
