"""The summary in a terminal: the answer, where the accounts part, what several origins tell, what could not be told."""

import io
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crossread.model.conflict import Conflict
from crossread.model.dossier import Dossier
from crossread.show.brief import Brief, brief, gravest
from crossread.show.days import interval, readable
from crossread.show.index import Index
from crossread.show.plain import label
from crossread.show.vocabulary import SEVERITY, STATUS, origins, tellers

WIDEST = 100
"""Lines longer than this are hard to read, however wide the terminal is."""

MOST_CONFLICTS, MOST_CLAIMS, MOST_GAPS = 5, 7, 5
"""A summary fits one screen; the page has the rest."""

TITLE, QUIET, PART, ACCENT = "bold", "dim", "red", "cyan"


def print_summary(dossier: Dossier, console: Console) -> None:
    """Print the summary; colour and styles only where the console is a terminal that has them."""
    width = min(console.width, WIDEST)
    if "utf" in console.encoding.lower():
        for part in _parts(dossier):
            console.print(part, width=width)
    else:
        text = render(dossier, width).encode(console.encoding, "replace").decode(console.encoding)
        console.out(text, end="", highlight=False)


def render(dossier: Dossier, width: int = 80) -> str:
    """The summary as plain text, no line longer than ``width``."""
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=False, color_system=None, legacy_windows=False)
    for part in _parts(dossier):
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(dossier: Dossier) -> Iterator[RenderableType]:
    index = Index(dossier)
    answer = brief(dossier, index)
    yield Text()
    days = interval(dossier.story.earliest, dossier.story.latest)
    yield Text.assemble((label(dossier.story.title, 160), TITLE), "  ", (days, QUIET))
    yield Text(" ".join(answer.headline))
    yield Text()
    yield _counts(dossier, answer)
    if answer.conflicts:
        yield from _section("Where the accounts part", _conflicts(dossier, index))
    told = [c for c in index.ranked if c.origins.min >= 2][:MOST_CLAIMS]
    if told:
        rows = Table.grid(padding=(0, 2))
        rows.add_column(no_wrap=True)
        rows.add_column(ratio=1)
        rows.add_column(justify="right", no_wrap=True, style=QUIET)
        for c in told:
            sign = Text(f"{STATUS[c.status].symbol} {origins(c.origins.min, c.origins.max)}", ACCENT)
            rows.add_row(sign, Text(label(c.gloss, 240)), f"{tellers(c)}/{answer.reports}")
        yield from _section("What several origins tell", rows)
    if dossier.gaps or dossier.failures:
        yield from _section("What could not be told", _gaps(dossier, index))
    yield Text()


def _section(title: str, body: RenderableType) -> Iterator[RenderableType]:
    yield Text()
    yield Rule(Text(title, TITLE), align="left", style=QUIET)
    yield Padding(body, (0, 0, 0, 1))


def _counts(dossier: Dossier, answer: Brief) -> Text:
    counts = (
        (answer.reports, "reports"),
        (answer.origins, "origins"),
        (len(dossier.main_claims), "claims"),
        (answer.parted, "conflicts"),
        (len(dossier.gaps) + len(dossier.failures), "untold"),
    )
    out = Text()
    for n, (count, name) in enumerate(counts):
        out.append("   " if n else "")
        out.append(f"{count:,}", TITLE)
        out.append(f" {name[:-1] if count == 1 and name.endswith('s') else name}", QUIET)
    return out


def _conflicts(dossier: Dossier, index: Index) -> Table:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True)
    rows.add_column(ratio=1)
    shown = gravest(dossier, MOST_CONFLICTS)
    for x in shown:
        style = PART if x.severity == "conflict" else QUIET
        rows.add_row(
            Text(f"{SEVERITY[x.severity].symbol} {x.kind}", style), Text(label(index.named(x.explanation), 240))
        )
        rows.add_row("", _sides(x, index))
    if more := len(dossier.conflicts) - len(shown):
        rows.add_row("", Text(f"and {more} more on the page", QUIET))
    return rows


def _sides(conflict: Conflict, index: Index) -> Table:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(ratio=2)
    rows.add_column(ratio=3, style=QUIET)
    for side in conflict.sides:
        tellers = dict.fromkeys(index.label(m.report) for m in side.mentions)
        rows.add_row(Text(f"· {label(readable(side.value), 60)}"), Text(label(", ".join(tellers), 120)))
    return rows


def _gaps(dossier: Dossier, index: Index) -> Table:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(no_wrap=True, style=QUIET)
    rows.add_column(ratio=1)
    told = [(f.path, f.error, 0) for f in dossier.failures]
    kinds: dict[str, list[str]] = {}
    for gap in dossier.gaps:
        kinds.setdefault(gap.kind, []).append(gap.text)
    told += [(kind.replace("-", " "), texts[0], len(texts) - 1) for kind, texts in kinds.items()]
    for kind, text, others in told[:MOST_GAPS]:
        more = f" (and {others} more)" if others else ""
        rows.add_row(Text(label(kind, 30)), Text.assemble(label(index.named(text), 160), (more, QUIET)))
    if len(told) > MOST_GAPS:
        rows.add_row("", Text("and more on the page", QUIET))
    return rows
