"""Quantities: a figure as an interval, its unit, and the noun it counts.

Figures are found by one regular expression whose tables are ``quantity_words.toml``; the counted noun comes from the
syntax where tokens are given, else from the words that follow.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from importlib import resources
from typing import Any

from crossread.annotate import quantities_counted as nouns
from crossread.annotate.times import find as find_times
from crossread.model.annotated import Sentence, Token
from crossread.model.quantity import Quantity
from crossread.model.time import TimeExpression

WORDS: dict[str, Any] = tomllib.loads(
    resources.files("crossread.annotate").joinpath("quantity_words.toml").read_text("utf-8")
)
APPROXIMATE = 0.075
"""How far from "about N" the count may lie, as a share of N: "about 70 per cent" is read as 65 to 75."""
NEARLY = 0.06
"""How far below N "nearly N" may lie, as a share of N."""
DOZEN = 0.15
"""How far "a dozen" may be off, as a share: people say it of 11 and 13."""
COMPOUND_BEHIND = re.compile(r"-(?:by|on|for)-\w|-to-five\b")
COMPOUND_BEFORE = re.compile(r"\w-(?:by|on|for)-\Z|\bnine-to-\Z")
"""Words around a number in a compound that counts nothing ("four-by-four", "one-on-one")."""
MAX_WORDS = 8
"""The longest number in words, in words."""


Bounds = tuple[float | None, float | None, str | None, bool]
"""Least, most, unit, whether rough."""


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in sorted(words, key=lambda w: (-len(w), w)))


_SMALL = _any([*WORDS["small"], "hundred", "thousand", "million", "billion"])
_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
_SCALE = _any(list(WORDS["scale"]))


def _number(n: str) -> str:
    sign = rf"(?:(?P<sign{n}>{_any(list(WORDS['currency_sign']))})\s?)?"
    first = rf"{_any(list(WORDS['small']))}|a(?=\s(?:hundred|thousand|million|billion)\b)"
    words = rf"\b(?:{first})\b(?:[\s-](?:and\s)?(?:{_SMALL})\b){{0,{MAX_WORDS}}}"
    return rf"{sign}(?P<num{n}>{_DIGITS}|{words})(?:[\s-]?(?P<scale{n}>{_SCALE})\b)?"


_UNIT = _any([*WORDS["unit"], *WORDS["currency_word"]])
_LOOSE = _any([*WORDS["vague"], *WORDS["exact"], *WORDS["fraction"]])
FIGURE = re.compile(
    rf"(?:\b(?P<mod>{_any(list(WORDS['modifier']))})\s|\b(?P<between>between|from)\s)?"
    rf"(?:\b(?P<loose>{_LOOSE})\b(?=\s|[.,;:!?]|$)"
    rf"|(?<![\w.,/:#+])(?<!-(?=\d)){_number('')}"
    rf"(?:\s?(?P<unit0>%|percent|per\scent))?"
    rf"(?:\s?(?P<joint>-|–|to|and|or)\s?{_number('2')})?"
    rf"(?P<outof>\s(?:in|out\sof)\s(?:every\s)?(?:{_DIGITS}|{_any(list(WORDS['small']))})\b)?)"
    rf"(?:[\s-]?(?P<unit>{_UNIT})(?![\w]))?",
    re.IGNORECASE,
)
"""One figure with its modifier, range, scale and unit. Every repetition in it is bounded."""

PHONE = re.compile(
    r"(?:\+\d{1,3}[\s.-]?)?\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}\b|https?://\S{1,500}|\S{1,100}@\S{1,100}"
)
"""Telephone numbers, addresses of pages and of people."""

AGE_AFTER = re.compile(r"[\s-]years?(?:[\s-]of[\s-]age|[\s-]old)|[\s-](?:month|week|day)s?[\s-]old", re.IGNORECASE)
BEFORE = re.compile(r"(?P<word>[A-Za-z]+)[.\s]{1,2}$")
NO_SHARE = re.compile(r"\s(?:an?|my|your|that|this)\b")
"""After a fraction these open a thing of which it is a part, and no share of many."""
ORDINAL = re.compile(
    r"\s(?!(?:of|more|less|fewer|higher|lower|larger|smaller|bigger|cheaper|longer|shorter|the|that|this|its|their|his|her|"
    r"to|in|on|at|by|for|from|as|and|or|but|who|which|were|was|is|are|had|have|has|said|say|want|will|would|did|do)\b)"
    r"[a-z]+"
)
"""After "a third" these make it an ordinal: "a third man"."""
METRES = re.compile(r"\s?(?:long|deep|high|tall|wide|thick|away|below|above|down|up|off|across|apart)\b")
"""After "12m" these make it a length."""
PLURAL = re.compile(r"\s[a-z-]+(?:[^s]s|people|men|women|children)\b")
"""After "12m" these are what is counted, in millions."""
GLUED = re.compile(r"[A-Za-z0-9]|[./:-]\d|-[A-Za-z]{0,3}\d")
"""What may not follow a figure: it would be a piece of a name, a date or a score."""


def find(
    text: str,
    tokens: Sequence[Token] = (),
    sentences: Sequence[Sentence] = (),
    times: Sequence[TimeExpression] = (),
) -> tuple[Quantity, ...]:
    """The quantities of a text, in order. Numbers in ``times`` (found here where none are given) are none,
    nor are ordinals, telephone numbers, ages and numbers that name things."""
    taken = _Taken(
        [(t.start, t.end) for t in (times or find_times(text, None))] + [m.span() for m in PHONE.finditer(text)]
    )
    syntax = nouns.Syntax(text, tokens, sentences) if tokens else None
    out = []
    for found in FIGURE.finditer(text):
        if COMPOUND_BEHIND.match(text, found.end()) or COMPOUND_BEFORE.search(
            text, max(0, found.start() - 8), found.start()
        ):
            continue
        quantity = _quantity(text, found, syntax)
        if quantity is not None and not taken.touches(quantity.start, quantity.end):
            out.append(quantity)
    return tuple(out)


class _Taken:
    """Stretches that hold no quantity."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [s for s, _ in self._spans]
        self._reach = 0
        self._ends: list[int] = []
        for _, end in self._spans:
            self._reach = max(self._reach, end)
            self._ends.append(self._reach)

    def touches(self, start: int, end: int) -> bool:
        """Whether a stretch overlaps one of them."""
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


