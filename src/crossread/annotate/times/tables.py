"""The rule tables that lie beside this code."""

import tomllib
from importlib import resources
from typing import Any


def table(file: str) -> dict[str, Any]:
    """One table, by its file name."""
    return tomllib.loads(resources.files(__package__).joinpath(file).read_text("utf-8"))


def word_lists(section: str) -> dict[str, frozenset[str]]:
    """The word lists of one section of ``words.toml``, by name."""
    return {name: frozenset(words.split()) for name, words in table("words.toml")[section].items()}
