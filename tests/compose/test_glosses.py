"""Glosses: a report's own words in one line, with all that is the program's in square brackets."""

import pytest

from crossread.compose.glosses import Glosses, marked
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report
from crossread.model.story import Story
from crossread.trace.mentions import told


def told_as(text: str, proposition: str, certainty="asserted") -> Mention:
    return Mention("r00", 0, len(text), text, proposition, "affirmed", certainty, (Link("r00", "report"),))


@pytest.mark.parametrize(
    ("text", "proposition", "shown"),
    [
        ("dismissed forty drivers", "The company dismissed forty drivers", "[The company] dismissed forty drivers"),
        ("He resigned on Friday", "Ada Reen resigned on Friday", "He [Ada Reen] resigned on Friday"),
        ("his driver left", "Torben Rosen's driver left", "his [Torben Rosen's] driver left"),
        ("and the bank fell", "the bank fell", "the bank fell"),
        ("it fell, she said, on Monday", "it fell on Monday", "it fell, … on Monday"),
        ("Reen said he would go", "Reen said Ada Reen would go", "Reen said he would go"),
        ("made him his aide", "made Ada Reen Ada Reen's aide", "made him his aide"),
        ("which opened in 1911", "The bridge opened in 1911", "[The bridge] opened in 1911"),
        ("closed “in its entirety", "The port closed in its entirety", "[The port] closed “in its entirety"),
    ],
)
def test_what_the_report_does_not_say_stands_in_brackets(text, proposition, shown):
    assert marked(told_as(text, proposition)) == shown


def test_a_reports_own_brackets_are_not_ours():
    assert marked(told_as("He [the minister] resigned", "He [the minister] resigned")) == "He (the minister) resigned"


@pytest.fixture(scope="module")
def lines(annotator):
    """Text to the gloss of each of its mentions, by the mention's words."""

    def of(text: str) -> dict[str, str]:
        annotated = annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
        glosses = Glosses(Story((annotated,)))
        return {m.text: glosses.of([m]) for m in told(annotated).mentions}

    return of


def test_a_sentence_is_a_sentence(lines):
    assert "The minister resigned on Friday." in lines("The minister resigned on Friday.").values()


def test_a_quotation_is_given_verbatim_in_its_marks(lines):
    found = lines("“We told him he could go to Tarsk or another port,” said the harbour master, Ada Reen.")
    assert any(g.startswith("“We told him") and g.rstrip(".").endswith("another port”") for g in found.values())


def test_a_clause_whose_subject_is_elsewhere_gets_it_in_brackets(lines):
    found = lines("The company closed the gates on Monday and dismissed forty drivers.")
    assert "[The company] dismissed forty drivers." in found.values()


def gloss(annotator, text: str, *pieces: tuple[str, str]) -> str:
    """The gloss of several stretches of a text with their propositions."""
    annotated = annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
    mentions = [
        Mention("r00", at, at + len(piece), piece, proposition, "affirmed", "asserted", (Link("r00", "report"),))
        for piece, proposition in pieces
        for at in (text.index(piece),)
    ]
    return Glosses(Story((annotated,))).of(mentions)


def test_words_cut_off_amid_a_phrase_end_in_dots(annotator):
    text = "The cable will be repaired by the end of December in Alexandria."
    assert gloss(
        annotator, text, ("The cable will be repaired by the end", "The cable will be repaired by the end")
    ) == ("The cable will be repaired by the end …")


def test_a_line_that_was_completed_ends_in_a_stop(annotator):
    text = "Ada Reen announced plans to close the mill."
    told = ("Ada Reen announced plans", "Ada Reen announced plans to close the mill")
    assert gloss(annotator, text, told) == "Ada Reen announced plans [to close the mill]."


def test_a_passive_cut_before_who_did_it_or_where_it_lies_ends_in_dots(annotator):
    text = "The wave was triggered by a quake off Tarn."
    assert gloss(annotator, text, ("The wave was triggered", "The wave was triggered")) == "The wave was triggered …"
    text = "One man was killed on Monday."
    assert gloss(annotator, text, ("One man was killed", "One man was killed")) == "One man was killed."


