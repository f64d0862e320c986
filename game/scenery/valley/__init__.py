"""A snowy valley: how it lies, what grows in it, and the house that stands there."""
