"""What each figure counts: the slot by which figures of two reports are compared."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import msgspec

from crossread.compare.days import days_of
from crossread.compare.figures import SMALL_WORDS, WORD
from crossread.model.annotated import Annotated
from crossread.model.interval import Interval
from crossread.model.mention import Mention
from crossread.model.quantity import Quantity
from crossread.model.stems import stem
from crossread.model.story import Story
from crossread.model.time import TimeExpression

_TABLE = tomllib.loads(resources.files("crossread.compare").joinpath("count_classes.toml").read_text("utf-8"))
PERSONS = frozenset(_TABLE["persons"])
EVERYBODY = frozenset(_TABLE["everybody"])
MEASURES = frozenset(stem(n) for n in _TABLE["measures"]["nouns"])
TOLLS = frozenset(name for name, c in _TABLE["class"].items() if c.get("toll"))
PREPOSITIONS = re.compile(r"\b(?:of|in|to|between|from|with|for|on|at|by|against|into)\b")
WHOLE = re.compile(r"\b(?:out of|in)\s(?:every\s)?(\w+)$", re.IGNORECASE)
SUPPOSED = re.compile(r"\b(?:[Ii]f|[Uu]nless)\b")
"""A figure that is only supposed counts nothing."""
SCOPE_REACH = 60
"""Characters after a figure in which the place that it is of is looked for."""
PART = re.compile(r"\s(?:more\s)?of\s(?:the|them|those|these|its|their|his|her|whom|which)\b", re.IGNORECASE)
BESIDES = re.compile(
    r"[^.;!?\n]{0,60}?\band\s(?:(?:at least|about|around|nearly|almost|some|up to)\s)?"
    r"(?:(?:tens|hundreds|scores)\sof\s)?(?:[a-z]+|\d[\d,.]*)\s(?:more|others)\s(?:in|at|elsewhere|across|from|on|near|around)\b"
)
"""After a figure: it is the part of one place ("170 in the province and dozens more in the hills")."""
REST = re.compile(r"\b(?:others?|another|(?<!no )(?<!or )more(?! than))\b", re.IGNORECASE)
"""In a figure's own words or right beside it: those besides the ones told of already ("four other people")."""
NAME = re.compile(r"(?<![.!?“\"'’]\s)(?<!^)\b[A-Z][\w’'-]+")
LASTING = "h"
"""The unit of a length of time."""
LENGTH = re.compile(r"P(?P<t>T?)(?P<n>\d{1,6}(?:\.\d+)?)(?P<unit>[SHMDWY])$")
HOURS = {"TS": 1 / 3600, "TM": 1 / 60, "TH": 1.0, "D": 24.0, "W": 168.0, "M": 730.5, "Y": 8766.0}
"""Hours in each TIMEX3 unit; a month and a year on average."""
NEARLY = re.compile(r"(?:nearly|almost|close to|just under)\b", re.IGNORECASE)
LITTLE_LESS = 0.94
"""The least share of a length that "nearly" leaves, as for other figures ("nearly 300" is 282 to 300)."""
RATE = re.compile(
    r"\b(?:a|an|per|every|each)\s(?P<unit>second|minute|hour|day|night|week|month|quarter|year)\b"
    r"(?!\s(?:ago|later|earlier|before|after|old))",
    re.IGNORECASE,
)
"""What stretch of time a figure is for; "a month ago" is none."""
RATE_REACH = 40
"""Characters after a figure in which what it is for stands."""


class Count(msgspec.Struct, frozen=True):
    """A figure of one report with its slot.

    ``slot`` is a class of counts ("dead"), else the stem of the counted noun; ``measure`` marks a slot whose noun or
    unit does not say what is measured. ``rest`` marks those besides others ("four other people").
    ``whole`` is how many there are in all where the words tell ("three out of
    four", "all three"). ``about`` is the proposition without the figure, ``around`` the sentence without it, ``names``
    are those of the mention,
    ``scope`` those right after the figure ("55 per cent in Egypt"); ``days`` those that the mention names,
    ``rate`` what stretch of time the figure is for ("a day").
    """

    report: str
    quantity: Quantity
    mention: int
    slot: str
    measure: bool
    part: bool
    rest: bool
    whole: float | None
    about: str
    around: str
    names: frozenset[str]
    scope: frozenset[str]
    days: Interval
    rate: str


CHARGE = stem("counts")
OF_WHAT = re.compile(r"\sof\s(?P<what>[\w-]+(?:\s(?!and\b|or\b|in\b|for\b|after\b|on\b|against\b)[\w-]+)?)")
"""What a count in law is of: "one count of attempted murder" and "two counts of murder" count two things."""


def unit_noun(c: Count) -> str:
    """The last word of what a figure counts ("people"); "" where no noun is told."""
    return str((WORD.findall((c.quantity.counted or "").lower()) or [""])[-1])


