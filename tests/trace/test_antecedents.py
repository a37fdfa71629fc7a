"""Antecedents: what pronouns stand for, held against who speaks."""

import msgspec
import pytest

from crossread.model.annotated import Reference
from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace import antecedents
from crossread.trace.chains import Chains


@pytest.fixture
def read(annotator):
    """Pronouns in order of place, each with the words that it is read as."""

    def found(text: str) -> list[tuple[str, str]]:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        known = antecedents.read(annotated, Tree(annotated), Chains(annotated))
        return [(p.of(text), a.of(text)) for p, a in sorted(known.items())]

    return found


def test_who_is_reported_to_say_what_he_does_is_he(read):
    text = "Tomas Brandt met the mediator on Monday. Daniel Resk says that he is ready to mediate."
    assert ("he", "Daniel Resk") in read(text)


def test_a_pronoun_of_the_other_gender_is_somebody_else(read):
    text = "Ada Reen quit. She left at noon, and she did not look back. Ada Reen said that he had lied to her."
    assert ("he", "Ada Reen") not in read(text)


def test_nobody_calls_himself_he_in_his_own_words(read):
    text = 'Tomas Brandt spoke on Monday. "He wanted them to feel it," Tomas Brandt said.'
    assert ("He", "Tomas Brandt") not in read(text)


def test_a_person_is_read_as_a_name_only(read):
    assert all(a[0].isupper() for p, a in read("The governor met the senator. He left at noon.") if p in ("He", "he"))


def test_it_is_what_was_told_not_who_told_it(read):
    text = "The quake struck at dawn in the Lowell hills, the Harbour Survey Institute said. It flattened forty houses."
    assert "It" not in dict(read(text))


def test_who_acts_goes_before_who_only_spoke(read):
    text = (
        "Police Inspector Dave Olin said the two falls were not related. On Friday, Duncan Brandt died after a fall "
        "from a ridge. He was walking to a hut in the dark."
    )
    assert dict(read(text))["He"] == "Duncan Brandt"


def test_whom_an_account_names_may_be_he(read):
    text = (
        "Olin spoke on Monday. Dave Olin said that climbers had tried to rescue Brandt by taking him down the glacier."
    )
    assert dict(read(text)).get("him") != "Dave Olin"


def test_nobody_is_both_who_tells_and_who_is_told(read):
    text = "Yvonne Hiller called at noon. Leader, a dispatcher, said so. Leader said she told Hiller to wait."
    assert ("she", "Hiller") not in read(text)
    assert ("she", "Yvonne Hiller") not in read(text)


def test_she_is_no_firm(annotator):
    text = "Tarn Rail fined Ada Olin on Monday, and her lawyer left."
    annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
    her = Extent(text.index("her"), text.index("her") + 3)
    wrong = Reference(her.start, her.end, Extent(0, len("Tarn Rail")))
    known = antecedents.read(
        msgspec.structs.replace(annotated, references=(wrong,)), Tree(annotated), Chains(annotated)
    )
    assert known.get(her, her).of(text) != "Tarn Rail"


def test_she_is_not_he_who_says_it(read):
    text = "Sgt. Ivo Marn said the man fired. Ada Kaff was struck. She fell to the floor and died, he said."
    assert ("She", "Ivo Marn") not in read(text)


def test_who_tells_the_police_what_he_saw_is_not_the_last_one_named(read):
    text = "Daniel Olin said he was ready. He fired, Olin said. Thomas Brandt told police he saw a gun."
    assert ("he", "Olin") not in read(text)
