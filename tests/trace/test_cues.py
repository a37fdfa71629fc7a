"""The cue table: every form of a verb, and no word in two minds."""

import pytest

from crossread.trace.cues import cues, plural


@pytest.mark.parametrize("form", ["said", "says", "denied", "denies", "announcing", "told", "relays", "warned"])
def test_verbs_are_known_in_every_form(form):
    table = cues()
    assert form in table.say | table.deny


def test_weak_verbs_are_verbs_of_saying_or_denying():
    table = cues()
    assert table.weak <= table.say | table.deny


def test_all_is_in_small_letters():
    table = cues()
    for words in (table.say, table.deny, table.documents, table.unnamed, table.person):
        assert all(w == w.lower() for w in words)


@pytest.mark.parametrize(("word", "expected"), [("speech", "speeches"), ("study", "studies"), ("memo", "memos")])
def test_plurals(word, expected):
    assert plural(word) == expected
