"""The panel in which a visitor turns the voices of a world."""
