"""What a world is: the pack format, reading and checking it, signals, light, and the catalogue.

This package knows no window, no GL and no sound.
"""