def _quantity(text: str, found: re.Match[str], syntax: nouns.Syntax | None) -> Quantity | None:
    start, end = found.span()
    core = found.start("loose") if found["loose"] else found.start("num")
    if not found["unit"] and GLUED.match(text, end):
        return None
    if AGE_AFTER.match(text, end) or _names_a_thing(text, core, found):
        return None
    bounds = _bounds(text, found)
    if bounds is None:
        return None
    low, high, unit, approximate = bounds
    counted = syntax.counted(core, end, unit) if syntax else None
    counted = counted or nouns.after(text, end, unit)
    if counted is None and unit is None and syntax and not found["loose"]:
        counted = syntax.of_clause(core, end)
    part = (found["loose"] or "").lower()
    if part in WORDS["fraction"] and NO_SHARE.match(text, end):
        return None  # "half an apology"
    if part in WORDS["ordinal"]["words"] and not found["mod"] and ORDINAL.match(text, end):
        return None  # "a third man"
    bare_one = found["num"] is not None and found["num"].lower() == "one"
    if counted is None and (unit is None or bare_one):
        return None
    if bare_one and unit is None and not nouns.one_counts(text, core, end):
        return None
    if found["mod"] and found["mod"].lower() == "all" and found["num"] is None:
        return None
    noun = text[counted.start : counted.end] if counted else None
    return Quantity(
        start, end, text[start:end], low, high, unit, noun, approximate,
        counted.start if counted else None, counted.end if counted else None,
    )  # fmt: skip


def _is_length(text: str, found: re.Match[str]) -> bool:
    """Whether "412m" tells metres and not millions: by what follows; a whole number is, unless a plural follows."""
    glued = (found["scale"] or "") == "m" and found["num"][-1].isdigit() and not (found["sign"] or found["unit"])
    if not glued or found["num2"]:
        return False
    after = found.end("scale")
    return METRES.match(text, after) is not None or ("." not in found["num"] and PLURAL.match(text, after) is None)


