"""Every kind of layer, one file each, found by the model it declares with `@draws`."""
