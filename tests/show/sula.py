"""A realistic dossier made from records: six reports of a ferry that ran aground. Story, people and outlets are invented."""

# ruff: noqa: E501 - reports and rows of records read best on one line

from collections.abc import Sequence

import msgspec

from crossread.model.actor import Actor, ActorKind, Naming
from crossread.model.claim import Claim, ClaimKind, ClaimStatus, Origin, OriginCount
from crossread.model.conflict import Conflict, ConflictKind, Severity, Side
from crossread.model.dossier import SCHEMA, CountedQuantity, DatedTime, Dating, Dossier, Made, StoryHead, TimelineEntry
from crossread.model.mention import Certainty, Link, Mention, Polarity
from crossread.model.quote import Quote
from crossread.model.report import Basis, Debris, Failure, Gap, Published, Report
from crossread.model.sourcing import EdgeKind, Sourcing, SourcingEdge
from crossread.model.span import Span

Words = tuple[str, str]
"""A report id and words that stand in it."""

POST = """Ferry Sula runs aground off Larkmoor, 140 taken off

The car ferry Sula ran aground on the Teller Bank shortly before dawn on Tuesday, the Larkmoor coastguard said. \
All 140 people on board were taken off by lifeboat.

"We had water in the engine room within ten minutes," the captain, Ines Holm, told the Larkmoor Post. She denied that \
the crew had ignored a fog warning.

Two officials who asked not to be named said the ferry's radar had been out of order since 2 March. The operator, \
Teller Lines, said the ship had passed its yearly inspection.

Share this article on your favourite network
Leave a comment"""

WIRE = """LARKMOOR, 10 March - The ferry Sula ran aground off Larkmoor early on Tuesday with at least 137 people on board, \
the coastguard said in a statement.

The crew had received a fog warning two hours before the accident, according to the statement.

Teller Lines said that the ship had passed its yearly inspection in January. The transport ministry has ordered \
an inquiry.

"There was water in the engine room in ten minutes," Captain Ines Holm told reporters on the quay."""

GAZETTE = """Inquiry ordered after ferry grounding

The ferry Sula ran aground off Larkmoor early on Tuesday with at least 137 people on board, the coastguard said in \
a statement.

The transport ministry has ordered an inquiry. Minister Abel Quist demanded that Teller Lines keep its other ships in \
port until the inquiry is over. The company refused.

The ship had not been inspected since the autumn of 2029, the union of seafarers said."""

RADIO = """The captain of the Sula says she had no fog warning at all. "We had water in the engine room after ten minutes, \
not more," Ines Holm said on Wednesday.

A spokesman for Teller Lines, Pavel Orre, said that the radar worked. Mr Orre is the company's head of safety.

The grounding happened on Monday night, residents of Larkmoor told Radio Strand. They saw flares around eleven o'clock."""

DAILY = """Teller Lines knew of broken radar, letter shows

A letter of 2 March from the ship's engineer to Teller Lines, seen by the Daily Beacon, asks for a new radar \
"before the fog season begins".

Pavel Orre, the company's lawyer, would not comment on the letter. The ferry went aground on 10 March with 152 people \
aboard, among them 12 children.

Minister Abel Quist may order the fleet into port by the end of the month, two people close to him said."""

HERALD = """Quist gives Teller Lines until Friday

Transport minister Abel Quist has given Teller Lines until Friday to tie up its three other ferries"""

TEXTS = {"r00": POST, "r01": WIRE, "r02": GAZETTE, "r03": RADIO, "r04": DAILY, "r05": HERALD}
OUTLETS = {
    "r00": "Larkmoor Post",
    "r01": "Coast News Agency",
    "r02": "Northern Gazette",
    "r03": "Radio Strand",
    "r04": "Daily Beacon",
    "r05": "Evening Herald",
}
PUBLISHED: dict[str, tuple[str | None, str | None, Basis, str]] = {
    "r00": ("2031-03-10", "2031-03-10", "metadata", "the page's own date"),
    "r01": ("2031-03-10", "2031-03-10", "dateline", "LARKMOOR, 10 March"),
    "r02": ("2031-03-10", "2031-03-11", "inferred", "“early on Tuesday” of an event on 10 March"),
    "r03": ("2031-03-11", "2031-03-12", "inferred", "“said on Wednesday”"),
    "r04": ("2031-03-14", "2031-03-14", "metadata", "the page's own date"),
    "r05": (None, None, "unknown", "no date in the page and none to infer"),
}


