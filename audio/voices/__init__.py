"""Every kind of voice, one file each, found by the model it declares with `@sounds`."""
