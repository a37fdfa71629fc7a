"""Origins of mentions: the independent root behind each chain."""

from tests.trace.made import plain

from crossread.model.actor import Actor, Naming
from crossread.model.mention import Link, Mention
from crossread.model.report import Report
from crossread.model.span import Span
from crossread.model.story import Story
from crossread.trace.origins import assign

TEXT = "Reuters and Okonjo of the board of Nordvik spoke of the pier."


def link(name: str, kind: str, text: str = TEXT) -> Link:
    start = text.find(name)
    return Link(name, kind, start=start if start >= 0 else None, end=start + len(name) if start >= 0 else None)


def mention(report: str, *links: Link) -> Mention:
    chain = (Link(f"report {report}", "report"), *links)
    return Mention(report, 0, 7, TEXT[:7], TEXT[:7], "affirmed", "attributed" if links else "asserted", chain)


def roots(*chains: tuple[str, tuple[Link, ...]], reports: dict[str, Report] | None = None, actors=()) -> list[str]:
    """The name and kind of each mention's origin, reports being of no known outlet."""
    ids = sorted({r for r, _ in chains})
    annotated = [plain(id, TEXT, **(reports or {}).get(id, {})) for id in ids]
    story = Story(tuple(annotated), tuple(mention(r, *links) for r, links in chains), actors=actors)
    whole, origins = assign(story)
    by_id = {o.id: o for o in origins}
    return [f"{by_id[m.chain[-1].origin].name} ({by_id[m.chain[-1].origin].kind})" for m in whole.mentions]


def okonjo() -> Actor:
    at = TEXT.index("Okonjo")
    span = Span("r00", at, at + 6, "Okonjo")
    return Actor("a1", "Marta Okonjo", "person", (Naming("Okonjo", (span,)),))


def test_a_report_without_sources_is_its_own_origin():
    assert roots(("r00", ())) == ["report r00 (report)"]


def test_a_person_is_one_origin_in_every_report():
    found = roots(
        ("r00", (link("Okonjo", "person"),)),
        ("r01", (link("Reuters", "outlet"), Link("Marta Okonjo", "person", start=12, end=18))),
        actors=(okonjo(),),
    )
    assert found == ["Marta Okonjo (person)"] * 2


def test_unnamed_sources_are_the_outlets_that_quotes_them():
    found = roots(
        ("r00", (link("Reuters", "outlet"), Link("two officials", "unnamed"))),
        ("r01", (link("Reuters", "outlet"),)),
        ("r02", (Link("two officials", "unnamed"),)),
        ("r03", (Link("a source", "unnamed"),)),
    )
    assert found[:2] == ["Reuters (outlet)"] * 2
    assert len(set(found[2:])) == 2
    assert all("unnamed" in f for f in found[2:])


def test_unnamed_sources_of_two_reports_of_one_outlet_are_one():
    annotated = [plain(id, TEXT, outlet="The Tarn Herald") for id in ("r00", "r01")]
    told = tuple(mention(id, Link("a source", "unnamed")) for id in ("r00", "r01"))
    whole, _ = assign(Story(tuple(annotated), told))
    assert len({m.chain[-1].origin for m in whole.mentions}) == 1


def test_what_one_person_says_of_anothers_words_is_the_tellers():
    found = roots(("r00", (link("Okonjo", "person"), Link("Ann Hart", "person"))))
    assert found == ["Okonjo (person)"]


def test_a_government_goes_by_many_names():
    found = roots(
        ("r00", (Link("Lima", "organisation"),)),
        ("r01", (Link("the Peruvian government", "organisation"),)),
        ("r02", (Link("Peru", "organisation"),)),
    )
    assert len(set(found)) == 1


def test_an_agency_whose_text_a_report_carries_is_its_voice():
    text = {"r00": {"credits": ("Reuters",)}}
    assert roots(("r00", ()), ("r01", (link("Reuters", "outlet"),)), reports=text) == ["Reuters (outlet)"] * 2


def test_unknown_hearsay_is_the_reports_own():
    assert roots(("r00", (Link("unknown", "unnamed"),))) == ["report r00 (report)"]


def test_cites_edges_run_from_reports_to_origins_with_the_words():
    story = Story((plain("r00", TEXT),), (mention("r00", link("Reuters", "outlet")), mention("r00")))
    whole, origins = assign(story)
    (edge,) = whole.edges
    cited = next(o for o in origins if o.name == "Reuters")
    assert (edge.source, edge.to, edge.kind, edge.directed) == ("r00", cited.id, "cites", True)
    assert [s.text for s in edge.passages] == ["Reuters"]
    assert assign(story) == (whole, origins)


def test_a_body_named_shortly_is_the_one_with_the_longer_name():
    found = roots(
        ("r00", (link("The Egyptian ministry", "organisation"),)),
        ("r01", (link("the Egyptian communications ministry", "organisation"),)),
    )
    assert found == ["the Egyptian communications ministry (organisation)"] * 2


def test_a_short_name_that_two_bodies_could_bear_stays_its_own():
    found = roots(
        ("r00", (link("the Egyptian ministry", "organisation"),)),
        ("r01", (link("the Egyptian communications ministry", "organisation"),)),
        ("r02", (link("the Egyptian interior ministry", "organisation"),)),
    )
    assert len(set(found)) == 3
