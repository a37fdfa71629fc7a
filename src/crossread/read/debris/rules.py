"""The rules for lines of page text: tables are data (``english.toml``), one a language.

A line is matched as a whole, folded: lower case, straight quotes, white space single, list marks and the
punctuation around it off.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from crossread.read.debris.blocks import ends_sentence

# The table of each language that has one.
_TABLES = {"en": "english.toml"}
_BULLET = re.compile(r"^(?:[-–—*•·▪►▶➤»>]|\d{1,2}[.)])\s+")
_QUOTES = str.maketrans("‘’“”‚„", "''\"\"'\"")
_NAME = re.compile(r"\{([A-Z]+)\}")
# A longer line is no page furniture.
MAX_LINE_CHARACTERS = 600


class Rule(msgspec.Struct, frozen=True):
    """Lines of at most ``words`` words that ``pattern`` matches from start to end are debris of ``kind``.

    ``cased`` patterns see the line as it stands; ``open`` ones only lines that do not end as a sentence does.
    """

    kind: str
    words: int
    pattern: re.Pattern[str]
    cased: bool = False
    open: bool = False


class Table(msgspec.Struct, frozen=True):
    """One language's rules."""

    lines: tuple[Rule, ...]
    list_head: re.Pattern[str]
    question_head: re.Pattern[str]


@cache
def table_for(language: str) -> Table | None:
    """The rules for a language (BCP 47), or None where there are none."""
    if language not in _TABLES:
        return None
    raw = tomllib.loads(files(__package__).joinpath(_TABLES[language]).read_text("utf-8"))
    names = raw["names"]
    return Table(
        lines=tuple(_rule(group, names) for group in raw["lines"]),
        list_head=_any(raw["list_heads"], names),
        question_head=_any(raw["question_heads"], names),
    )


def fold(line: str) -> str:
    """A line as most patterns see it."""
    plain = _BULLET.sub("", " ".join(line.translate(_QUOTES).split()))
    return plain.strip(" .!:*|»>").casefold()


def kind_of(line: str, table: Table) -> str | None:
    """The kind of the first rule that the line meets, else None."""
    if len(line) > MAX_LINE_CHARACTERS:
        return None
    folded = fold(line)
    words = len(folded.split())
    return next((r.kind for r in table.lines if words <= r.words and _meets(r, line, folded)), None)


def is_bulleted(line: str) -> bool:
    """Whether a line stands in a list."""
    return _BULLET.match(line) is not None


def _meets(rule: Rule, line: str, folded: str) -> bool:
    if rule.open and ends_sentence(line):
        return False
    return rule.pattern.fullmatch(line if rule.cased else folded) is not None


def _rule(group: dict[str, Any], names: dict[str, str]) -> Rule:
    pattern = _any(group["patterns"], names)
    return Rule(group["kind"], group["words"], pattern, group.get("cased", False), group.get("open", False))


def _any(patterns: list[str], names: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_filled(p, names)})" for p in patterns))


def _filled(pattern: str, names: dict[str, str]) -> str:
    """Names filled in; a pattern set over several lines is one."""
    joined = re.sub(r"\n\s*", "", pattern.strip())
    return _NAME.sub(lambda m: _filled(names[m[1]], names), joined)
