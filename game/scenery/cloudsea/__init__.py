"""A sea of cloud: its rows of heaped cloud, the crags that stand in it, and where they stand."""
