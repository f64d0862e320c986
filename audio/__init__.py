"""What a world sounds like: voices and score, mixed and sent out by a process of its own.

This package knows worlds, and no window and no GL.
"""