def span(report: str, words: str) -> Span:
    """The first place in a report where ``words`` stand."""
    start = TEXTS[report].index(words)
    return Span(report, start, start + len(words), words)


def mention(
    report: str,
    words: str,
    certainty: Certainty,
    *sources: str,
    polarity: Polarity = "affirmed",
    restates: bool = False,
) -> Mention:
    """A mention with a chain of ``sources``, each found in the text where it stands there."""
    at = span(report, words)
    chain = [Link(OUTLETS[report], "report", origin=f"o-{report}")]
    for name in sources:
        start = TEXTS[report].find(name)
        place = (start, start + len(name)) if start >= 0 else (None, None)
        chain.append(Link(name, "person", ACTOR_OF.get(name), ORIGIN_OF.get(name), *place))
    return Mention(report, at.start, at.end, words, words, polarity, certainty, tuple(chain), restates)


ACTOR_OF = {"Ines Holm": "a0", "Captain Ines Holm": "a0", "Teller Lines": "a1", "Abel Quist": "a2", "Pavel Orre": "a3"}
ORIGIN_OF = {
    "coastguard": "o0",
    "Ines Holm": "o1",
    "Captain Ines Holm": "o1",
    "Teller Lines": "o2",
    "Two officials": "o3",
    "union of seafarers": "o4",
    "Pavel Orre": "o5",
    "residents of Larkmoor": "o6",
    "A letter of 2 March": "o7",
    "two people close to him": "o8",
    "Abel Quist": "o9",
}


def claim(
    id: str,
    gloss: str,
    kind: ClaimKind,
    status: ClaimStatus,
    origins: tuple[int, int, str],
    mentions: Sequence[Mention],
    weight: float = 0.0,
    reasons: tuple[str, ...] = (),
) -> Claim:
    """A claim with its mentions; ``origins`` is the least count, the greatest and the ids."""
    low, high, ids = origins
    told = tuple(sorted({m.report for m in mentions}))
    return Claim(
        id, gloss, kind, tuple(mentions), told, OriginCount(low, high, tuple(ids.split()), reasons), status, weight
    )


AGROUND = "The ferry Sula ran aground off Larkmoor early on Tuesday"


