"""The questions over HTTP, for programs: JSON in, JSON out, nothing changes."""
