"""A meadow: the lie of its slope, its grass, its flowers, and what wind and hands do to them."""
