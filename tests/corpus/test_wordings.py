"""The wordings keep to their form, and what does not is refused with its file and line."""

from collections import Counter

import pytest

from checks import SENTENCE_WORDS
from wordings import Fault, Wording, situation, situations, wording


@pytest.fixture(scope="module")
def everything():
    return situations()


def test_every_file_keeps_to_the_form(everything):
    assert len(everything) >= 600
    assert sum(len(c.wordings) for s in everything for c in s.claims) >= 30_000


def test_no_sentence_stands_twice(everything):
    told = Counter(
        w.text.casefold()
        for s in everything
        for c in s.claims
        for w in c.wordings
        if len(w.text.split()) >= SENTENCE_WORDS
    )
    assert [text for text, n in told.items() if n > 1] == []


def test_the_ends_of_a_wording_are_those_of_its_brackets():
    found = wording("Police say [nobody was hurt], for now.")
    assert found == Wording("Police say nobody was hurt, for now.", 11, 26)
    assert found is not None
    assert found.text[found.start : found.end] == "nobody was hurt"


@pytest.mark.parametrize("line", ["no brackets", "[two] of [them]", "[]", "[not closed", "closed] before [it"])
def test_a_line_without_one_pair_of_brackets_is_none(line):
    assert wording(line) is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("# T\nno claim yet\n", "x.txt:2"),
        ("# T\n## a | One.\n[one]\n[two]\n", "x.txt: claim a"),
        ("# T\n## a < b | One.\n[one]\n[two]\n[three]\n## c | Two.\n[one]\n[two]\n[three]\n", "x.txt: claim a"),
        ("## a | One.\n[one]\n[two]\n[three]\n## b | Two.\n[one]\n[two]\n[three]\n", "x.txt: no title"),
    ],
)
def test_a_file_that_breaks_the_form_is_named(tmp_path, text, fault):
    path = tmp_path / "x.txt"
    path.write_text(text, "utf-8")
    with pytest.raises(Fault, match=fault):
        situation(path)


def test_links_between_claims_are_read(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("# T\n" + "".join(f"## {h} | G.\n[a]\n[b]\n[c]\n" for h in ("a", "b < a", "c ~ a < b")), "utf-8")
    a, b, c = situation(path).claims
    assert (a.against, b.against, c.against, c.refines) == (set(), {"a"}, {"b"}, {"a"})
