"""Ways out for the sound: PortAudio, SDL, a file, or none. Each is a file of its own."""

ORDER = ("portaudio", "sdl", "none")
"""Every output a device can be had by, by name, in the order they are tried."""
