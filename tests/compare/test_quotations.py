"""Quotations: the wordings of one utterance across reports, and the changes that matter."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.compare.quotations import find, group
from crossread.model.annotated import Annotated
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report
from crossread.model.story import Grouped, Story
from crossread.model.words import content_forms


def embed(texts) -> NDArray[np.float32]:
    """Texts by their content words: enough for wordings that share them."""
    forms = sorted({f for t in texts for f in content_forms(t)})
    rows = np.array([[float(f in content_forms(t)) for f in forms] for t in texts], np.float32)
    norm = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(norm == 0, 1, norm)


def story(*tellings: tuple[str, str, str | None], told: tuple[int, str, str, str] | None = None) -> Story:
    """One report each: text, the piece that a speaker is quoted for, and the speaker; all in one claim.

    ``told`` is a second mention of one report: its index, a sentence to add, the piece and the speaker.
    """
    reports, mentions = [], []
    for i, (text, piece, speaker) in enumerate(tellings):
        id = f"r{i:02}"
        if told is not None and told[0] == i:
            text = f"{text}\n{told[1]}"
            start = text.rindex(told[2])
            chain = (Link(f"report {id}", "report"), Link(told[3], "person"))
            mentions.append(Mention(id, start, start + len(told[2]), told[2], told[2], "affirmed", "attributed", chain))
        reports.append(Annotated(Report(id, f"{id}.txt", "", text, "en", Published())))
        chain = (Link(f"report {id}", "report"), *((Link(speaker, "person"),) if speaker else ()))
        start = text.index(piece)
        mentions.append(Mention(id, start, start + len(piece), piece, piece, "affirmed", "quoted", chain))
    return Story(tuple(reports), tuple(mentions), groups=(Grouped("c1", tuple(range(len(mentions)))),))


def test_wordings_of_one_speaker_are_one_utterance_with_their_marks():
    made = story(
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        ("Okonjo: “The pier is rotten to its core.”", "“The pier is rotten to its core.”", "Marta Okonjo"),
    )
    (quote,) = group(made, embed)
    assert [v.text for v in quote.variants] == [
        '"The pier is rotten to the core,"',
        "“The pier is rotten to its core.”",
    ]
    assert quote.claim == "c1"
    assert "Okonjo" in quote.speaker


def test_two_speakers_of_a_like_thought_are_two_utterances():
    made = story(
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        ('"Every pier on this coast is in want of paint," said Hart.', '"Every pier on this coast', "Ann Hart"),
    )
    assert [len(q.variants) for q in group(made, embed)] == [1, 1]


def test_the_same_words_are_one_utterance_whoever_is_named():
    made = story(
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        ('"The pier is rotten to the core," said the council.', '"The pier is rotten to the core,"', "The council"),
    )
    assert len(group(made, embed)) == 1


def test_one_word_is_anybodys():
    made = story(
        ('It was "rotten", said Okonjo.', '"rotten"', "Okonjo"),
        ('It was "rotten and soft", said Hart.', '"rotten and soft"', "Ann Hart"),
    )
    assert group(made, embed) == []


def test_indirect_speech_of_the_speaker_is_a_wording():
    made = story(
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        ("Okonjo said the pier was rotten to the core.", "the pier was rotten to the core", "Okonjo"),
        ("Hart said the pier was rotten to the core.", "the pier was rotten to the core", "Ann Hart"),
    )
    (quote,) = group(made, embed)
    assert [v.report for v in quote.variants] == ["r00", "r01"]


def test_a_report_that_quotes_the_words_needs_no_retelling():
    made = story(
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        told=(1, "The pier is rotten to the core, Okonjo said.", "The pier is rotten to the core", "Okonjo"),
    )
    (quote,) = group(made, embed)
    assert [v.text[0] for v in quote.variants] == ['"', '"']


def test_indirect_speech_alone_is_no_quotation():
    telling = ("Okonjo said the pier was rotten to the core.", "the pier was rotten to the core", "Okonjo")
    assert group(story(telling, telling), embed) == []


def test_a_changed_number_is_a_conflict():
    made = story(
        ('"We counted forty rotten piles," said Okonjo.', '"We counted forty rotten piles,"', "Okonjo"),
        ('"We counted fifty rotten piles," said Okonjo.', '"We counted fifty rotten piles,"', "Okonjo"),
    )
    (found,) = find(made, embed)
    assert (found.kind, found.severity) == ("quote-wording", "conflict")
    assert "forty" in found.explanation
    assert "fifty" in found.explanation


def test_a_dropped_negation_is_a_conflict():
    made = story(
        ('"The pier was not safe in May," said Okonjo.', '"The pier was not safe in May,"', "Okonjo"),
        ('"The pier was safe in May," said Okonjo.', '"The pier was safe in May,"', "Okonjo"),
    )
    assert [c.severity for c in find(made, embed)] == ["conflict"]


def test_a_no_that_answers_drops_no_negation():
    made = story(
        ('"I meant that the pier was safe in May," said Okonjo.', '"I meant that the pier was safe in May,"', "Okonjo"),
        ('"No, I meant the pier was safe in May," said Okonjo.', '"No, I meant the pier was safe in May,"', "Okonjo"),
    )
    assert all(c.severity != "conflict" for c in find(made, embed))


def test_nobody_is_no_one():
    made = story(
        ('"Nobody had looked at the pier," said Okonjo.', '"Nobody had', "Okonjo"),
        ('"No one had looked at the pier," said Okonjo.', '"No one had', "Okonjo"),
    )
    assert [c.severity for c in find(made, embed)] == ["refinement"]


def test_one_number_in_digits_and_in_words_is_no_conflict():
    made = story(
        ('"We counted forty rotten piles," said Okonjo.', '"We counted forty rotten piles,"', "Okonjo"),
        ('"We counted 40 rotten piles," said Okonjo.', '"We counted 40 rotten piles,"', "Okonjo"),
    )
    assert [c.severity for c in find(made, embed)] == ["refinement"]


def test_a_thought_put_another_way_drops_no_negation():
    made = story(
        ('"The pier in May was rotten and nothing worse than that," said Okonjo.', '"The pier in May was', "Okonjo"),
        ('"The pier in May was merely rotten," said Okonjo.', '"The pier in May was', "Okonjo"),
    )
    assert [c.severity for c in find(made, embed)] == ["refinement"]


def test_a_translators_drift_is_a_refinement():
    made = story(
        ('"The talk went neither well nor badly, only long," said Okonjo.', '"The talk went neither', "Okonjo"),
        ('"The talk went neither good nor bad, only long," said Okonjo.', '"The talk went neither', "Okonjo"),
    )
    assert [c.severity for c in find(made, embed)] == ["refinement"]


def test_the_same_words_conflict_in_nothing():
    made = story(
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten', "Okonjo"),
        ("“The pier is rotten to the core,” said Okonjo.", "“The pier is rotten", "Okonjo"),
    )
    assert len(group(made, embed)) == 1
    assert find(made, embed) == []


def test_two_countries_spellings_conflict_in_nothing():
    made = story(
        ('"They realised the harbour’s theatre was shut," said Okonjo.', '"They realised', "Okonjo"),
        ('"They realized the harbor’ s theater was shut," said Okonjo.', '"They realized', "Okonjo"),
    )
    assert len(group(made, embed)) == 1
    assert find(made, embed) == []


def test_a_story_without_quotations():
    made = story(("The pier is shut.", "The pier is shut", None), ("It is shut.", "It is shut", None))
    assert group(made, embed) == []


def indirectly(*speakers: str) -> Story:
    """One report each that gives one claim on a speaker's word, without marks."""
    text = "The cable may be mended by the last day of May"
    reports, mentions = [], []
    for i, speaker in enumerate(speakers):
        id = f"r{i:02}"
        reports.append(Annotated(Report(id, f"{id}.txt", "", text, "en", Published())))
        chain = (Link(f"report {id}", "report"), Link(speaker, "person"))
        mentions.append(Mention(id, 0, len(text), text, text, "affirmed", "attributed", chain))
    return Story(tuple(reports), tuple(mentions), groups=(Grouped("c1", tuple(range(len(mentions)))),))


