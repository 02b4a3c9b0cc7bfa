"""What the work costs beside its limit, its peer, or the same work done bare; run on demand."""
