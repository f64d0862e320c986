"""Water on a window: where each drop is at a moment, as pure functions of time and touches."""
