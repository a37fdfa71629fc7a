"""Names of people and bodies: what is the name in a phrase, and whether two names are of one bearer."""

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from rapidfuzz.distance import DamerauLevenshtein

from crossread.model.countries import countries
from crossread.model.words import FUNCTION_WORDS, WORD, fold

# Shorter surnames differ by one letter too often ("Lee", "Li").
MISSPELT_FROM = 5
# Of one given name shorter ones are misspelt too ("Duncan Rait", "Duncan Raite").
NAMESAKE_FROM = 4
_POSSESSIVE = re.compile(r"['’]s?$")
_NAME = r"([A-Z][\w&.’'-]*(?:\s+[A-Z][\w&.’'-]*)*)"
_FROM = re.compile(r"(?:.*\s)?(?:released|issued|published|provided|supplied|received|sent)\s+(?:by|from)\s+" + _NAME)
_JOB_AT = re.compile(r"((?:[a-z][\w-]*\s+)+)(?:with|of|at|for)\s+" + _NAME)
_DESCRIBED = re.compile(r"(?:the\s+)?([a-z][\w-]*)\s+" + _NAME)
_OF_COUNTRY = re.compile(r"(?:the\s+)?([A-Z][\w. ]*)['’]s\s+" + _NAME)
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
# Letters of a land or a league that stands whole in an acronym: "USGS", "UKHSA", "EUIPO".
LONGEST_LAND = 2
_INITIAL = re.compile(r"^\w$")
_SMALL = frozenset({"the", "of", "and", "for", "de", "del", "la", "los", "las", "el", "a", "an", "in", "on"})


HONORIFICS = frozenset("mr mrs ms miss dr sir madam m mme monsieur señor señora herr frau".split())
"""Forms of address: they say nothing of what a person is."""


def is_name(text: str) -> bool:
    """Whether what was taken for a name can be one: "The" and "W]e" are none."""
    forms = [fold(w) for w in WORD.findall(text)]
    bare = all(f in FUNCTION_WORDS for f in forms) and not (text.isupper() and len(text) > 1)
    return bool(forms) and not bare and all(text.count(a) == text.count(b) for a, b in ("[]", "()"))


