"""Crossread reads many news reports of one story across each other and writes a dossier."""

__version__ = "0.1.0"
