"""What a beach is made of: the way its shore runs, and the sheets its foam and ripples are taken from."""
