"""Ways out for the sound: PortAudio, SDL, a file, or none. Each is a file of its own."""
