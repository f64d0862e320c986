"""Where samples go: PortAudio, SDL, a file, or nowhere, tried in that order."""
