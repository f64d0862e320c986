"""The window and what it is made of: time, fades, the stage the worlds appear on, keys, words over the picture."""
