"""Crossread reads many news reports of one story across each other and writes a dossier."""

import logging

__version__ = "0.1.0"

# Silent unless the program that uses it sets logging up.
logging.getLogger(__name__).addHandler(logging.NullHandler())