def _claims() -> tuple[Claim, ...]:
    return (
        claim("c00", "The ferry Sula ran aground off Larkmoor.", "event", "mixed", (2, 3, "o0 o-r04 o6"), [
            mention("r00", "The car ferry Sula ran aground on the Teller Bank shortly before dawn on Tuesday",
                    "attributed", "coastguard"),
            mention("r01", AGROUND, "attributed", "coastguard"),
            mention("r02", AGROUND, "attributed", "coastguard"),
            mention("r03", "The grounding happened on Monday night", "attributed", "residents of Larkmoor"),
            mention("r04", "The ferry went aground on 10 March", "asserted"),
        ], 0.98, ("r01 and r02 share their wording and count as one voice.",)),
        claim("c01", "Teller Lines' ship had passed its yearly inspection.", "state", "contradicted", (1, 1, "o2"), [
            mention("r00", "the ship had passed its yearly inspection", "attributed", "Teller Lines"),
            mention("r01", "the ship had passed its yearly inspection in January", "attributed", "Teller Lines"),
        ], 0.7, ("Both give the company's one statement.",)),
        claim("c02", "The ship had not been inspected since the autumn of 2029.", "state", "contradicted", (1, 1, "o4"), [
            mention("r02", "The ship had not been inspected since the autumn of 2029", "attributed",
                    "union of seafarers", polarity="negated"),
        ], 0.66),
        claim("c03", "The crew had received a fog warning.", "event", "contradicted", (1, 1, "o0"), [
            mention("r01", "The crew had received a fog warning two hours before the accident", "attributed",
                    "coastguard"),
            mention("r00", "the crew had ignored a fog warning", "denied", "Ines Holm", polarity="negated"),
            mention("r03", "she had no fog warning at all", "attributed", "Ines Holm", polarity="negated"),
        ], 0.91),
        claim("c04", "The ferry's radar was out of order.", "state", "mixed", (2, 2, "o3 o7"), [
            mention("r00", "the ferry's radar had been out of order since 2 March", "attributed", "Two officials"),
            mention("r04", "Teller Lines knew of broken radar", "asserted", "A letter of 2 March"),
            mention("r04", "asks for a new radar", "attributed", "A letter of 2 March", restates=True),
            mention("r03", "the radar worked", "denied", "Pavel Orre"),
        ], 0.95),
        claim("c05", "There was water in the engine room within ten minutes.", "quote", "single-origin", (1, 1, "o1"), [
            mention("r00", "We had water in the engine room within ten minutes,", "quoted", "Ines Holm"),
            mention("r01", "There was water in the engine room in ten minutes,", "quoted", "Captain Ines Holm"),
            mention("r03", "We had water in the engine room after ten minutes, not more,", "quoted", "Ines Holm"),
        ], 0.8, ("One utterance is one origin however many reports carry it.",)),
        claim("c06", "The transport ministry has ordered an inquiry.", "event", "single-origin", (1, 2, "o-r01 o-r02"), [
            mention("r01", "The transport ministry has ordered an inquiry", "asserted"),
            mention("r02", "The transport ministry has ordered an inquiry", "asserted"),
        ], 0.62, ("The two reports share this sentence: one voice at least, two at most.",)),
        claim("c07", "At least 137 people were on board.", "state", "single-origin", (1, 1, "o0"), [
            mention("r01", "with at least 137 people on board", "attributed", "coastguard"),
            mention("r02", "with at least 137 people on board", "attributed", "coastguard"),
        ], 0.6),
        claim("c08", "140 people were on board.", "state", "single-origin", (1, 1, "o-r00"), [
            mention("r00", "All 140 people on board were taken off by lifeboat", "asserted"),
        ], 0.58),
        claim("c09", "152 people were aboard.", "state", "single-origin", (1, 1, "o-r04"), [
            mention("r04", "with 152 people aboard", "asserted"),
        ], 0.59),
        claim("c10", "Abel Quist demanded that Teller Lines keep its ships in port.", "statement", "corroborated",
              (2, 2, "o-r02 o-r05"), [
            mention("r02", "Minister Abel Quist demanded that Teller Lines keep its other ships in port", "asserted"),
            mention("r05", "Transport minister Abel Quist has given Teller Lines until Friday to tie up its three "
                    "other ferries", "asserted"),
        ], 0.85),
        claim("c11", "Teller Lines refused.", "event", "single-origin", (1, 1, "o-r02"), [
            mention("r02", "The company refused", "asserted"),
        ], 0.5),
        claim("c12", "Abel Quist may order the fleet into port.", "statement", "single-origin", (1, 1, "o8"), [
            mention("r04", "Minister Abel Quist may order the fleet into port by the end of the month", "hedged",
                    "two people close to him"),
        ], 0.4),
        claim("c13", "12 children were aboard.", "state", "single-origin", (1, 1, "o-r04"), [
            mention("r04", "among them 12 children", "asserted"),
        ], 0.3),
        msgspec.structs.replace(claim("d001", "The ferry ran aground early on Tuesday.", "event", "single-origin", (1, 1, "o0"), [
            mention("r00", "shortly before dawn on Tuesday", "attributed", "coastguard"),
            mention("r01", "ran aground off Larkmoor early on Tuesday", "attributed", "coastguard"),
            mention("r02", "ran aground off Larkmoor early on Tuesday", "attributed", "coastguard"),
        ], 0.2), detail_of="c00", detail="when"),
    )  # fmt: skip


