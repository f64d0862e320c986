"""Slow generative music: decides which notes sound when; instruments (voices) make them."""
