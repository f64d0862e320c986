"""A desert: how its dunes lie, how light finds them, and what a hand draws in the sand."""
