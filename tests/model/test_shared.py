"""What a joined verb shares with the first one: helping verbs, negation, what an infinitive hangs on."""

import pytest
from tests.trace.test_propositions import writes

from crossread.model.report import Published, Report
from crossread.model.shared import governing, shared
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.certainty import certainty, polarity
from crossread.trace.chains import Chains

JOINED = [
    ("The man may have fled to Reen and joined the rebels.", "joined the rebels", "may have", "affirmed", "hedged"),
    ("She has not paid her fine or left the town.", "left the town", "has not", "negated", "asserted"),
    ("The firm will close its gates and open two schools.", "open two schools", "will", "affirmed", "asserted"),
    ("The firm wants to build a bridge and sell its boats.", "sell its boats", "wants to", "affirmed", "asserted"),
    ("Two men were arrested and charged with theft.", "charged with theft", "were", "affirmed", "asserted"),
    ("She was released and thanked the two judges.", "thanked the two judges", "", "affirmed", "asserted"),
    ("He will go home and said so to the board.", "said so to the board", "", "affirmed", "asserted"),
    ("He did not give a name, but named the town.", "named the town", "", "affirmed", "asserted"),
    ("The bank closed a branch and sold its boats.", "sold its boats", "", "affirmed", "asserted"),
]


@pytest.mark.parametrize(("text", "part", "words", "polar", "sure"), JOINED)
def test_what_a_joined_verb_shares(annotator, text, part, words, polar, sure):
    annotated = annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
    tree = Tree(annotated)
    start = text.index(part)
    extent = Extent(start, start + len(part))
    found = shared(tree, tree.inside(extent)[0])
    assert " ".join(tree.words[t] for t in found) == words
    assert polarity(annotated, extent) == polar
    assert certainty(annotated, extent, Chains(annotated).of(extent)[:1]) == sure


def test_a_joined_verb_is_told_with_what_it_shares(annotator):
    text = "The council may neither publish the minutes of the meeting nor accept them in court."
    assert writes(annotator, text, "nor accept them in court").startswith("The council may not accept")


def test_the_verbs_over_an_infinitive(annotator):
    text = "The firm has agreed to begin to pay its drivers."
    tree = Tree(annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published())))
    assert [tree.words[t] for t in governing(tree, tree.words.index("pay"))] == ["has", "agreed", "to", "begin"]
