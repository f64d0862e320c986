"""Alpine pasture: its hills, its woods, its path and its hut."""
