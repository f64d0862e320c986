"""What the machine has and lacks. Read by `run.py` before any package is there: standard library only."""