def test_a_clause_that_has_only_begun_ends_in_dots(annotator):
    text = "Olin was held near the house where Ada Reen, 58, and a dog were found."
    part = "Olin was held near the house where Ada Reen"
    assert gloss(annotator, text, (part, part)) == part + " …"


def test_a_charge_is_not_told_as_a_deed(annotator):
    text = "Police held a son accused of killing his mother on Monday."
    told = gloss(annotator, text, ("killing his mother", "a son accused of killing his mother"))
    assert told == "[A son accused of] killing his mother."


def test_a_sentence_goes_before_what_leans_on_another(annotator):
    text = "The ministry named the group a gang on Monday. The paper wrote of the ministry naming the group a gang."
    pieces = [
        ("naming the group a gang", "the ministry naming the group a gang"),
        ("The ministry named the group a gang", "The ministry named the group a gang"),
    ]
    assert gloss(annotator, text, *pieces) == "The ministry named the group a gang."
    assert gloss(annotator, text, *pieces[::-1]) == "The ministry named the group a gang."


def test_what_most_mentions_share_is_told(annotator):
    text = "The bridge closed on Monday. The old bridge closed on Monday at noon. The traffic stopped."
    pieces = [
        (s, s)
        for s in ("The old bridge closed on Monday at noon", "The bridge closed on Monday", "The traffic stopped")
    ]
    assert gloss(annotator, text, *pieces) == "The bridge closed on Monday."


def test_a_gloss_is_one_line(annotator):
    text = "The bridge\nclosed — for good."
    assert "\n" not in gloss(annotator, text, ("The bridge\nclosed", "The bridge closed"))


def test_no_line_ends_on_a_word_that_opens_something(annotator):
    text = "The storm hit as many as forty towns in regions such as Orrin and Tarn on Friday."
    piece = "The storm hit as many as forty towns in regions such as"
    assert gloss(annotator, text, (piece, piece)).endswith("such as …")


def test_a_role_has_its_verb_from_us(lines):
    found = lines("Finance Minister Clara Hoffman resigned on Monday.")
    assert "Clara Hoffman [is] Finance Minister." in found.values()


def test_what_is_supposed_keeps_its_if(annotator):
    text = "The drivers will strike if the company closes the depot in Tarn."
    piece = "the company closes the depot in Tarn"
    assert gloss(annotator, text, (piece, piece)) == "If the company closes the depot in Tarn."


def test_a_condition_holds_for_what_is_joined_to_it(lines):
    found = lines("If Olin refuses to leave the palace and Varga hesitates to act, both could suffer.")
    assert "If Varga hesitates to act." in found.values()


def test_a_span_of_time_alone_is_cut(annotator):
    text = "The shots fell minutes after she had left the plant."
    assert gloss(annotator, text, ("The shots fell minutes", "The shots fell minutes")) == "The shots fell minutes …"


def test_what_nobody_believes_is_told_as_such(annotator):
    text = "Residents don't believe Gray had a gun."
    assert gloss(annotator, text, ("Gray had a gun", "Gray had a gun")) == "[Residents don't believe] Gray had a gun."


def test_a_verb_keeps_its_not_whole(annotator):
    text = "That doesn't mean losses in May will prompt shifts."
    piece = "losses in May will prompt shifts"
    assert gloss(annotator, text, (piece, piece)).startswith("[Doesn't mean] losses")


def test_a_clause_goes_before_a_participle_without_its_subject(annotator):
    text = "A call that comes at a moment of rising tension. It came in the context of rising tension."
    pieces = [
        ("of rising tension", "the context of rising tension"),
        ("that comes at a moment of rising tension", "a call comes at a moment of rising tension"),
    ]
    assert gloss(annotator, text, *pieces) == "[A call] comes at a moment of rising tension."
