"""Words that tell person, body, place and number of a phrase (``reference_words.toml``)."""

import tomllib
from pathlib import Path

_TABLES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

PRONOUNS: dict[str, tuple[str, str]] = {
    **dict.fromkeys(("he", "him", "his", "himself"), ("person", "male")),
    **dict.fromkeys(("she", "her", "hers", "herself"), ("person", "female")),
    **dict.fromkeys(("it", "its", "itself"), ("thing", "")),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), ("many", "")),
}
"""What each third-person pronoun asks of its antecedent: person, thing or many, and the gender."""

TITLE_NOUNS: dict[str, str] = _TABLES["title_nouns"]
"""Shortened titles and the noun that a later description uses."""
ALIKE: dict[str, str] = _TABLES["alike"]
"""Nouns that take the place of another in a later description."""


def _words(name: str) -> frozenset[str]:
    return frozenset(_TABLES[name].split())


REFLEXIVES, DEFINITE = _words("reflexives"), _words("definite")
PERSON_NOUNS, BODY_NOUNS, PLACE_NOUNS = _words("person_nouns"), _words("body_nouns"), _words("place_nouns")
PLURAL_NOUNS, SINGULAR_IN_S = _words("plural_nouns"), _words("singular_in_s")