def test_what_many_reports_give_on_one_word_is_an_utterance_without_marks():
    [quote] = group(indirectly("Ola Berg", "Ola Berg", "Ola Berg", "Ola Berg"), embed)
    assert len(quote.variants) == 4
    assert group(indirectly("Ola Berg", "Ola Berg", "Ola Berg", "Ines Olin"), embed) == []


def test_an_excerpt_is_no_other_wording():
    made = story(
        ('"The pier is rotten to the core and must go," said Okonjo.', '"The pier is rotten', "Okonjo"),
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
    )
    assert len(group(made, embed)) == 1
    assert find(made, embed) == []


def test_an_excerpt_without_its_negation_says_another_thing():
    made = story(
        ('"Not all of the money is gone," said Okonjo.', '"Not all of the money is gone,"', "Okonjo"),
        ('"All of the money is gone," said Okonjo.', '"All of the money is gone,"', "Okonjo"),
    )
    assert [c.severity for c in find(made, embed)] == ["conflict"]


def test_a_catchword_ties_no_two_utterances():
    first, second = "Every harbour needs the big reform before winter storms", "Teachers lost money by their big reform"
    told = story(
        (f"“{first},” Reen said.", first, "Reen"),
        (f"“{second},” Reen said.", second, "Reen"),
        ("Reen called it “big reform” again.", "big reform", "Reen"),
    )
    apart = tuple(Grouped(f"c{i}", (i,)) for i in range(3))
    found = group(msgspec.structs.replace(told, groups=apart), embed)
    several = [{v.report for v in q.variants} for q in found if len(q.variants) > 1]
    assert several in ([{"r00", "r02"}], [{"r01", "r02"}])


