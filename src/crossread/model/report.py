"""A report: one article as one outlet published it."""

from typing import Literal

import msgspec

Basis = Literal["metadata", "dateline", "inferred", "unknown"]


class Published(msgspec.Struct, frozen=True):
    """When a report came out, as ISO days, and how that is known."""

    earliest: str | None = None
    latest: str | None = None
    basis: Basis = "unknown"
    why: str = ""


class Debris(msgspec.Struct, frozen=True, order=True):
    """Page text that is no reporting: marked, never deleted."""

    start: int
    end: int
    kind: str


RESTATING = frozenset({"repeated-paragraph", "restatement"})
"""Kinds of debris that still tell something: what they say is read as said before. All other kinds are skipped."""
HEADLINES = RESTATING | {"heading"}
"""Kinds of debris that a headline may be; a byline, an outlet's name or a list of tags is none."""


class Report(msgspec.Struct, frozen=True):
    """What ``read`` makes of one input.

    ``text`` is the decoded file for plain text, the text field for JSON articles, the extracted text for HTML.
    ``id`` is given once all inputs of a story are known ("r00", "r01", … in order of path and hash).
    ``complete`` is false for a paywalled or cut text, which never counts as silent.
    ``credits`` are agencies or outlets that the page's metadata names as its source (RSS ``<source>``).
    """

    id: str
    path: str
    sha256: str
    text: str
    language: str
    published: Published
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    complete: bool = True
    debris: tuple[Debris, ...] = ()
    duplicate_of: str | None = None


class Failure(msgspec.Struct, frozen=True, order=True):
    """An input, or one stage's work on it, that could not be done; it never stops the rest."""

    path: str
    stage: str
    error: str


class Gap(msgspec.Struct, frozen=True, order=True):
    """What could not be told."""

    kind: str
    text: str
