"""One story on one machine: inputs to a dossier, written to a folder."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from crossread.compose import origins as counting
from crossread.errors import CrossreadError, InputError, SettingsError, TooFewReports
from crossread.model.dossier import Dossier
from crossread.model.report import Gap
from crossread.pipeline import Pipeline
from crossread.read import Reading, read
from crossread.run.processes import Spread
from crossread.run.progress import reporter
from crossread.settings import Settings, load
from crossread.show import graph as graphs
from crossread.show.tables import TABLES

FEWEST_REPORTS = 2
"""Reports below which there is nothing to read across."""


def settings(path: Path | None, as_of: str | None = None, jobs: int | None = None) -> Settings:
    """Settings from a file, with what the command line says on top."""
    chosen = load(path)
    if as_of is not None:
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", as_of):
            raise SettingsError(f"--as-of {as_of}: not a day; write it as YYYY-MM-DD")
        try:
            date.fromisoformat(as_of)
        except ValueError as error:
            raise SettingsError(f"--as-of {as_of}: {error}") from error
        chosen = msgspec.structs.replace(chosen, as_of=as_of)
    if jobs is not None:
        chosen = msgspec.structs.replace(chosen, jobs=jobs)
    return chosen.check()


def make(inputs: Sequence[str], chosen: Settings, *, progress: bool = False) -> Dossier:
    """The dossier of the story that ``inputs`` tell.

    Raises TooFewReports where fewer than two reports could be read, with every reason.
    """
    reading = as_of(read(inputs), chosen.as_of)
    if len(reading.reports) < FEWEST_REPORTS:
        raise TooFewReports(_too_few(reading))
    with reporter(progress) as tell:
        spread = Spread(chosen.jobs) if chosen.jobs > 1 else None
        return Pipeline(chosen, spread)(reading, tell)


def as_of(reading: Reading, day: str | None) -> Reading:
    """Without the reports that surely came out after ``day``; each is told as a gap."""
    if day is None:
        return reading
    late = [r for r in reading.reports if r.published.earliest is not None and r.published.earliest > day]
    gaps = [Gap("later-report", f"{r.path} came out after {day} and is left out.") for r in late]
    kept = tuple(r for r in reading.reports if r not in late)
    return msgspec.structs.replace(reading, reports=kept, gaps=(*reading.gaps, *gaps))


def _too_few(reading: Reading) -> str:
    reasons = [f"{f.path}: {f.error}" for f in reading.failures] + [g.text for g in reading.gaps]
    told = "".join(f"\n  {r}" for r in reasons)
    return f"{len(reading.reports)} report(s) could be read; a dossier needs at least {FEWEST_REPORTS}.{told}"


def encode(dossier: Dossier) -> bytes:
    """``dossier.json``: UTF-8, two-space indent, a newline at the end."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=2) + b"\n"


def write(dossier: Dossier, out: Path) -> None:
    """Write dossier.json and dossier.html into a folder. Raises InputError where that cannot be done."""
    from crossread.show.page import render

    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / "dossier.json").write_bytes(encode(dossier))
        (out / "dossier.html").write_text(render(dossier), encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror}); choose another folder with --out") from error


def export(dossier: Dossier, out: Path, *, tables: bool, graph: bool) -> None:
    """Write what spreadsheets and graph programs read. Raises InputError where that cannot be done."""
    files = {}
    if tables:
        files = {name: draw(dossier) for name, draw in TABLES.items()}
    if graph:
        files |= {"sourcing.graphml": graphs.graphml(dossier), "sourcing.gexf": graphs.gexf(dossier)}
    try:
        for name, content in files.items():
            (out / name).write_text(content, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror}); choose another folder with --out") from error


def open_dossier(path: Path) -> Dossier:
    """A dossier from its file. Raises InputError, naming the file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Dossier)
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); run crossread dossier first") from error
    except msgspec.DecodeError as error:
        raise InputError(f"{path}: not a dossier ({error})") from error


def why(claim_id: str, path: Path) -> str:
    """The count of origins of one claim, in words."""
    dossier = open_dossier(path)
    claim = next((c for c in dossier.claims if c.id == claim_id), None)
    if claim is None:
        raise CrossreadError(f"{claim_id}: no such claim in {path}; it has {len(dossier.claims)} claims")
    return counting.explain(claim, dossier.origins, dossier.reports)


def schema() -> str:
    """JSON Schema (2020-12) of the dossier."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(Dossier)), indent=2).decode()
