"""Outlets and agencies: the table shipped as ``outlets.toml``, with the user's own rows added to it."""

import re
import tomllib
from collections.abc import Iterable
from copy import copy
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from crossread.errors import SettingsError
from crossread.model.report import Report
from crossread.model.words import fold, without_aside

OutletKind = Literal["agency", "newspaper", "broadcaster", "site"]

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
NO_SHORT_NAMES = frozenset(
    "news live online radio today television tv wire service agency press media international".split()
)
"""Last words of an outlet's name by which no report calls it."""
SHORTEST = 3
"""Letters of an outlet's name that a text can be searched for."""
HEAD = 240
"""Characters of a report within which its dateline and credit lines stand."""
_LONGER = re.compile(r"(?<![.!?] )\b(?!The\b|In\b|To\b)[A-Z][\w-]+ ([A-Z][a-z]+)\b")
_SPACE = re.compile(r"\s+")


class Outlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One outlet or agency. ``country`` is ISO 3166-1 alpha-2; ``aliases`` are other names in use."""

    name: str
    kind: OutletKind
    country: str = ""
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outlets: tuple[Outlet, ...]


class Outlets:
    """The outlets known, found by name or by web address."""

    def __init__(self, rows: Iterable[Outlet]) -> None:
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        held = {row.name: row for row in rows}
        for row in held.values():
            for alias in row.aliases:
                self._by_name.setdefault(_key(alias), row)
            for domain in row.domains:
                self._by_domain[domain] = row
        self._by_name.update((_key(row.name), row) for row in held.values())

    def named(self, name: str) -> Outlet | None:
        """The outlet of this name, whatever its article and case; None where none is known.

        A name all in small letters names an outlet only where the table writes it so ("taz", "nyt").
        """
        row = self._by_name.get(_key(name))
        if row is None or any(c.isupper() for c in name):
            return row
        return row if any(a == a.lower() for a in (row.name, *row.aliases)) else None

    def with_own(self, reports: Iterable[Report]) -> "Outlets":
        """The outlets with those of a story's reports: what one report calls Nordwire is the Nordwire whose report
        another is. One that signs its own dateline is an agency."""
        local = copy(self)
        local._by_name = dict(self._by_name)
        for report in reports:
            if report.outlet and len(name := without_aside(report.outlet)) >= SHORTEST:
                signs = f"({name})".casefold() in report.text[:HEAD].casefold()
                row = Outlet(report.outlet, "agency" if signs else "newspaper")
                local._by_name.setdefault(_key(name), row)
                local._by_name.setdefault(_key(report.outlet), local._by_name[_key(name)])
        return local

    def but_in(self, text: str, own: str | None) -> "Outlets":
        """The outlets as a report means them: where it tells of "the Halden Observer", "the Observer" is no other, and
        "the Lantern" is the Daily Lantern whose report it is (``own``)."""
        longer = {_key(m[1]) for m in _LONGER.finditer(f"{own or ''}\n{text}")}
        names = {key: row for key, row in self._by_name.items() if key not in longer or not _has_article(row, key)}
        last = (own or "").split()[1:][-1:]
        if own is not None and last and last[0].lower() not in NO_SHORT_NAMES:
            names[_key(last[0])] = Outlet(own, "newspaper")
        local = copy(self)
        local._by_name = names
        return local

    def at(self, url: str | None) -> Outlet | None:
        """The outlet whose domain a web address belongs to, subdomains included."""
        host = (urlsplit(url).hostname or "") if url and "//" in url else (url or "")
        parts = host.lower().split(".")
        for i in range(len(parts) - 1):
            row = self._by_domain.get(".".join(parts[i:]))
            if row is not None:
                return row
        return None

    @property
    def rows(self) -> tuple[Outlet, ...]:
        """Every outlet, by name."""
        return tuple(sorted({id(r): r for r in self._by_name.values()}.values(), key=lambda r: r.name))


def _has_article(row: Outlet, key: str) -> bool:
    """Whether an outlet's name is a common word with its article ("The Times"), which many papers bear."""
    return any(name.startswith("The ") and _key(name) == key for name in (row.name, *row.aliases))


def _key(name: str) -> str:
    return fold(_ARTICLE.sub("", _SPACE.sub(" ", name.strip())).rstrip(" .,"))


@lru_cache(maxsize=4)
def load(own: Path | None = None) -> Outlets:
    """The shipped table; rows of the TOML file ``own`` are added and override shipped ones of the same name.

    Raises SettingsError, naming the file, where it cannot be read or has another form than ``outlets.toml``.
    """
    shipped = files("crossread.trace").joinpath("outlets.toml").read_text(encoding="utf-8")
    rows = list(_rows(shipped))
    if own is not None:
        try:
            rows += _rows(own.read_text(encoding="utf-8"))
        except OSError as error:
            raise SettingsError(f"{own}: cannot be read ({error.strerror}); give a TOML file of outlets") from error
        except (tomllib.TOMLDecodeError, msgspec.ValidationError, UnicodeDecodeError) as error:
            raise SettingsError(f"{own}: {error}; see docs/sourcing.md for its form") from error
    return Outlets(rows)


def _rows(text: str) -> tuple[Outlet, ...]:
    return msgspec.convert(tomllib.loads(text), _Table).outlets
