"""Tests of `game.mixes`."""
