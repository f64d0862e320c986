"""What `run.py` does on a first start. Standard library only, in a syntax Python 3.6 reads."""
