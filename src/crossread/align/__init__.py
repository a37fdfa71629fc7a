"""The align room."""
