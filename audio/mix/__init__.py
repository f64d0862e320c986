"""From voices to two safe channels: place, room, loudness, limiter."""
