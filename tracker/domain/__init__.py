"""The vocabulary: what the tracker speaks of, as values without input or output."""
