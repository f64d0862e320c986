"""What stands around in each scene: when its first echoes come."""

from __future__ import annotations

from dataclasses import dataclass

from worlds.format.space import SceneName


@dataclass(frozen=True)
class Scene:
    """First echoes in two steps: each sound is heard at all moments of the first, and each of those again at all
    moments of the second; so four and four make sixteen, as images in walls that face each other do."""

    near_s: tuple[float, float, float, float]
    far_s: tuple[float, ...]
    """Beside the first; at most eight."""
    jitter_ratio: float
    """By how much a seed may move them all, and each by itself."""
    fed_s: tuple[float, float]
    """From when to when the reverberation is fed; it begins 43 ms later."""
    joined_s: float = 0.0
    """When the reverberation has taken over."""
    share: float | None = None
    """How much of all that comes back they are; None: as much as has come of an even decay until then."""
    decay_s: float | None = None
    """In what time they fall by 60 dB; None: as the whole does."""
    low_pass_hz: float | None = None
    """What the way takes."""
    sides: tuple[float, ...] = ()
    """From where each of the second step comes, -1 left to 1 right; empty: from everywhere."""


SCENES: dict[SceneName, Scene | None] = {
    "room": Scene(
        (0.004, 0.0059, 0.0083, 0.0116), (0.0, 0.0087, 0.0171, 0.0269), 0.05, fed_s=(0.002, 0.03), joined_s=0.045
    ),
    "cave": Scene(
        (0.015, 0.0187, 0.0239, 0.0301), (0.0, 0.0081, 0.0173, 0.0293), 0.05, fed_s=(0.012, 0.06), joined_s=0.06
    ),
    "forest": Scene(
        (0.010, 0.0143, 0.0191, 0.0257),
        (0.0, 0.0079, 0.0163, 0.0239, 0.0301, 0.0377, 0.0451, 0.0533),
        0.05,
        fed_s=(0.012, 0.06),
        joined_s=0.062,
    ),
    "lake": Scene(
        # The far shore and the one beyond; its trees draw each echo out a little.
        (0.0, 0.0071, 0.0153, 0.0267),
        (0.72, 1.46),
        0.2,
        fed_s=(0.012, 0.06),
        share=0.5,
        decay_s=14.0,
        low_pass_hz=2000.0,
        sides=(-0.5, 0.6),
    ),
    "none": None,
}
