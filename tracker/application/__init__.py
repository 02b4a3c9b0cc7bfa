"""What the tracker can be asked to do, one verb a module."""
