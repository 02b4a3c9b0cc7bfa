"""What does an announcement's text say? Pure functions from text to values."""
