"""From the words that a rule captured to a spec."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from crossread.annotate.times.grammar import Match
from crossread.annotate.times.lexer import Lexicon, Tokens
from crossread.annotate.times.spec import Spec

YY_PIVOT = 40
"""A two-digit year below this is of the 2000s, else of the 1900s."""

DOUBLED_MODS = {
    "more": "MORE_THAN", "over": "MORE_THAN", "less": "LESS_THAN", "under": "LESS_THAN", "fewer": "LESS_THAN",
    "longer": "MORE_THAN", "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS", "up": "EQUAL_OR_LESS",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "no": "EQUAL_OR_LESS", "later": "EQUAL_OR_LESS",
}  # fmt: skip
"""TIMEX3 ``mod`` by the first of these words in a modifier; any other modifier is APPROX."""

LAST_ORD = {"last": -1, "final": -1, "closing": -1, "opening": 1}
PARTS = {"latter": "END", "small": "START", "wee": "START"}


def parse_number(words: list[str], lexicon: Lexicon) -> float:
    """The value of a number in digits ("3 , 000", "2 . 5") or words ("twenty - three", "two hundred and five")."""
    if words[0].isdigit():
        digits = "".join(words).replace(",", "")
        return float(digits) if len(digits) < 16 else float(10**15)
    total = group = 0
    for word in words:
        value = int(lexicon.values["NUMW"].get(word, 0))
        if value == 100:
            group = max(group, 1) * 100
        elif value == 1000:
            total, group = total + max(group, 1) * 1000, 0
        else:
            group += value
    return float(total + group)


def full_year(yy: int) -> int:
    """The year that two digits mean; see ``YY_PIVOT``."""
    return yy + (2000 if yy < YY_PIVOT else 1900)


def _value(lexicon: Lexicon, word: str, *classes: str) -> int | str:
    for name in classes:
        if word in lexicon.values[name]:
            return lexicon.values[name][word]
    raise ValueError(f"no value for {word!r} in {classes}")


def _ordinal(words: list[str], lexicon: Lexicon) -> int:
    if words[0] in LAST_ORD:
        return LAST_ORD[words[0]]
    last = int(_value(lexicon, words[-1], "ORD"))
    return last + (int(lexicon.values["NUMW"].get(words[0], 0)) if len(words) > 1 else 0)


def _mod(words: list[str]) -> str:
    return next((DOUBLED_MODS[w] for w in words if w in DOUBLED_MODS), "APPROX")


def _zone(words: list[str]) -> str:
    return words[0].upper()


def _sign(words: list[str]) -> Told:
    back = words[0] in ("ago", "earlier", "previously", "beforehand", "before")
    return {"sign": -1 if back else 1, "to": "now" if words[0] in ("ago", "hence", "from") else "ref"}


def _vague(words: list[str], lexicon: Lexicon) -> Told:
    if words[0] in lexicon.values["UNITS"]:
        return {"unit": lexicon.values["UNITS"][words[0]], "low": None}
    return {"low": 2.0, "high": 2.0} if words[0] == "couple" else {"low": None}


def _freq(words: list[str], lexicon: Lexicon) -> Told:
    times = {"once": 1, "twice": 2}.get(words[0]) or int(parse_number(words[:-1], lexicon))
    return {"freq": f"{times}X"}


Told = dict[str, str | int | float | bool | None]
Handler = Callable[[list[str], Lexicon], Told]

HALVES = {"half": "H2", "third": "H3"}
"""Unit codes of the parts that "the first half of" counts."""

FIELDS: dict[str, Handler] = {
    "year": lambda w, _: {"year": int(w[0])},
    "yy": lambda w, _: {"yy": full_year(int(w[0]))},
    "bc": lambda w, _: {"year": -int(w[0])},
    "ad": lambda w, _: {"year": int(w[0])},
    "month": lambda w, x: {"month": int(w[0]) if w[0].isdigit() else _value(x, w[0], "MONTH", "MONTHABBR")},
    "day": lambda w, x: {"day": int(w[0])} if w[0].isdigit() else {"offset": _value(x, w[0], "DEICTIC")},
    "dayord": lambda w, x: {"day": _ordinal(w, x)},
    "first": lambda w, _: {"first": int(w[0])},
    "then": lambda w, _: {"then": int(w[0])} if w[0].isdigit() and len(w) == 1 else {},
    "day2": lambda w, _: {"day2": int(w[0])},
    "yy2": lambda w, _: {"yy2": int(w[0])},
    "weekday": lambda w, x: {"weekday": _value(x, w[0], "WEEKDAY", "WEEKDAYABBR")},
    "weekdays": lambda w, x: {"weekday": _value(x, w[0], "WEEKDAYS"), "quant": "EVERY"},
    "relation": lambda w, x: {"relation": _relation(w, x)},
    "relation2": lambda w, x: {"relation": _relation(w, x), "unit": "Y"},
    "unit": lambda w, x: {
        "unit": _value(x, w[0], "UNIT", "UNITS", "SEASON", "ORD") if w[0] not in HALVES else HALVES[w[0]]
    },
    "unit2": lambda _w, _x: {"minutes": True},
    "holiday": lambda w, _: {"holiday": _holiday(w)},
    "part": lambda w, x: {"part": PARTS.get(w[0]) or _value(x, w[0], "PARTWORD", "PARTNOUN")},
    "daypart": lambda w, x: {"daypart": _value(x, w[0], "DAYPART")},
    "season": lambda w, x: {"season": _value(x, w[0], "SEASON")},
    "ord": lambda w, x: {"ord": int(w[0]) if w[0].isdigit() else _ordinal(w, x)},
    "ordnum": lambda w, _: {"ord": int(w[0])},
    "decade": lambda w, _: {"decade": int(w[0])},
    "decadeword": lambda w, x: {"decade": 1900 + int(_value(x, w[0], "DECADEW"))},
    "num": lambda w, x: {"low": parse_number(w, x), "high": parse_number(w, x)},
    "num2": lambda w, x: {"high": parse_number(w, x)},
    "half": lambda _w, _x: {"half": True},
    "andhalf": lambda _w, _x: {"andhalf": True},
    "a": lambda _w, _x: {"a": True},
    "vague": _vague,
    "approx": lambda w, _: {"mod": _mod(w)},
    "mod": lambda _w, _: {"mod": "APPROX"},
    "sign": lambda w, _: _sign(w),
    "freq": _freq,
    "quant": lambda w, _: {"quant": w[0].upper()},
    "other": lambda _w, _x: {"low": 2.0, "high": 2.0},
    "freqword": lambda w, x: {"value": _value(x, w[0], "FREQ")},
    "long": lambda _w, _x: {},
    "age": lambda _w, _x: {"age": True},
    "ref": lambda w, x: {"value": _value(x, w[0], "REF")},
    "hour": lambda w, _: {"hour": int(w[0])},
    "hourword": lambda w, x: {"hour": int(parse_number(w, x))},
    "minute": lambda w, _: {"minute": int(w[0])},
    "second": lambda w, _: {"second": int(w[0])},
    "ampm": lambda w, _: {"pm": w[0].startswith("p")},
    "zone": lambda w, _: {"zone": _zone(w)},
    "hhmm": lambda w, _: {"hour": int(w[0]) // 100, "minute": int(w[0]) % 100},
    "clockword": lambda w, x: {"hour": _value(x, w[0], "CLOCKWORD"), "minute": 0},
    "past": lambda w, x: {"past": {"half": 30, "quarter": 15, "a": 15}.get(w[0]) or int(parse_number(w, x))},
    "rel": lambda w, _: {"rel": w[0]},
}
"""How each field of rules.toml is read: from its words in lower case to spec fields; ``_finish`` folds some."""


def _relation(words: list[str], lexicon: Lexicon) -> str:
    told = words[-1] if words[0] in ("this", "very") and words[-1] != "very" else words[0]
    told = {"before": "previous", "after": "following"}.get(told, told)
    return str(lexicon.values["DIRECTION"].get(told, told))


def _holiday(words: list[str]) -> str:
    out: list[str] = []
    for word in words:
        if word in ("'", "’", "‘"):
            continue
        if word == "s" and out:
            out[-1] += "s"
        else:
            out.append(word)
    return " ".join(out)


def second_of(match: Match, spec: Spec, tokens: Tokens) -> tuple[Spec, int, int] | None:
    """The second date of a pair that shares its month or century ("March 5-9", "1957-60"): spec and tokens."""
    if "then" not in match.fields or not {"day2", "yy2"} & match.fields.keys():
        return None
    first, last = match.fields["then"]
    if "day2" in match.fields:
        of_month = int(tokens.words[match.fields["day2"][0]])
        return structs.replace(spec, day=of_month), match.fields["day2"][0], last
    year = spec.year or 0
    return Spec("year", year=year - year % 100 + int(tokens.words[match.fields["yy2"][0]])), first + 1, last


def read_fields(match: Match, tokens: Tokens, lexicon: Lexicon) -> Spec | None:
    """The spec that a match tells; None where its words are no time (an age, an impossible clock)."""
    told: Told = {}
    for name, (first, last) in match.fields.items():
        words = [w.lower() for w in tokens.words[first:last] if w != "."] or ["."]
        for field, value in FIELDS[name](words, lexicon).items():
            if value is not None or field not in told:
                told[field] = value
    told |= match.fixed
    return None if told.pop("age", None) else _finish(match.kind, told)


def _finish(kind: str, told: Told) -> Spec | None:
    if told.pop("minutes", None):
        told["low"], told["unit"] = 60 * float(told["low"] or 0) + float(told["high"] or 0), "min"
        told["high"] = told["low"]
    _fold_amount(told)
    if "past" in told and not _fold_past(told):
        return None
    if "first" in told:
        _fold_slashed(told)
        kind = "date"
    yy = told.pop("yy", None)
    if yy is not None:
        told.setdefault("year", yy)
    pm = told.pop("pm", None)
    if pm is not None:
        told["hour"] = int(told.get("hour") or 0) % 12 + (12 if pm else 0)
    known = {k: v for k, v in told.items() if k in Spec.__struct_fields__}
    return Spec(**{"kind": kind, **known})  # type: ignore[arg-type]


def _fold_amount(told: Told) -> None:
    if told.pop("andhalf", None):
        whole = 1.0 if told.pop("a", None) else float(told.get("low") or 0)
        told["low"] = told["high"] = whole + 0.5
        return
    half = told.pop("half", None)
    if told.pop("a", None) and "low" not in told:
        told["low"] = told["high"] = 1.0
        if half:
            told["low"] = told["high"] = 0.5
        return
    if half and told.get("low") is not None:
        told["low"] = float(told["low"] or 0) + 0.5
        told["high"] = float(told.get("high") or 0) + 0.5
    elif half:
        told["low"] = told["high"] = 0.5


def _fold_slashed(told: Told) -> None:
    """Month first, as American news writes it, unless only the second can be a month's day."""
    first, then = int(told.pop("first") or 0), int(told.pop("then") or 0)
    told["month"], told["day"] = (then, first) if first > 12 else (first, then)


def _fold_past(told: Told) -> bool:
    minutes, rel = int(told.pop("past") or 0), told.pop("rel")
    hour = int(told.get("hour") or 0)
    told["hour"], told["minute"] = (hour, minutes) if rel == "past" else ((hour - 1) % 24, 60 - minutes)
    return 1 <= hour <= 12
