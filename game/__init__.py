"""What a world looks and plays like: scenery, signals, the journey of a visit, the window, the commands."""
