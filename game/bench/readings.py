"""What was measured so far, and what comes of it."""

from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Readings:
    """Everything measured of one thing so far, by name."""

    lists: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def take(self, answer: dict[str, Any]) -> None:
        """Add numbers and lists of numbers."""
        for name, value in answer.items():
            if value is not None:
                self.lists[name] += value if isinstance(value, list) else [value]

    def median(self, name: str) -> float | None:
        """The middle of all readings; None if there is none."""
        return rounded(statistics.median(self.lists[name])) if self.lists[name] else None

    def quantile(self, name: str, ratio: float) -> float | None:
        """The reading that a share of all readings stays below."""
        ordered = sorted(self.lists[name])
        return rounded(ordered[min(int(len(ordered) * ratio), len(ordered) - 1)]) if ordered else None

    def most(self, name: str) -> float | None:
        """The highest reading."""
        return rounded(max(self.lists[name])) if self.lists[name] else None


def rounded(value: float) -> float:
    """Four figures: the machine is not steadier than that."""
    return float(f"{value:.4g}")
