"""Out-of-focus views painted once in numpy: gardens, roofs and waterfronts, and their lamps."""
