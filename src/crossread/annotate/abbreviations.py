"""Words that keep their full stop, by whether a sentence may end after them (``abbreviations.toml``)."""

import tomllib
from pathlib import Path

_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

TITLES: frozenset[str] = frozenset(_TABLES["titles"].split())
"""A name or number follows: no sentence ends after these."""
ENDING: frozenset[str] = frozenset(_TABLES["ending"].split())
"""A sentence ends after these where a word follows that begins one."""
STARTERS: frozenset[str] = frozenset(_TABLES["starters"].split())
"""Words that, with a capital, begin a sentence after an abbreviation."""
