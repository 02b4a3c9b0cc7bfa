"""Where do announcements come from? Adapters that read sources and hand on values."""
