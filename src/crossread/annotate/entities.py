"""Names: persons, organisations, places, and other (events, laws, products, nationalities)."""

import calendar
import re
from collections.abc import Sequence
from typing import cast

import numpy as np

from crossread.annotate.decoding import spans, viterbi
from crossread.annotate.encoder import Parsed, SyntaxGraph
from crossread.model.annotated import Entity, EntityKind
from crossread.model.span import Extent

_BANNED = -1e4
_PARTY_TAG = re.compile(r"[RDI]-[A-Z][\w.]{0,8}$")
"""A lawmaker's party and state: "R-Va.", "D-Calif."."""
_CALENDAR = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name) if name)
_WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)
_BEFORE_DATES = frozenset(
    {"in", "on", "by", "since", "until", "till", "last", "next", "this", "of", "early", "late", "from", "to", "before"}
    | {"after", "during", "through", "between", "and", "every", "each", "for", "-", "mid", ","}
)


class Names:
    """Decodes name tags of a sentence's words."""

    def __init__(self, graph: SyntaxGraph) -> None:
        self._tags: list[str] = graph.heads["names"].tolist()
        self._transition = graph.heads["transition"]
        self._start = np.array([_BANNED if t.startswith("I-") else 0.0 for t in self._tags], np.float32)

    def find(self, parsed: Parsed, words: list[Extent], told: Sequence[str]) -> list[Entity]:
        """The names of one sentence, in order; ``told`` are the words themselves."""
        if parsed.names.argmax(1).max(initial=0) == 0:
            return []
        path = viterbi(parsed.names, self._transition, self._start)
        cut = [
            (first + _strange(told, first, last, kind), last - _dated(told, first, last, kind), kind)
            for first, last, kind in spans(path, self._tags)
        ]
        found = [(whole_start(told, first, path), last, kind) for first, last, kind in cut]
        return [
            Entity(words[first].start, words[last - 1].end, cast(EntityKind, _kind(told, first, last, kind)))
            for first, last, kind in found
            if (last - first > 1 or not _dates(told, first)) and not _PARTY_TAG.match("".join(told[first:last]))
        ]


def whole_start(told: Sequence[str], first: int, path: Sequence[int]) -> int:
    """Where a name begins: one cut off after the first word of a two-word place gets it back ("United" States)."""
    if first and path[first - 1] == 0 and (told[first - 1], told[first]) in FIRST_WORDS:
        return first - 1
    return first


FIRST_WORDS = frozenset(
    tuple(pair.split())
    for pair in (
        "United States,United Kingdom,United Nations,United Arab,New York,New Zealand,New Jersey,New Mexico,New Delhi,"
        "New Orleans,New Hampshire,New South,North Korea,South Korea,South Africa,South Carolina,North Carolina,"
        "South Dakota,North Dakota,South Sudan,Northern Ireland,Saudi Arabia,Sri Lanka,Hong Kong,Los Angeles,"
        "San Francisco,San Diego,Costa Rica,Puerto Rico,El Salvador,West Virginia,West Bank,Sierra Leone,Burkina Faso,"
        "Middle East,South America,North America,South Asia,Southeast Asia,Soviet Union,European Union,White House,"
        "Supreme Court,Ivory Coast,Cape Town,Cape Verde,Kuala Lumpur,Buenos Aires,Addis Ababa,Tel Aviv"
    ).split(",")
)
"""Names of two words whose second the tagger may take alone."""


def _dated(told: Sequence[str], first: int, last: int, kind: str) -> int:
    """How many words behind a name only say when ("52nd St. | Saturday"); "Mail on Sunday" is a name."""
    day = last - first > 1 and told[last - 1].lower() in _WEEKDAYS and kind != "other"
    return int(day and told[last - 2].lower() not in ("on", "the", "black", "bloody", "good", "every"))


def _strange(told: Sequence[str], first: int, last: int, kind: str) -> int:
    """How many words before a name are none of its own: praise, the land of which somebody is the president ("United
    States | Barack Obama"), the end of a bracket ("Kiki) | Gray")."""
    if kind != "person":
        return _praised(told, first, last, kind)
    land = next((n for n in (1, 2) if first + n > 1 and tuple(told[first + n - 2 : first + n]) in FIRST_WORDS), 0)
    closed = next((i for i in range(first, last - 1) if told[i] == ")" and "(" not in told[first:i]), None)
    if land and last - first - land > 1:
        return land
    return closed + 1 - first if closed is not None else 0


def _praised(told: Sequence[str], first: int, last: int, kind: str) -> int:
    """How many words before a place's name only praise it ("ritzy | Avenue Montaigne", "chic | Avenue Montaigne")."""
    small = kind == "place" and last - first > 1 and told[first].islower() and told[first + 1][:1].isupper()
    return int(small and told[first] not in PART_OF_PLACES)


def _kind(told: Sequence[str], first: int, last: int, kind: str) -> str:
    """A body's name of one word right after a job is its holder's: "disaster agency official Fauzi"."""
    held = last - first == 1 and first > 0 and told[first - 1] in HOLDS and not told[first].isupper()
    return "person" if held and kind == "organisation" else kind


HOLDS = frozenset(
    """official spokesman spokeswoman spokesperson minister president lawyer attorney doctor governor senator mayor
    judge prosecutor resident activist professor analyst secretary director chairman chairwoman chief commissioner
    commander captain colonel general sergeant""".split()
)
"""Jobs in small letters after which a name is that of who holds them."""
PART_OF_PLACES = frozenset(
    """north south east west northern southern eastern western central upper lower old new greater inner outer mid
    north-east north-west south-east south-west mount lake river island isle port fort house avenue rue street square
    university province state city district county region republic kingdom de la le el al""".split()
)
"""Small letters with which a place's name may begin."""


def _dates(told: Sequence[str], at: int) -> bool:
    """Whether a word is a weekday, or a month where only a time is told: a person may be called April or May."""
    if told[at].lower() in _WEEKDAYS:
        return True
    return told[at].lower() in _CALENDAR and (not at or told[at - 1].lower() in _BEFORE_DATES)
