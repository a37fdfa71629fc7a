"""Wordings: small situations in which each claim is told in several ways, for learning what tells the same.

``python corpus/wordings.py`` checks every file of ``wordings/`` and prints how much there is. The form of a file stands
in MARKUP.md ("Wordings").
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).with_name("wordings")
HEAD = re.compile(r"## (\w+)((?: [<~](?: \w+)+)*) \| (.+)")
LINKS = re.compile(r"([<~])((?: \w+)+)")
LEAST = 3
"""Wordings that a claim has at the least: fewer say nothing about how it may be told."""


class Wording(NamedTuple):
    """One sentence, and where in it the claim is told."""

    text: str
    start: int
    end: int


class Claim(NamedTuple):
    """One claim: its plain sentence, its wordings, and the claims that it contradicts and refines."""

    id: str
    gloss: str
    wordings: tuple[Wording, ...]
    against: frozenset[str]
    refines: frozenset[str]


class Situation(NamedTuple):
    """The claims of one file."""

    name: str
    title: str
    claims: tuple[Claim, ...]


class Fault(ValueError):
    """A file that does not keep to the form; says file, line and fault."""


def wording(line: str) -> Wording | None:
    """A line with one pair of brackets, or None."""
    before, opening, rest = line.partition("[")
    inside, closing, after = rest.partition("]")
    if not (opening and closing and inside.strip()) or set("[]") & set(before + inside + after):
        return None
    return Wording(before + inside + after, len(before), len(before + inside))


def situation(path: Path) -> Situation:
    """Reads one file.

    Raises:
        Fault: where a line keeps not to the form, or a claim has too few wordings.
    """
    title = ""
    claims: list[tuple[re.Match[str], list[Wording]]] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if head := HEAD.fullmatch(line):
            claims.append((head, []))
        elif line.startswith("# ") and not title:
            title = line[2:]
        elif line.strip():
            found = wording(line.strip())
            if found is None or not claims:
                raise Fault(f"{path.name}:{number}: not a claim's line with one pair of brackets: {line}")
            claims[-1][1].append(found)
    made = tuple(_claim(head, told) for head, told in claims)
    ids = {c.id for c in made}
    for c in made:
        if len(c.wordings) < LEAST or not (c.against | c.refines) <= ids - {c.id}:
            raise Fault(f"{path.name}: claim {c.id} has {len(c.wordings)} wordings, or is linked to no claim here")
    if not title or len(ids) < len(made) or len(ids) < 2:
        raise Fault(f"{path.name}: no title, one claim alone, or two of one name")
    return Situation(path.stem, title, made)


def _claim(head: re.Match[str], told: list[Wording]) -> Claim:
    links: dict[str, set[str]] = {"<": set(), "~": set()}
    for mark, names in LINKS.findall(head[2]):
        links[mark] |= set(names.split())
    return Claim(head[1], head[3], tuple(told), frozenset(links["<"]), frozenset(links["~"]))


def situations(folder: Path = FOLDER) -> list[Situation]:
    """All of them, in the order of their names."""
    return [situation(path) for path in sorted(folder.glob("*.txt"))]


def main() -> int:
    """The command: 0 if every file keeps to the form."""
    try:
        found = situations()
    except Fault as fault:
        print(fault)
        return 1
    claims = [c for s in found for c in s.claims]
    print(f"{len(found)} situations, {len(claims)} claims, {sum(len(c.wordings) for c in claims)} wordings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
