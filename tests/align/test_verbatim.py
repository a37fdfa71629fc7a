"""The same words in two reports are one claim, even where a pronoun among them is read in two ways."""

from crossread.align import verbatim
from crossread.model.mention import Link, Mention


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