def counts(story: Story) -> list[Count]:
    """Every figure that a mention holds and that counts or measures something, in order of report and place."""
    by_report: dict[str, list[int]] = {}
    for index, mention in enumerate(story.mentions):
        by_report.setdefault(mention.report, []).append(index)
    out = []
    for annotated in story.reports:
        mine = by_report.get(annotated.report.id, [])
        for quantity in [*annotated.quantities, *_lengths(annotated)]:
            holding = [
                i for i in mine
                if story.mentions[i].start <= quantity.start and quantity.end <= story.mentions[i].end
            ]  # fmt: skip
            if holding:
                index = min(holding, key=lambda i: (story.mentions[i].end - story.mentions[i].start, i))
                made = _count(annotated, quantity, index, story.mentions[index])
                out += [made] if made is not None else []
    return out


def _count(annotated: Annotated, quantity: Quantity, index: int, mention: Mention) -> Count | None:
    text = annotated.report.text
    slot = _slot(quantity, mention.text)
    if slot == CHARGE and (found := OF_WHAT.match(text, quantity.counted_end or quantity.end)):
        slot += f" of {found['what'].lower()}"
    if not slot or SUPPOSED.search(text, mention.start, quantity.start):
        return None
    counted_whole = quantity.text.lower().startswith("all ") and quantity.max == quantity.min
    named = WHOLE.search(quantity.text)
    whole = (
        float(SMALL_WORDS.get(named[1].lower(), 0) or (int(named[1]) if named[1].isdigit() else 0)) if named else None
    )
    if not whole:
        whole = quantity.min if counted_whole else None
    return Count(
        annotated.report.id, quantity, index, slot, quantity.unit is not None or slot in MEASURES,
        (bool(PART.match(text, quantity.end)) and not counted_whole) or bool(BESIDES.match(text, quantity.end)),
        _is_rest(text, quantity), whole, _without(mention.proposition, quantity.text),
        _around(annotated, quantity),
        frozenset(NAME.findall(mention.text)), _scope(text, quantity.end), days_of(annotated, mention),
        _rate(text, quantity.end),
    )  # fmt: skip


def _is_rest(text: str, quantity: Quantity) -> bool:
    """Whether a figure is of those besides others: "four other people", "another four", "two more"."""
    before = text[max(0, quantity.start - len("another ")) : quantity.start].lower()
    after = re.match(r"\smore\b(?! than)", text[quantity.end :]) is not None
    return before == "another " or after or REST.search(f"{quantity.text} {quantity.counted or ''}") is not None


def _lengths(annotated: Annotated) -> list[Quantity]:
    """Lengths of time ("nearly thirteen hours") as figures in hours."""
    out = []
    for time in annotated.times:
        told = LENGTH.match(time.value) if time.type == "DURATION" else None
        if told is not None:
            hours = float(told["n"]) * HOURS[told["t"] + told["unit"]]
            low, high = _bounds(time, hours)
            out.append(Quantity(time.start, time.end, time.text, low, high, LASTING, None, time.approximate))
    return out


def _bounds(time: TimeExpression, hours: float) -> tuple[float | None, float | None]:
    """Least and most hours of a length by its TIMEX3 modifier; "nearly" is a little less, "less than" any less."""
    if NEARLY.match(time.text):
        return hours * LITTLE_LESS, hours
    if time.mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        return None, hours
    return hours, None if time.mod in ("MORE_THAN", "EQUAL_OR_MORE") else hours


def _around(annotated: Annotated, quantity: Quantity) -> str:
    """The sentence of a figure, without it."""
    text, s = annotated.report.text, annotated.sentence_at(quantity.start)
    return " ".join((text[s.start : quantity.start] + text[quantity.end : s.end]).split()) if s else ""


def _rate(text: str, end: int) -> str:
    """The stretch of time that a figure is for ("1.4 million crowns a day"); "" where it is for none."""
    found = RATE.search(re.split(r"[.;]\s", text[end : end + RATE_REACH], maxsplit=1)[0])
    return found["unit"].lower() if found else ""


def _scope(text: str, end: int) -> frozenset[str]:
    """Names that stand after a figure and before the next comma, conjunction or stop."""
    told = re.split(r"[,;.\n]|\band\b", text[end : end + SCOPE_REACH])[0]
    return frozenset(re.findall(r"\b[A-Z][\w’'-]+", told))


def _slot(quantity: Quantity, clause: str) -> str:
    words = (quantity.counted or "").lower().split()
    if quantity.unit is not None and not words:
        return quantity.unit
    if not words:
        return ""
    if quantity.unit is None:
        named = [str(n) for n, t in _TABLE["class"].items() if set(words) & set(t["nouns"])]
        if named:
            return named[0]
        fate = _fate(clause, clause.find(quantity.text)) if words[-1] in PERSONS else None
        if fate is not None:
            return fate
    head = PREPOSITIONS.split(" ".join(words))[0].split() or words
    return (f"{quantity.unit} " if quantity.unit else "") + stem(head[-1])


def _fate(clause: str, at: int) -> str | None:
    """The class of the verb nearest to the figure: "killing one and injuring six people" counts injured."""
    near = [
        (abs(found.start() - at), str(name))
        for name, table in _TABLE["class"].items()
        for found in re.finditer(r"[a-z]+", clause.lower())
        if found.group() in table["verbs"]
    ]
    return min(near)[1] if near else None


def _without(proposition: str, words: str) -> str:
    at = proposition.find(words)
    return " ".join((proposition[:at] + " " + proposition[at + len(words) :]).split()) if at >= 0 else proposition