def is_honorific(word: str) -> bool:
    """Whether a word in lower case is a form of address."""
    return word.strip(".") in HONORIFICS


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    return tomllib.loads(files("crossread.trace").joinpath("naming.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def titles() -> frozenset[str]:
    """Words before a person's name that are no part of it."""
    return frozenset(_tables()["titles"])


@lru_cache(maxsize=1)
def spokes() -> frozenset[str]:
    """Jobs whose holder speaks for the body named with them."""
    return frozenset(_tables()["spokes"])


@lru_cache(maxsize=1)
def _descriptors() -> frozenset[str]:
    return frozenset(_tables()["descriptors"])


@lru_cache(maxsize=1)
def _company() -> frozenset[str]:
    return frozenset(_tables()["company"])


@lru_cache(maxsize=1)
def _given() -> dict[str, int]:
    return {form: i for i, forms in reversed(list(enumerate(_tables()["nicknames"]))) for form in forms}


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(bare(row.capital) for row in countries())


@lru_cache(maxsize=1)
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for row in countries():
        for name in (row.name, row.capital, *row.aliases):
            names.setdefault(bare(name), row.name)
        for adjective in row.adjectives:
            adjectives.setdefault(bare(adjective), row.name)
    return names, adjectives


def country(name: str) -> str | None:
    """The country that a name, its capital, or "the … government" stands for; None where it is none."""
    names, adjectives = _countries()
    key = bare(name)
    if key in names:
        return names[key]
    for ending in (" government", " administration", " authorities", " regime", " state", " side", " executive"):
        if key.endswith(ending):
            head = key.removesuffix(ending)
            return adjectives.get(head) or names.get(head)
    return None


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    return {bare(seat): land for seat, land in _tables()["seats"].items()}


def government(name: str) -> str | None:
    """The country whose government a name speaks for: the country's own names, its seat, "the X administration".

    "Administration" without a country's adjective is American usage (White House, Obama administration).
    """
    key = bare(name)
    land = country(name) or _seats().get(key)
    if land is None and key.endswith("administration"):
        return "United States"
    return land


def is_capital(name: str) -> bool:
    """Whether a name is a country's by being its capital's."""
    land = country(name)
    return land is not None and bare(name) in _capitals() and bare(name) != bare(land)


def adjective_of(word: str) -> str | None:
    """The country that an adjective speaks of ("Venezuelan")."""
    return _countries()[1].get(bare(word))


def bare(name: str) -> str:
    """A name as it is compared: folded, without its article and outer points."""
    return re.sub(r"^the\s+", "", fold(" ".join(name.split()))).strip(" .,")


def _undotted(name: str) -> str:
    """A name with "U.S." as "US"."""
    return _DOTTED.sub(lambda m: m.group().replace(".", ""), name)


def _letters(word: str) -> str:
    """What a word gives to an acronym: its first letter, of "US" both."""
    return word if word.isupper() and len(word) <= LONGEST_LAND else word[:1]


def _forms(name: str) -> list[str]:
    return [_POSSESSIVE.sub("", fold(m.group())) for m in WORD.finditer(name)]


def parts(name: str) -> tuple[str, ...]:
    """The folded words of a name, without titles before it and possessives ("Mr. Carl F. Olin's")."""
    found = _forms(name)
    while len(found) > 1 and found[0] in titles() | {"the"}:
        found.pop(0)
    return tuple(f for f in found if f)


YOUNGER = frozenset({"jr", "jnr", "ii", "iii", "iv"})
"""What the name of a son ends in: he is not his father."""
GENERATIONS = YOUNGER | {"sr", "snr"}
"""What a name may end in behind the surname."""
PARTICLES = frozenset(
    "lo la le de di da del della dos du des van von der den ter ten al el bin ben abu san st mac".split()
)
"""Words that are part of the surname after them: "Lo Presti" is nobody called Lo."""


def same_person(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names, as ``parts`` gives them, can be of one person: surname, and given names where both tell."""
    if not a or not b:
        return False
    if min(len(a), len(b)) > 1 and (a[-1] in YOUNGER) != (b[-1] in YOUNGER):
        return False
    a, b = (p[:-1] if len(p) > 2 and p[-1] in GENERATIONS else p for p in (a, b))
    if len(a) == 1 or len(b) == 1:
        return (_spelt_alike(a[-1], b[-1]) and a[-1][0] == b[-1][0]) or _is_surname(a, b)
    short, long = sorted((a, b), key=len)
    if len(short) < len(long) and short[0] in PARTICLES and short == long[-len(short) :]:
        return True
    if len(short) < len(long) and len(long) > 2 and _INITIAL.match(long[0]) and not _INITIAL.match(long[1]):
        long = long[1:]  # "W. Mark Felt" is Mark Felt
        a, b = short, long
    given_alike = _given_alike(a[0], b[0])
    if a[:-1] == b[:-1] and len(a[0]) > 1 and _spelt_alike(a[-1], b[-1], NAMESAKE_FROM) and a[-1][0] == b[-1][0]:
        return True
    return given_alike and (_spelt_alike(a[-1], b[-1]) or set(a[1:]) == set(b[1:]) or _double(a, b))


def _double(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Two surnames, of which one report gives only the first ("Marta Olin Vega")."""
    short, long = sorted((a, b), key=len)
    return len(short) == 2 and len(long) == 3 and short[-1] == long[1] and not _INITIAL.match(long[1])


def _is_surname(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    short, long = sorted((a, b), key=len)
    return len(short) == 1 and len(long) == 3 and short[0] == long[1] and len(short[0]) >= MISSPELT_FROM


def _given_alike(a: str, b: str) -> bool:
    if a == b or (_given().get(a) is not None and _given().get(a) == _given().get(b)):
        return True
    if _INITIAL.match(a) or _INITIAL.match(b):
        return a[0] == b[0]
    return min(len(a), len(b)) >= MISSPELT_FROM and DamerauLevenshtein.distance(a, b) <= 1


def _spelt_alike(a: str, b: str, least: int = MISSPELT_FROM) -> bool:
    if a == b:
        return True
    return min(len(a), len(b)) >= least and DamerauLevenshtein.distance(a, b) <= 1


def body_key(name: str) -> frozenset[str]:
    """What a body's name comes down to: no article, no company ending, plural and order set aside."""
    forms = [_of_land(f) for f in _forms(bearer(_undotted(name))) if f not in _SMALL]
    kept = [f for f in forms if f not in _company()] or forms
    return frozenset(f[:-1] if len(f) > 3 and f.endswith("s") and not f.endswith("ss") else f for f in kept)


def _of_land(form: str) -> str:
    """A country's name for its adjective ("egyptian"); any other word as it is."""
    land = adjective_of(form)
    return fold(land).replace(" ", "") if land is not None else form


def bearer(name: str) -> str:
    """The body that a phrase comes down to: what a report says of it before its name, and papers that come from it, are
    no part of who it is ("operator Orrin Telecom", "information received from Orrin", "the U.K.'s Orrin Plc")."""
    if (found := _FROM.fullmatch(name)) is not None:
        return found.group(1)
    found = _JOB_AT.fullmatch(name)
    if found is not None and any(fold(w) in spokes() for w in WORD.findall(found.group(1))):
        return found.group(2)
    found = _OF_COUNTRY.fullmatch(name)
    if found is not None and country(found.group(1)) is not None:
        return found.group(2)
    found = _DESCRIBED.fullmatch(name)
    return found.group(2) if found is not None and found.group(1) in _descriptors() else name


def same_body(a: str, b: str) -> bool:
    """Whether two names can be of one body: the same words, an acronym, or one name shortened at its end."""
    one, two = body_key(a), body_key(b)
    if one == two:
        return True
    return _acronym(a, b) or _acronym(b, a) or _shortened(a, b)


def is_company(name: str) -> bool:
    """Whether a name ends as companies' names do ("Plc", "Inc.")."""
    forms = _forms(name)
    ending = len(forms) > 1 and forms[-1] in _company() - {"se", "co", "sa"}
    return ending or name.endswith((" SA", " SE", " Co", " Co."))


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out, folded: "Cable News Network" gives "cnn"."""
    return "".join(fold(_letters(f)) for f in WORD.findall(_undotted(name)) if fold(f) not in _SMALL)


def _acronym(short: str, long: str) -> bool:
    letters = re.sub(r"^[Tt]he\s|[^A-Za-z]", "", short)
    if not (2 <= len(letters) <= 7 and letters.isupper()):
        return False
    forms = [f for f in WORD.findall(_undotted(long)) if fold(f) not in {"the"}]
    initials = "".join(_letters(f) for f in forms if fold(f) not in _SMALL)
    everything = "".join(f[0] for f in forms)
    return len(forms) > 1 and letters in (initials.upper(), everything.upper())


def _shortened(a: str, b: str) -> bool:
    """ "Orrin" for "Orrin Telecom": one word, capitalised, long enough to be distinctive."""
    one, two = [[f for f in _forms(n) if f not in _company() | _SMALL] for n in (a, b)]
    short, long = sorted((one, two), key=len)
    if short and (adjective_of(short[0]) or country(short[0])):
        return False  # "Egyptian" is no ministry's name
    return len(short) == 1 and len(long) == 2 and short[0] == long[0] and len(short[0]) >= MISSPELT_FROM
