"""Plants grown from chance: sketches of triangles that layers place and bake.

A sketch is an array of shape (triangles, 3, 5): x and y in heights of the plant with its foot at (0, 0), the side
a face looks to (-1 left .. 1 right), how much light reaches it (0..1), and its hue (0 needles .. 1 leaves, grass).
Triangles are in painter's order.
"""