def _sides(*sides: tuple[str, str | None, list[Words]]) -> tuple[Side, ...]:
    return tuple(Side(value, about, tuple(span(*w) for w in words)) for value, about, words in sides)


def _conflict(
    id: str, kind: ConflictKind, severity: Severity, why: str, *sides: tuple[str, str | None, list[Words]]
) -> Conflict:
    return Conflict(id, kind, severity, _sides(*sides), why)


def _conflicts() -> tuple[Conflict, ...]:
    return (
        _conflict("x0", "denial", "conflict",
                  "The coastguard says the crew had a fog warning; the captain says there was none.",
                  ("a fog warning two hours before", "c03",
                   [("r01", "The crew had received a fog warning two hours before the accident")]),
                  ("no fog warning", "c03", [("r03", "she had no fog warning at all")])),
        _conflict("x1", "date", "conflict", "Early on Tuesday 10 March against the night of Monday 9 March.",
                  ("early on 10 March 2031", "c00", [("r00", "shortly before dawn on Tuesday"), ("r01", "early on Tuesday"),
                                                     ("r02", "early on Tuesday"), ("r04", "on 10 March")]),
                  ("the night of 9 March 2031", "c00", [("r03", "on Monday night")])),
        _conflict("x2", "number", "tension", "How many were on board: at least 137, 140, or 152.",
                  ("at least 137", "c07", [("r01", "at least 137 people"), ("r02", "at least 137 people")]),
                  ("140", "c08", [("r00", "140 people on board")]),
                  ("152", "c09", [("r04", "152 people")])),
        _conflict("x3", "role", "conflict", "Pavel Orre is head of safety in one report and the company's lawyer in another.",
                  ("head of safety", None, [("r03", "the company's head of safety")]),
                  ("lawyer", None, [("r04", "the company's lawyer")])),
        _conflict("x4", "denial", "conflict", "The company's spokesman says the radar worked; others that it did not.",
                  ("out of order", "c04", [("r00", "had been out of order since 2 March"), ("r04", "broken radar")]),
                  ("worked", "c04", [("r03", "the radar worked")])),
        _conflict("x5", "quote-wording", "refinement", "One utterance in three wordings.",
                  ("within ten minutes", "c05", [("r00", "within ten minutes")]),
                  ("in ten minutes", "c05", [("r01", "in ten minutes")]),
                  ("after ten minutes, not more", "c05", [("r03", "after ten minutes, not more")])),
    )  # fmt: skip


def _naming(text: str, *reports: str) -> Naming:
    return Naming(text, tuple(span(r, text) for r in reports))


def _actor(id: str, name: str, kind: ActorKind, *aliases: Naming, roles: tuple[Naming, ...] = ()) -> Actor:
    return Actor(id, name, kind, aliases, roles)


def _actors() -> tuple[Actor, ...]:
    return (
        _actor("a0", "Ines Holm", "person", _naming("Ines Holm", "r00", "r01", "r03"),
               roles=(_naming("captain", "r00", "r03"),)),
        _actor("a1", "Teller Lines", "organisation", _naming("Teller Lines", "r00", "r01", "r02", "r03", "r04", "r05")),
        _actor("a2", "Abel Quist", "person", _naming("Abel Quist", "r02", "r04", "r05"),
               roles=(_naming("Minister", "r02", "r04"),)),
        _actor("a3", "Pavel Orre", "person", _naming("Pavel Orre", "r03", "r04"), _naming("Mr Orre", "r03")),
        _actor("a4", "Larkmoor", "place", _naming("Larkmoor", "r00", "r01", "r02", "r03")),
    )  # fmt: skip