def test_two_utterances_of_one_report_stay_two():
    one, two = "“Many would call that a defeat for the Harbour Union”", "“And it would be the end of the Harbour Union”"
    told = story(
        (f"{one}, Okonjo said. {two}, Okonjo said.", one, "Okonjo"),
        (f"{one}, Okonjo said. {two}, Okonjo said.", one, "Okonjo"),
    )
    several = [sorted(v.report for v in q.variants) for q in group(told, embed) if len(q.variants) > 1]
    assert several == [["r00", "r01"], ["r00", "r01"]]


def test_pieces_of_what_another_report_gives_in_one_are_one_utterance():
    whole = "“The pier is rotten to the core and was never painted, and nobody on the council told us of it”"
    first, last = "“the pier is rotten to the core and was never painted”", "“nobody on the council told us of it”"
    told = story(
        (f"{whole}, Okonjo said.", whole, "Okonjo"),
        (f"Okonjo said that {first} and that {last}.", first, "Okonjo"),
    )
    (found,) = (q for q in group(told, embed) if len(q.variants) > 1)
    assert [v.report for v in found.variants] == ["r00", "r01", "r01"]


def test_what_one_report_alone_quotes_is_listed_behind_what_several_do():
    told = story(
        ("“Nobody will be left on the quay,” Reen said.", "“Nobody will be left on the quay,”", "Reen"),
        ('"The pier is rotten to the core," said Okonjo.', '"The pier is rotten to the core,"', "Okonjo"),
        ("“The pier is rotten to its core.” Okonjo said so.", "“The pier is rotten to its core.”", "Okonjo"),
        ("Reen called it “rotten”.", "“rotten”", "Reen"),  # a catchword alone is no utterance
    )
    found = group(msgspec.structs.replace(told, groups=(Grouped("c0", (0,)), Grouped("c1", (1, 2)))), embed)
    assert [(q.id, q.speaker, len(q.variants)) for q in found] == [("q1", "Okonjo", 2), ("q2", "Reen", 1)]
