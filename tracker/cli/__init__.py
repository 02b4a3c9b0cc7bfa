"""The commands: what a person types, and what they read."""

from tracker.cli.main import main

__all__ = ["main"]
