"""Tells: which of the annotator's attributions tell a saying, though the cue alone would not."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import sayings


@pytest.fixture
def told(annotator):
    """Who says what in a text, and whether it is denied: (source, content, denies)."""

    def found(text: str) -> list[tuple[str, str, bool]]:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        out = []
        for s in sayings.find(annotated, Tree(annotated)):
            source = s.source.of(text) if s.source is not None else ""
            out.append((source, " … ".join(c.of(text).strip(" ,.") for c in s.content), s.denies))
        return out

    return found


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The port has reserves for fourteen days, the ministry reassures.", "the ministry", "The port has reserves"),
        ("Captain Marlow had logged 11,300 hours, per the airline.", "the airline", "Captain Marlow had logged"),
        ("The fire started in the kitchen, as the police reported.", "the police", "The fire started in"),
        ("The log shows a new certificate for the gateway.", "The log", "a new certificate"),
        ("Ann Marlow, the cabinet's fixer, remembers no meeting.", "Ann Marlow, the cabinet's fixer,", "no meeting"),
        ("By its own account the firm lost nine million.", "its", "the firm lost nine million"),
        ("A fault was reported on the eastern cable.", "", "A fault was reported on the eastern cable"),
        (
            "Contacted by this newspaper, the union goes further: everything was stopped during two days.",
            "the union",
            "everything was stopped",
        ),
        ("There is no record of any call, answers Lohse.", "Lohse", "There is no record"),
        (
            "Oslo says that its patrols are meant to curb smuggling. The union, however, sees another motive: spite.",
            "The union",
            "another motive",
        ),
        ("Officials ascribe the fall to the weather.", "Officials", "the fall to the weather"),
        ("By police count, three people were robbed.", "police", "three people were robbed"),
        ("The strike was a success, in the judgment of the union.", "the union", "The strike was a success"),
        (
            "A secret call between the two leaders has come to light, first reported by the Northern Herald.",
            "the Northern Herald",
            "A secret call",
        ),
        (
            "Most of the money, say diplomats who would say so only at dinner, came from European capitals.",
            "diplomats who would say so only at dinner",
            "Most of the money … came from European capitals",
        ),
    ],
)
def test_who_tells_it_behind_a_comma_in_a_document_or_by_a_phrase(told, text, source, content):
    assert any(s == source and c.startswith(content) and not d for s, c, d in told(text)), told(text)


def test_who_does_not_dispute_a_thing_lets_it_stand(told):
    assert told("The ministry does not dispute that the paper is real.") == [
        ("The ministry", "that the paper is real", False)
    ]
    assert told("The ministry disputes that the paper is real.") == [("The ministry", "that the paper is real", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The fire started in the kitchen, as the police had feared.",
        "Ann Marlow left at noon: her train was late.",
        "Ann Marlow's account with the bank stands at nine pounds.",
        "The firm's suit, lodged in Mannheim, has been answered by a suit in Waco.",
        "The ministry did not disclose that the paper is real.",
        "The results will force Senator Ann Marlow to acknowledge a hard reality.",
    ],
)
def test_what_nobody_says(told, text):
    assert told(text) == []


def test_the_holder_of_a_post_is_not_set_apart_by_what_others_are_told(told):
    text = (
        "Ann Marlow, chair of the Commons committee, told the Herald that Dexter Quill had offered her a post, set up."
    )
    assert all("Quill" not in source for source, _, _ in told(text)), told(text)
