"""The rule tables as one regular expression over class characters, and the fields that a match tells."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

import msgspec

from crossread.annotate.times.calendar import HOLIDAYS
from crossread.annotate.times.lexer import BREAK, OTHER, Lexicon, Tokens

RULES = "rules.toml"
LEXICON = "lexicon.toml"
ITEM = re.compile(
    r"\s*(?:(?P<look>\(\?[!=])|(?P<op>[()|?*+]|\{\d*,?\d*\})|\$(?P<macro>[A-Z]+)|(?P<name>[a-z]\w*):"
    r"|'(?P<word>[^']+)'|(?P<cls>[A-Z]+)|(?P<any>\[a-z\]))"
)
"""One item of a pattern (see the head of rules.toml). ``[a-z]`` stands for any word that no rule names."""


class Match(msgspec.Struct, frozen=True):
    """A rule that fits tokens ``first:last``; ``fields`` gives the tokens of each named item; ``fixed`` the rule's own keys."""

    kind: str
    first: int
    last: int
    fields: dict[str, tuple[int, int]]
    fixed: dict[str, str | int | bool]


def holiday_pattern() -> str:
    """Every holiday's words; a word in ``HOLIDAYS`` that ends in s may be written with an apostrophe."""
    names = []
    for name in sorted(HOLIDAYS, key=lambda n: (-len(n.split()), n)):
        words = [
            f"('{w[:-1]}' APOS? 's'|'{w[:-1]}' 's' APOS|'{w}' APOS?)" if w.endswith("s") and w[:-1] in POSSESSIVE else f"'{w}'"
            for w in name.split()
        ]
        names.append(" ".join(words))
    return "(" + "|".join(names) + ")"


POSSESSIVE = frozenset(
    {"year", "valentine", "patrick", "veteran", "president", "mother", "father", "fool", "saint"}
)
"""First words of holidays that are written as a possessive."""


class Grammar:
    """Compiled rules. Every repetition in them is bounded by what it repeats, so matching is linear in practice:
    a match starts only at a class character that some rule names, and no rule nests one unbounded repeat in another."""

    def __init__(self, narrative: bool) -> None:
        table = tomllib.loads(resources.files(__package__).joinpath(RULES).read_text("utf-8"))
        self._macros: dict[str, str] = {**table["macro"], "HOLIDAY": holiday_pattern()}
        self._rules: list[dict[str, str | int | bool]] = [
            rule for rule in table["rule"] if narrative or "domain" not in rule
        ]
        patterns = [str(rule["pattern"]) for rule in self._rules]
        literals = {
            m["word"] for p in (*patterns, *self._macros.values()) for m in ITEM.finditer(p) if m["word"]
        }
        self.lexicon = Lexicon(LEXICON, literals)
        self.lexicon.prime()
        self._names: dict[str, tuple[int, str]] = {}
        alternatives = [f"(?P<R{i}>{self._compile(p, i)})" for i, p in enumerate(patterns)]
        self.regex = re.compile(f"(?=[^{OTHER}{BREAK}])(?:{'|'.join(alternatives)})")
        self._fields: list[list[tuple[str, str]]] = [[] for _ in self._rules]
        for group, (index, name) in self._names.items():
            self._fields[index].append((group, name))

    def _compile(self, pattern: str, rule: int) -> str:
        out: list[str] = []
        at, name = 0, ""
        while at < len(pattern.rstrip()):
            item = ITEM.match(pattern, at)
            if item is None:
                raise ValueError(f"{RULES}: cannot read the pattern at {pattern[at:]!r}")
            at = item.end()
            if item["name"]:
                name = item["name"]
                continue
            piece = self._piece(item, rule)
            if name and item["op"] == "(":
                piece, name = self._open(rule, name), ""
            elif name:
                piece, name = f"{self._open(rule, name)}{piece})", ""
            out.append(piece)
        return "".join(out)

    def _open(self, rule: int, name: str) -> str:
        group = f"R{rule}_{len(self._names)}"
        self._names[group] = (rule, name)
        return f"(?P<{group}>"

    def _piece(self, item: re.Match[str], rule: int) -> str:
        if item["look"]:
            return item["look"]
        if item["op"]:
            return "(?:" if item["op"] == "(" else item["op"]
        if item["macro"]:
            return f"(?:{self._compile(self._macros[item['macro']], rule)})"
        if item["any"]:
            return re.escape(OTHER)
        return f"[{self.lexicon.char_set(item['cls'] or repr(item['word']))}]"

    def matches(self, tokens: Tokens) -> list[Match]:
        """Rules that fit, from left to right, none overlapping."""
        out = []
        for found in self.regex.finditer(tokens.classes):
            index = int((found.lastgroup or "R0")[1:])
            rule = self._rules[index]
            fields = {name: found.span(group) for group, name in self._fields[index] if found.start(group) >= 0}
            fixed = {k: v for k, v in rule.items() if k not in ("kind", "pattern", "domain")}
            out.append(Match(str(rule["kind"]), found.start(), found.end(), fields, fixed))
        return out
