"""Claims that tell when, where or how many of another."""

from crossread.compose import details
from crossread.compose.glosses import Glosses
from crossread.model.annotated import Annotated
from crossread.model.detail import Detail, Detailed
from crossread.model.mention import Link, Mention
from crossread.model.report import Published, Report
from crossread.model.story import Grouped, Story

TEXT = "The crane fell on Friday. It fell on Friday."


def build():
    reports = tuple(Annotated(Report(r, f"{r}.txt", r * 32, TEXT, "en", Published())) for r in ("r0", "r1"))

    def mention(report: str, restates: bool = False) -> Mention:
        chain = (Link(report, "report", origin=f"o-{report}"),)
        return Mention(report, 0, 25, TEXT[:25], TEXT[:25], "affirmed", "asserted", chain, restates)

    story = Story(
        reports=reports,
        mentions=(mention("r0"), mention("r1"), mention("r1", restates=True)),
        groups=(Grouped("c001", (0, 1, 2)),),
        details=tuple(Detail(i, "when", "friday", 10, 24, "The crane fell on Friday") for i in range(3)),
        detailed=(Detailed("d001", "c001", "when", (0, 1, 2)),),
    )
    return details.build(story, (), Glosses(story))


def test_a_detail_is_a_claim_of_its_own_beside_the_one_it_is_of():
    (claim,) = build()
    assert (claim.id, claim.detail_of, claim.detail) == ("d001", "c001", "when")
    assert claim.gloss == "[The crane] fell on Friday."


def test_its_mentions_are_the_reports_words_on_the_word_of_the_whole():
    (claim,) = build()
    assert {m.text for m in claim.mentions} == {"fell on Friday"}
    assert all(TEXT[m.start : m.end] == m.text for m in claim.mentions)
    assert [m.chain[0].name for m in claim.mentions] == ["r0", "r1", "r1"]


def test_its_origins_are_counted_like_a_claims():
    (claim,) = build()
    assert (claim.origins.min, claim.origins.max, claim.status) == (2, 2, "corroborated")
    assert [m.restates for m in claim.mentions] == [False, False, True]