def _origins() -> tuple[Origin, ...]:
    own = [Origin(f"o-{r}", OUTLETS[r], "report") for r in sorted(OUTLETS)]
    return (
        Origin("o0", "Larkmoor coastguard, statement", "organisation"),
        Origin("o1", "Ines Holm", "person", "a0"),
        Origin("o2", "Teller Lines", "organisation", "a1"),
        Origin("o3", "two officials (Larkmoor Post)", "unnamed"),
        Origin("o4", "union of seafarers", "organisation"),
        Origin("o5", "Pavel Orre", "person", "a3"),
        Origin("o6", "residents of Larkmoor (Radio Strand)", "unnamed"),
        Origin("o7", "letter of the ship's engineer", "document"),
        Origin("o8", "two people close to the minister (Daily Beacon)", "unnamed"),
        Origin("o9", "Abel Quist", "person", "a2"),
        *own,
    )


def _time(
    report: str, words: str, value: str, earliest: str | None, latest: str | None, grain: str = "day"
) -> DatedTime:
    at = span(report, words)
    return DatedTime(
        report,
        at.start,
        at.end,
        words,
        "DATE",
        value,
        earliest,
        latest,
        grain,
        grain != "day",
        "publication",
        (),
        value,
    )


def _times() -> tuple[DatedTime, ...]:
    return (
        _time("r00", "Tuesday", "2031-03-10", "2031-03-10", "2031-03-10"),
        _time("r00", "2 March", "2031-03-02", "2031-03-02", "2031-03-02"),
        _time("r01", "10 March", "2031-03-10", "2031-03-10", "2031-03-10"),
        _time("r02", "the autumn of 2029", "2029-FA", "2029-09-01", "2029-11-30", "season"),
        _time("r03", "Monday night", "2031-03-09TNI", "2031-03-09", "2031-03-10", "time"),
        _time("r04", "2 March", "2031-03-02", "2031-03-02", "2031-03-02"),
        _time("r04", "10 March", "2031-03-10", "2031-03-10", "2031-03-10"),
        _time("r04", "by the end of the month", "2031-03", None, "2031-03-31", "month"),
    )


def _dating(report: str, words: str, earliest: str | None, latest: str | None) -> Dating:
    at = span(report, words)
    return Dating(report, at.start, at.end, words, earliest, latest)


def _timeline() -> tuple[TimelineEntry, ...]:
    return (
        TimelineEntry("e0", "The ship was last inspected.", ("c02",), "2029-09-01", "2029-11-30", "2029-23",
                      (_dating("r02", "the autumn of 2029", "2029-09-01", "2029-11-30"),), True),
        TimelineEntry("e1", "The ship passed its yearly inspection.", ("c01",), "2031-01-01", "2031-01-31", "2031-01",
                      (_dating("r01", "in January", "2031-01-01", "2031-01-31"),), True),
        TimelineEntry("e2", "The ferry's radar went out of order.", ("c04",), "2031-03-02", "2031-03-02", "2031-03-02",
                      (_dating("r00", "since 2 March", "2031-03-02", None),
                       _dating("r04", "2 March", "2031-03-02", "2031-03-02")), True),
        TimelineEntry("e3", "The ferry Sula ran aground.", ("c00",), "2031-03-09", "2031-03-10", "2031-03-09/2031-03-10",
                      (_dating("r00", "shortly before dawn on Tuesday", "2031-03-10", "2031-03-10"),
                       _dating("r01", "early on Tuesday", "2031-03-10", "2031-03-10"),
                       _dating("r02", "early on Tuesday", "2031-03-10", "2031-03-10"),
                       _dating("r03", "on Monday night", "2031-03-09", "2031-03-09"),
                       _dating("r04", "on 10 March", "2031-03-10", "2031-03-10")), False),
        TimelineEntry("e4", "Teller Lines is to tie up its other ferries.", ("c10",), None, "2031-03-14", "../2031-03-14",
                      (_dating("r05", "until Friday", None, "2031-03-14"),), True),
        TimelineEntry("e5", "The minister may order the fleet into port.", ("c12",), None, "2031-03-31", "../2031-03-31",
                      (_dating("r04", "by the end of the month", None, "2031-03-31"),), True),
    )  # fmt: skip


