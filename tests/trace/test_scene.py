"""Scenes: whom "he" and "she" mean by the build of the sentences around them."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace import antecedents
from crossread.trace.chains import Chains

BEFORE = "Adam Kolar spoke first on Monday. Adam Kolar said the dam would hold."


@pytest.fixture
def speaker(annotator):
    """Who says what a piece of a text tells."""

    def found(text: str, piece: str) -> str:
        annotated = annotator.annotate(Report("r00", "r.txt", "", f"{BEFORE}\n{text}", "en", Published()))
        start = annotated.report.text.index(piece)
        sentence = annotated.sentences[annotated.sentence_number(start) or 0]
        piece_at = Tree(annotated).extent(
            i for i in Tree(annotated).inside(sentence) if start <= annotated.tokens[i].start < start + len(piece)
        )
        return Chains(annotated).of(piece_at)[-1].name

    return found


def test_who_acted_in_the_sentence_before_says_what_is_quoted(speaker):
    text = "Peter Varga backed the mayor on Friday. “I see no danger in it,” he said."
    assert speaker(text, "I see no danger") == "Peter Varga"


def test_whom_a_quotation_names_did_not_say_it(annotator):
    text = f"{BEFORE}\nPeter Varga escaped with a broken wrist. “Varga has driven the line for years,” he said."
    annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
    at = text.rindex("he said")
    assert Chains(annotated).scene.acted(Extent(at, at + 2), "he") is None


def test_a_pronoun_before_its_name_in_one_sentence_is_that_name(speaker):
    text = "Even as he accused the ministry of a cover-up, Peter Varga would not resign."
    assert speaker(text, "a cover-up") == "Peter Varga"


def test_a_line_names_whom_a_pronoun_before_the_name_means(annotator):
    text = f"{BEFORE}\nDuring his attack, Peter Varga shouted at the guards."
    annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
    read = antecedents.read(annotated, Tree(annotated), Chains(annotated))
    assert [a.of(text) for p, a in read.items() if p.of(text) == "his"] == ["Peter Varga"]


def test_an_item_of_a_ticker_begins_anew(speaker):
    text = "9:40 p.m.\n\nPeter Varga says he likes the place.\n\n___\n\n10 p.m.\n\n“The vote goes on,” he says."
    assert speaker(text, "The vote goes on") != "Peter Varga"
