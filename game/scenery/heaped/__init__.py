"""Heaped clouds: how one is built, and where they sail."""
