"""One story on disk: story.toml, world.md and its marked reports."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markup import MarkupError, Report, fail, parse_report

FIELDS = {
    "accidents",
    "crime and courts",
    "culture",
    "diplomacy and conflict",
    "disasters",
    "elections and politics",
    "local councils",
    "mergers and markets",
    "science and health",
    "sport and transfers",
    "strikes",
    "technology outages",
}
CLAIM_KINDS = {"event", "state", "statement", "quote"}
SOURCE_KINDS = {"person", "organisation", "outlet", "document", "unnamed"}
ACTOR_KINDS = {"person", "organisation", "place", "group", "other"}
CONFLICT_KINDS = {"date", "number", "denial", "role", "name", "place", "sequence", "outcome", "quote-wording"}
SEVERITIES = {"conflict", "tension", "refinement"}
POSITION_KINDS = {
    "demand",
    "offer",
    "counter-demand",
    "acceptance",
    "refusal",
    "denial",
    "threat",
    "appeal",
    "accusation",
    "confirmation",
    "mediation",
}
RESPONSES = {"accepted", "rejected", "none", "unknown"}
COPY_KINDS = {"verbatim", "light", "rewritten", "translated"}
TABLES = {"title", "field", "claims", "sources", "actors", "quotes", "copies", "conflict", "position"}


@dataclass(frozen=True)
class Source:
    """Who may stand in a chain. `group` is the origin it belongs to (its own id unless '->' says another)."""

    id: str
    kind: str
    name: str
    group: str
    report: str | None  # of an outlet: its report in this story, whose own voice it is


@dataclass(frozen=True)
class Copy:
    """A passage that others took over: `source` is a report's or a source's id."""

    id: str
    source: str
    kind: str


@dataclass
class Story:
    name: str
    path: str
    title: str
    field: str
    claims: dict[str, tuple[str, str]]  # kind, gloss
    sources: dict[str, Source]
    actors: dict[str, tuple[str, str]]  # kind, name
    quotes: dict[str, tuple[str, str]]  # speaker (a source's id), utterance
    copies: dict[str, Copy]
    conflicts: list[dict[str, Any]]
    positions: list[dict[str, Any]]
    reports: list[Report]

    def report(self, report_id: str) -> Report | None:
        return next((r for r in self.reports if r.id == report_id), None)


def load(folder: Path) -> Story:
    """Read a story; raises MarkupError with every fault of its reports, one a line."""
    toml = folder / "story.toml"
    path = f"{folder.name}/story.toml"
    if not toml.is_file():
        fail(path, "missing")
    try:
        raw = tomllib.loads(toml.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        fail(path, str(error))
    unknown = raw.keys() - TABLES
    if unknown:
        fail(path, f"unknown {sorted(unknown)}; known are {sorted(TABLES)}")
    reports = _reports(folder)
    kinded = {
        name: {key: _kinded(path, key, value, kinds) for key, value in raw.get(name, {}).items()}
        for name, kinds in (("claims", CLAIM_KINDS), ("actors", ACTOR_KINDS))
    }
    return Story(
        folder.name,
        path,
        _text(path, raw, "title"),
        _text(path, raw, "field"),
        kinded["claims"],
        {key: _source(path, key, value, reports) for key, value in raw.get("sources", {}).items()},
        kinded["actors"],
        {key: _pair(path, key, value) for key, value in raw.get("quotes", {}).items()},
        {key: _copy(path, key, value) for key, value in raw.get("copies", {}).items()},
        raw.get("conflict", []),
        raw.get("position", []),
        reports,
    )


def _reports(folder: Path) -> list[Report]:
    reports, faults = [], []
    for file in sorted(folder.glob("r*.txt")):
        try:
            source = file.read_text(encoding="utf-8")
            reports.append(parse_report(file.stem, f"{folder.name}/{file.name}", source))
        except MarkupError as error:
            faults.append(str(error))
    if faults:
        raise MarkupError("cannot read", "\n".join(faults))
    return reports


def _text(path: str, raw: dict[str, Any], name: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str) or not value:
        fail(path, f'wants {name} = "..."')
    return value


def _pair(path: str, key: str, value: str) -> tuple[str, str]:
    left, colon, right = value.partition(":")
    if not colon or not right.strip():
        fail(path, f"{key} = \"{value}\" wants 'word: text'")
    return left.strip(), right.strip()


def _kinded(path: str, key: str, value: str, kinds: set[str]) -> tuple[str, str]:
    kind, text = _pair(path, key, value)
    if kind not in kinds:
        fail(path, f"{key}: '{kind}' is none of {sorted(kinds)}")
    return kind, text


def _source(path: str, key: str, value: str, reports: list[Report]) -> Source:
    kind, text = _kinded(path, key, value, SOURCE_KINDS)
    name, _, group = (part.strip() for part in text.partition("->"))
    own = [r.id for r in reports if kind == "outlet" and r.outlet == name]
    return Source(key, kind, name, group or key, own[0] if len(own) == 1 else None)


def _copy(path: str, key: str, value: str) -> Copy:
    words = value.split()
    if len(words) != 2 or words[1] not in COPY_KINDS:
        fail(path, f"copies.{key} wants 'report-or-source kind', kind one of {sorted(COPY_KINDS)}")
    return Copy(key, words[0], words[1])
