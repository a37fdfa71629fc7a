"""What ``annotate`` sees in one report: syntax, names, attributions, times, quantities."""

from bisect import bisect_right
from typing import Literal

import msgspec

from crossread.model.quantity import Quantity
from crossread.model.report import Report
from crossread.model.span import Extent
from crossread.model.time import TimeExpression

EntityKind = Literal["person", "organisation", "place", "other"]


class Token(msgspec.Struct, frozen=True):
    """A syntactic word by Universal Dependencies; ``head`` is an index into the report's tokens, -1 at a root."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str


class Sentence(msgspec.Struct, frozen=True):
    """A sentence: characters ``start:end`` of the text and tokens ``first:last`` (last exclusive)."""

    start: int
    end: int
    first: int
    last: int


class Entity(msgspec.Struct, frozen=True, order=True):
    """A name."""

    start: int
    end: int
    kind: EntityKind


class Attribution(msgspec.Struct, frozen=True):
    """Who (source) says (cue) what (content), as in PARC 3.0 and PolNeAR; each may be discontinuous.

    ``source`` or ``cue`` may be empty where the report leaves them out. Contents may nest.
    """

    source: tuple[Extent, ...]
    cue: tuple[Extent, ...]
    content: tuple[Extent, ...]


class Reference(msgspec.Struct, frozen=True, order=True):
    """A pronoun or description at ``start:end`` that stands for the earlier phrase ``antecedent``."""

    start: int
    end: int
    antecedent: Extent


class Annotated(msgspec.Struct, frozen=True):
    """One report and everything annotated in it. Offsets are into ``report.text``."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    references: tuple[Reference, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quantities: tuple[Quantity, ...] = ()

    @property
    def dated(self) -> list[TimeExpression]:
        """The times that are a day or a stretch of days, both of whose ends are known."""
        return [t for t in self.times if t.type in ("DATE", "TIME") and t.earliest is not None and t.latest is not None]

    def sentence_number(self, place: int) -> int | None:
        """The index of the sentence that holds a character, or None."""
        found = bisect_right(self.sentences, place, key=lambda s: s.start) - 1
        return found if found >= 0 and place < self.sentences[found].end else None

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a character, or None."""
        found = self.sentence_number(place)
        return None if found is None else self.sentences[found]