def _edge(
    source: str, to: str, kind: EdgeKind, *words: Words, directed: bool = True, quoted: bool = False
) -> SourcingEdge:
    return SourcingEdge(source, to, kind, tuple(span(*w) for w in words), directed, quoted)


def _edges() -> tuple[SourcingEdge, ...]:
    return (
        _edge("r00", "o0", "cites", ("r00", "the Larkmoor coastguard said")),
        _edge("r00", "o1", "cites"),
        _edge("r00", "o2", "cites"),
        _edge("r00", "o3", "cites"),
        _edge("r01", "o0", "cites"),
        _edge("r01", "o1", "cites"),
        _edge("r01", "o2", "cites"),
        _edge("r02", "o0", "cites"),
        _edge("r02", "o4", "cites"),
        _edge("r02", "r01", "shares-text", ("r02", AGROUND + " with at least 137 people on board"),
              ("r01", AGROUND[:20]), directed=False),
        _edge("r03", "o1", "cites"),
        _edge("r03", "o5", "cites"),
        _edge("r03", "o6", "cites"),
        _edge("r04", "o7", "cites"),
        _edge("r04", "o8", "cites"),
        _edge("r03", "r00", "shares-text", ("r03", "water in the engine room"), ("r00", "water in the engine room"),
              directed=False, quoted=True),
    )  # fmt: skip


def _report(id: str, **other: object) -> Report:
    earliest, latest, basis, why = PUBLISHED[id]
    text = TEXTS[id]
    fields: dict[str, object] = {
        "outlet": OUTLETS[id],
        "title": text.split("\n")[0] if id not in ("r01", "r03") else None,
        "url": f"https://{OUTLETS[id].lower().replace(' ', '-')}.example/sula" if id != "r03" else None,
    }
    return Report(
        id,
        f"reports/{id}.txt",
        id * 8,
        text,
        "en",
        Published(earliest, latest, basis, why),
        **(fields | other),  # type: ignore[arg-type]
    )


def _reports() -> tuple[Report, ...]:
    share, comment = span("r00", "Share this article on your favourite network"), span("r00", "Leave a comment")
    debris = (Debris(share.start, share.end, "share line"), Debris(comment.start, comment.end, "comment form"))
    return (
        _report("r00", debris=debris, authors=("M. Tarn",)),
        _report("r01"),
        _report("r02"),
        _report("r03"),
        _report("r04", authors=("J. Ode", "L. Ferris")),
        _report("r05", complete=False),
    )


def sula() -> Dossier:
    """Six reports of one fictional ferry grounding."""
    quote = ("We had water in the engine room within ten minutes,", "There was water in the engine room in ten minutes,",
             "We had water in the engine room after ten minutes, not more,")  # fmt: skip
    people = span("r01", "at least 137 people")
    return Dossier(
        SCHEMA,
        Made("0.1.0", None, {"embedder": "a" * 64, "tagger": "b" * 64}, {"same_claim": 0.5}),
        StoryHead("The grounding of the ferry Sula", "2029-09-01", "2031-03-31"),
        _reports(),
        _actors(),
        _origins(),
        _claims(),
        _conflicts(),
        (
            Quote(
                "q0", "Ines Holm", tuple(span(r, w) for r, w in zip(("r00", "r01", "r03"), quote, strict=True)), "c05"
            ),
            Quote("q1", "", (span("r04", "before the fog season begins"),)),
        ),
        _times(),
        (CountedQuantity("r01", people.start, people.end, people.text, False, 137, None, None, "people on board"),),
        _timeline(),
        (),
        (),
        Sourcing(_edges()),
        (
            Gap(
                "cut text", "Evening Herald: the text ends in the middle of a sentence and is never counted as silent."
            ),
            Gap("no date", "Evening Herald carries no date and none could be inferred."),
            Gap("unnamed source", "Larkmoor Post: two officials who asked not to be named."),
        ),
        (Failure("reports/scan.pdf", "read", "not a text, HTML or JSON file; convert it to text first"),),
    )
