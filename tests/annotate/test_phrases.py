"""Phrases: kind, number and gender as far as words tell them."""

import pytest

from crossread.annotate.phrases import Phrase, name_words, noun_kind, phrases_of
from crossread.model.annotated import Entity, Sentence, Token

TEXT = "Mr. Kerr told the senators his plan."
WORDS = [
    ("Mr.", "PROPN", 2, "nsubj"),
    ("Kerr", "PROPN", 0, "flat"),
    ("told", "VERB", -1, "root"),
    ("the", "DET", 4, "det"),
    ("senators", "NOUN", 2, "iobj"),
    ("his", "PRON", 6, "nmod:poss"),
    ("plan", "NOUN", 2, "obj"),
    (".", "PUNCT", 2, "punct"),
]


@pytest.fixture(scope="module")
def phrases() -> dict[str, Phrase]:
    tokens, at = [], 0
    for word, upos, head, relation in WORDS:
        start = TEXT.index(word, at)
        at = start + len(word)
        tokens.append(Token(start, at, upos, head, relation))
    found = phrases_of(TEXT, tokens, [Sentence(0, len(TEXT), 0, len(tokens))], [Entity(4, 8, "person")])
    return {TEXT[p.start : p.end]: p for p in found}


def test_a_name_takes_gender_from_its_title(phrases):
    assert (phrases["Kerr"].form, phrases["Kerr"].kind, phrases["Kerr"].gender) == ("name", "person", "male")


def test_a_plural_noun(phrases):
    noun = phrases["the senators"]
    assert (noun.form, noun.kind, noun.many, noun.noun, noun.definite) == ("noun", "person", True, "senator", True)


def test_a_pronoun(phrases):
    assert (phrases["his"].form, phrases["his"].kind, phrases["his"].role) == ("pronoun", "person", "nmod:poss")


def test_a_phrase_holds_its_modifiers(phrases):
    assert phrases["his plan"].noun == "plan"


def test_words():
    assert name_words("the Wall Street Journal’s") == ["wall", "street", "journal"]
    assert [noun_kind(n) for n in ("senator", "newspaper", "village", "economist", "cable")] == [
        "person", "organisation", "place", "person", "other",
    ]  # fmt: skip
