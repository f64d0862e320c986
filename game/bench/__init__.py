"""Measuring: what a world costs on this machine, beside programs that do something like it."""
