"""Where the signals come from: clock, hour, weather, stir, drift, breath."""