def _names_a_thing(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the word before makes the figure a name: "Flight 370", or a lone digit after a name ("Apollo 7")."""
    before = BEFORE.search(text[max(0, start - 24) : start])
    if before is None:
        return False
    if before["word"].lower() in WORDS["names"]["words"]:
        return True
    lone = found["num"] is not None and found["num"].isdigit() and len(found["num"]) == 1
    word = before["word"]
    named = any(c.isupper() for c in word) and (word.lower() not in nouns.STOPS or (len(word) > 1 and word.isupper()))
    return lone and named and not found["unit"] and not found["unit0"] and not found["sign"] and not found["mod"]


def _bounds(text: str, found: re.Match[str]) -> Bounds | None:
    """Least, most, unit, whether rough. None where the figure cannot be read."""
    unit_word = (found["unit"] or found["unit0"] or "").lower()
    unit, factor = _unit(re.sub(r"\s", " ", unit_word))
    sign = found["sign"] or found["sign2"]
    if sign:
        unit, factor = WORDS["currency_sign"].get(sign) or WORDS["currency_sign"].get(sign.upper()) or "USD", 1.0
    if found["loose"]:
        return _loose(re.sub(r"\s", " ", found["loose"].lower()), unit, factor, found["mod"])
    if _is_length(text, found):
        metres = _value(found["num"], None)
        return *_modified(metres, metres, (found["mod"] or "").lower()), "m", _is_rough(found)
    scale = found["scale"] or (found["scale2"] if found["num2"] and not found["scale"] else None)
    low = _value(found["num"], scale) * factor
    high = _value(found["num2"], found["scale2"] or found["scale"]) * factor if found["num2"] else low
    if found["num2"] and not _is_range(found, low, high):
        return None if found["joint"] in ("and", "or", "to") and not found["between"] else (low, low, unit, False)
    if found["outof"] and re.search(r"\bin\b", found["outof"]):
        return None
    return *_modified(low, high, (found["mod"] or "").lower()), unit, _is_rough(found)


def _is_rough(found: re.Match[str]) -> bool:
    return bool(found["mod"]) and _kind(found["mod"]) != "exact"


def _is_range(found: re.Match[str], low: float, high: float) -> bool:
    if found["joint"] == "and" and (found["between"] or "").lower() != "between":
        return False
    return low < high


def _kind(modifier: str) -> str:
    return str(WORDS["modifier"].get(re.sub(r"\s", " ", modifier.lower()), "exact"))


def _modified(low: float, high: float, modifier: str) -> tuple[float | None, float | None]:
    kind = _kind(modifier) if modifier else "exact"
    if kind == "min":
        return low, None
    if kind == "max":
        return 0.0, high
    if kind == "about":
        return low * (1 - APPROXIMATE), high * (1 + APPROXIMATE)
    if kind == "nearly":
        return low * (1 - NEARLY), high
    return low, high


def _loose(word: str, unit: str | None, factor: float, modifier: str | None) -> Bounds:
    if word in WORDS["fraction"]:
        value = float(WORDS["fraction"][word])
        return (*_modified(value, value, (modifier or "").lower()), unit or "%", True)
    if word in WORDS["exact"]:
        value = float(WORDS["exact"][word]) * factor
        rough = DOZEN if "dozen" in word else 0.0
        low, high = _modified(value * (1 - rough), value * (1 + rough), (modifier or "").lower())
        return low, high, unit, bool(rough) or word == "a couple" or bool(modifier)
    return float(WORDS["vague"][word]) * factor, None, unit, True


def _unit(word: str) -> tuple[str | None, float]:
    if word in WORDS["unit"]:
        unit, factor = WORDS["unit"][word]
        return str(unit), float(factor)
    return (str(WORDS["currency_word"][word]), 1.0) if word in WORDS["currency_word"] else (None, 1.0)


def _value(words: str, scale: str | None) -> float:
    """The value of a number in digits or words with its scale."""
    factor = float(WORDS["scale"][scale.lower()]) if scale else 1.0
    if words[0].isdigit():
        return float(words.replace(",", "")) * factor
    total = group = 0.0
    for word in re.split(r"[\s-]+", words.lower()):
        size = float(WORDS["scale"].get(word, 0)) if word not in WORDS["small"] else 0.0
        if size >= 1000:
            total, group = total + max(group, 1) * size, 0.0
        elif size:
            group = max(group, 1) * size
        else:
            group += float(WORDS["small"].get(word, 0))
    return (total + group) * factor
