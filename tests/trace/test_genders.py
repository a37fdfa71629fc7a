"""Whom "he" and "she" cannot mean, by the names, titles and nouns of a report."""

import pytest

from crossread.model.report import Published, Report
from crossread.trace import mentions


@pytest.fixture(scope="module")
def speakers(annotator):
    """Text to the innermost source of each mention, by the mention's words."""

    def of(text: str) -> dict[str, str]:
        found = mentions.told(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
        return {m.text: m.chain[-1].name for m in found.mentions if len(m.chain) > 1}

    return of


def said_by(found: dict[str, str], words: str) -> set[str]:
    return {name for text, name in found.items() if words in text}


def test_she_is_not_the_man_who_spoke_last(speakers):
    found = speakers(
        "Hanne Torv, the mayor, met Sigurd Aker, the owner, on Monday. Aker said that the pier was safe. "
        "She said that nobody would walk on it."
    )
    assert said_by(found, "nobody would walk") == {"Hanne Torv"}


def test_a_title_that_comes_later_tells_it_too(speakers):
    found = speakers(
        "Mayor Lopez met the owner, Berger, in the harbour. Berger said that the pier was safe. She said that nobody "
        "would walk on it. Mr Berger left at noon, Ms Lopez an hour later."
    )
    assert said_by(found, "nobody would walk") == {"Lopez"}


def test_where_nothing_tells_the_last_who_spoke_speaks_on(speakers):
    found = speakers("Berrow, the owner, said that the pier was safe. He said that nobody had walked on it.")
    assert said_by(found, "nobody had walked") == {"Berrow"}
