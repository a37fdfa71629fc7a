"""What tells a person's gender in English news: nouns, titles and given names (``genders.toml``)."""

import tomllib
from collections.abc import Collection
from importlib.resources import files
from typing import Literal

Gender = Literal["male", "female", ""]
"""Of somebody by the words of a report; "" where they do not tell, or tell both."""

_TABLES = tomllib.loads(files("crossread.model").joinpath("genders.toml").read_text(encoding="utf-8"))


def _words(name: str) -> frozenset[str]:
    return frozenset(_TABLES[name].split())


MALE_NOUNS, FEMALE_NOUNS = _words("male_nouns"), _words("female_nouns")
MALE_NAMES, FEMALE_NAMES = _words("male_names"), _words("female_names")
PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "male"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "female"),
}
"""The gender that a pronoun asks for."""


def told(said: Collection[str], given: str = "") -> Gender:
    """The gender that nouns and titles beside a name, and the given name, tell; all in lower case."""
    male = not MALE_NOUNS.isdisjoint(said) or given in MALE_NAMES
    female = not FEMALE_NOUNS.isdisjoint(said) or given in FEMALE_NAMES
    return "" if male == female else "male" if male else "female"
