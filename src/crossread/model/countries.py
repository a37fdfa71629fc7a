"""Countries with the names that they and their governments go by in the news (``countries.toml``)."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import msgspec


class Country(msgspec.Struct, frozen=True):
    """A country with the names its government goes by in the news."""

    name: str
    capital: str
    adjectives: tuple[str, ...]
    aliases: tuple[str, ...]


@lru_cache(maxsize=1)
def countries() -> tuple[Country, ...]:
    """All of them, in the order of the table."""
    raw = tomllib.loads(files("crossread.model").joinpath("countries.toml").read_text(encoding="utf-8"))
    return tuple(msgspec.convert(raw["countries"], list[Country]))


@lru_cache(maxsize=1)
def name_words() -> frozenset[str]:
    """Every word of their names, capitals and adjectives that begins with a capital."""
    names = (n for row in countries() for n in (row.name, row.capital, *row.adjectives, *row.aliases))
    return frozenset(word for name in names for word in name.split() if word[0].isupper())
