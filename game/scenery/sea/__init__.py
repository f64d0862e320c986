"""What layers under water share: the light that comes in, the blue that takes all, the net of light."""
