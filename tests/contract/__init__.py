"""One suite for every implementation of a port, and what it runs on."""
