"""Rooms in the round: modelled in metres, drawn once, and lit by each of their lights."""
