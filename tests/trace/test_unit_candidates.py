"""Candidates: every stretch that could be a unit, cut where a dependent begins or ends."""

from crossread.model.annotated import Annotated, Sentence, Token
from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import unit_candidates

# (word, class, head, relation) of one sentence.
SENTENCE = [
    ("The", "DET", 1, "det"),
    ("fire", "NOUN", 2, "nsubj"),
    ("destroyed", "VERB", -1, "root"),
    ("a", "DET", 4, "det"),
    ("warehouse", "NOUN", 2, "obj"),
    ("on", "ADP", 6, "case"),
    ("Monday", "PROPN", 2, "obl"),
    (",", "PUNCT", 8, "punct"),
    ("killing", "VERB", 2, "advcl"),
    ("three", "NUM", 10, "nummod"),
    ("workers", "NOUN", 8, "obj"),
    (".", "PUNCT", 2, "punct"),
]


def tree(sentence: list[tuple[str, str, int, str]] = SENTENCE) -> Tree:
    text = " ".join(word for word, *_ in sentence)
    tokens, at = [], 0
    for word, upos, head, deprel in sentence:
        tokens.append(Token(at, at + len(word), upos, head, deprel))
        at += len(word) + 1
    report = Report("r00", "r.txt", "0" * 64, text, "en", Published())
    return Tree(Annotated(report, (Sentence(0, len(text), 0, len(tokens)),), tuple(tokens)))


def stretches(sentence: list[tuple[str, str, int, str]] = SENTENCE) -> list[str]:
    t = tree(sentence)
    found = unit_candidates.find(t, t.sentences[0], unit_candidates.Reach(t))
    return [" ".join(t.words[c.first : c.last]) for c in found]


def test_a_clause_is_cut_before_and_after_what_hangs_on_it():
    found = stretches()
    assert "The fire destroyed a warehouse" in found
    assert "The fire destroyed a warehouse on Monday" in found
    assert "destroyed a warehouse on Monday" in found
    assert "killing three workers" in found
    assert "on Monday" in found


def test_a_verb_is_never_cut_from_its_object():
    assert not any(s.endswith(("destroyed", "killing")) for s in stretches())


def test_marks_and_connectives_stand_at_no_edge():
    assert all(s[0].isalnum() and s[-1].isalnum() for s in stretches())


def test_reach_is_the_stretch_below_a_word():
    reach = unit_candidates.Reach(tree())
    assert (reach.low[8], reach.high[8]) == (7, 11)
    assert (reach.low[2], reach.high[2]) == (0, 12)


def test_a_comma_hung_on_a_word_before_a_clause_does_not_hold_that_clause():
    sentence = [
        ("Traffic", "NOUN", 2, "nsubj"),
        ("was", "AUX", 2, "cop"),
        ("down", "ADJ", 8, "ccomp"),
        ("while", "SCONJ", 5, "mark"),
        ("calls", "NOUN", 5, "nsubj"),
        ("failed", "VERB", 8, "ccomp"),
        (",", "PUNCT", 2, "punct"),
        ("she", "PRON", 8, "nsubj"),
        ("said", "VERB", -1, "root"),
    ]
    assert "Traffic was down" in stretches(sentence)


def test_no_stretch_ends_on_and_nor_on_a_bare_what():
    sentence = [
        ("It", "PRON", 1, "nsubj"),
        ("cut", "VERB", -1, "root"),
        ("what", "PRON", 1, "obj"),
        ("it", "PRON", 4, "nsubj"),
        ("spends", "VERB", 2, "acl:relcl"),
        ("and", "CCONJ", 6, "dep"),
        ("waits", "VERB", 1, "conj"),
    ]
    assert not [s for s in stretches(sentence) if s.split()[-1] in ("what", "and")]
