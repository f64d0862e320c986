"""A visitor's mixes of the worlds: how loud each voice shall be; kept, named and carried elsewhere."""
