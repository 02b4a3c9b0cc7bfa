"""The event log and its read model, on SQLAlchemy Core."""
