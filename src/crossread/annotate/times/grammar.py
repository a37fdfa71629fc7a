"""The rule tables as one regular expression over class characters, and the fields that a match tells."""

from __future__ import annotations

import re

import msgspec

from crossread.annotate.times.calendar import HOLIDAYS
from crossread.annotate.times.lexer import OTHER, Lexicon, Tokens
from crossread.annotate.times.tables import table

RULES = "rules.toml"
LEXICON = "lexicon.toml"
ITEM = re.compile(
    r"\s*(?:(?P<look>\(\?[!=])|(?P<op>[()|?*+]|\{\d*,?\d*\})|\$(?P<macro>[A-Z]+)|(?P<name>[a-z]\w*):"
    r"|'(?P<word>[^']+)'|(?P<cls>[A-Z]+)|(?P<any>\[a-z\]))"
)
"""One item of a pattern (see the head of rules.toml). ``[a-z]`` stands for any word that no rule names."""


class Match(msgspec.Struct, frozen=True):
    """A rule that fits tokens ``first:last``.

    ``fields`` gives the tokens of each named item, ``fixed`` the rule's own keys.
    """

    kind: str
    first: int
    last: int
    fields: dict[str, tuple[int, int]]
    fixed: dict[str, str | int | float | bool]


def holiday_pattern() -> str:
    """Every holiday's words; a word in ``HOLIDAYS`` that ends in s may be written with an apostrophe."""
    names = []
    for name in sorted(HOLIDAYS, key=lambda n: (-len(n.split()), n)):
        words = [
            f"('{w[:-1]}' APOS? 's'|'{w[:-1]}' 's' APOS|'{w}' APOS?)"
            if w.endswith("s") and w[:-1] in POSSESSIVE
            else f"'{w}'"
            for w in name.split()
        ]
        names.append(" ".join(words))
    return "(" + "|".join(names) + ")"


POSSESSIVE = frozenset({"year", "valentine", "patrick", "veteran", "president", "mother", "father", "fool", "saint"})
"""First words of holidays that are written as a possessive."""


class Grammar:
    """Compiled rules, tried in the table's order at each token that can begin one.

    Every repetition is bounded by what it repeats and none nests in another, so matching is linear in the text.
    """

    def __init__(self, narrative: bool) -> None:
        told = table(RULES)
        self._macros: dict[str, str] = {**told["macro"], "HOLIDAY": holiday_pattern()}
        self._rules: list[dict[str, str | int | float | bool]] = [
            rule for rule in told["rule"] if narrative or "domain" not in rule
        ]
        patterns = [str(rule["pattern"]) for rule in self._rules]
        literals = {m["word"] for p in (*patterns, *self._macros.values()) for m in ITEM.finditer(p) if m["word"]}
        self.lexicon = Lexicon(LEXICON, literals)
        self.lexicon.prime()
        self._names: list[list[tuple[str, str]]] = [[] for _ in patterns]
        sources = [self._compile(p, i) for i, p in enumerate(patterns)]
        self._regexes = [re.compile(source) for source in sources]
        self._starting: dict[str, list[int]] = {}
        for index, source in enumerate(sources):
            for char in sorted(first_chars(source)):
                self._starting.setdefault(char, []).append(index)
        self._starters = re.compile(f"[{''.join(sorted(self._starting))}]")

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
        group = f"g{len(self._names[rule])}"
        self._names[rule].append((group, name))
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
        out: list[Match] = []
        reached = 0
        for begun in self._starters.finditer(tokens.classes):
            if begun.start() < reached:
                continue
            match = self._at(tokens.classes, begun.start(), begun.group())
            if match is not None:
                out.append(match)
                reached = match.last
        return out

    def _at(self, classes: str, at: int, char: str) -> Match | None:
        for index in self._starting[char]:
            found = self._regexes[index].match(classes, at)
            if found is not None and found.end() > at:
                rule = self._rules[index]
                fields = {name: found.span(g) for g, name in self._names[index] if found.start(g) >= 0}
                fixed = {k: v for k, v in rule.items() if k not in ("kind", "pattern", "domain")}
                return Match(str(rule["kind"]), at, found.end(), fields, fixed)
        return None


PIECE = re.compile(
    r"(?P<look>\(\?[=!])|(?P<open>\((?:\?:|\?P<\w+>))|(?P<close>\))|(?P<bar>\|)|\[(?P<set>[^\]]*)\]|\\(?P<esc>.)|(?P<quant>[?*+]|\{(?P<low>\d*),?\d*\})"
)
"""What a compiled pattern is made of."""


def first_chars(source: str) -> set[str]:
    """The characters that a match of a compiled pattern can begin with (a look-ahead restricts nothing here)."""
    return _first_of_branches(list(PIECE.finditer(source)), 0)[0]


def _first_of_branches(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    """First characters of alternatives up to the closing parenthesis, whether all may be empty, and where they end."""
    chars: set[str] = set()
    empty, open_still = False, True
    while at < len(pieces) and not pieces[at]["close"]:
        piece = pieces[at]
        if piece["bar"]:
            empty, open_still, at = empty or open_still, True, at + 1
            continue
        told, may_be_empty, at = _first_of_piece(pieces, at)
        if at < len(pieces) and pieces[at]["quant"]:
            may_be_empty = may_be_empty or pieces[at]["quant"] in "?*" or pieces[at]["low"] in ("", "0")
            at += 1
        if open_still:
            chars |= told
            open_still = may_be_empty
    return chars, empty or open_still, at


def _first_of_piece(pieces: list[re.Match[str]], at: int) -> tuple[set[str], bool, int]:
    piece = pieces[at]
    if piece["open"] or piece["look"]:
        chars, empty, end = _first_of_branches(pieces, at + 1)
        return (set(), True, end + 1) if piece["look"] else (chars, empty, end + 1)
    return set(piece["set"] or piece["esc"] or ""), False, at + 1
