"""The same words in two reports are one claim, even where a pronoun among them is read in two ways."""

import numpy as np
from tests.stories import pipeline

from crossread.align import apart, verbatim
from crossread.align.join import Aligner
from crossread.model.mention import Link, Mention
from crossread.read import read


def told(report: str, text: str, proposition: str) -> Mention:
    return Mention(report, 0, len(text), text, proposition, "affirmed", "asserted", (Link(report, "report"),))


def test_same_words_of_two_reports_are_a_pair_whatever_they_stand_for():
    mentions = (
        told("r00", "A court sentenced her in July", "A court sentenced Vestby in July"),
        told("r01", "A court sentenced her in July,", "A court sentenced Elvestad in July"),
        told("r01", "A court sentenced her in July", "A court sentenced Vestby in July"),
        told("r02", "A court sentenced her", "A court sentenced Vestby"),
    )
    assert verbatim.pairs(mentions) == {(0, 1), (0, 2)}


def test_a_few_words_are_anybodys():
    mentions = (told("r00", "he did not comment", "x"), told("r01", "he did not comment", "y"))
    assert verbatim.pairs(mentions) == set()


def test_nothing_but_polarity_keeps_the_same_words_apart(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("The navy said on Monday: the old ferry was found north of the harbour of Osk.")
    (tmp_path / "b.txt").write_text("Nobody was hurt, and the old ferry was found north of the harbour of Osk.")
    story = pipeline().traced(read([str(tmp_path)]), []).story
    monkeypatch.setattr(apart, "by_features", lambda x, *_: np.ones(len(x), np.bool_))
    aligner = pipeline().align
    assert isinstance(aligner, Aligner)
    pairs, _, barred = aligner.score(story)
    same = verbatim.pairs(story.mentions)
    assert same
    assert all(bar != ((i, j) in same) for (i, j), bar in zip(pairs.tolist(), barred.tolist(), strict=True))
