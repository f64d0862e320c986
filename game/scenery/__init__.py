"""Layers to pixels. A frame is a pure function of (world, seed, time, signals, touches)."""
