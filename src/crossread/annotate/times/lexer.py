"""Words to classes: a text becomes a string, one character a token, over which the rules are regular expressions."""

from __future__ import annotations

import re

import msgspec

from crossread.annotate.times.tables import table

TOKEN = re.compile(r"[^\W\d_]+|\d+|\n\s*|[^\w\s]|_")
OTHER, BREAK = ".", "\n"
"""Class characters of a word that no rule names and of a line break that ends a paragraph."""

FIRST_CLASS_CHAR = 0x4E00
"""Class characters come from here on: all are plain letters to a regular expression."""

SYMBOLS = {
    ",": "COMMA", ".": "DOT", ":": "COLON", "-": "HY", "‐": "HY", "‑": "HY", "–": "DASH", "—": "DASH", "/": "SLASH",
    "'": "APOS", "’": "APOS", "‘": "APOS", "%": "PCT", "$": "DOLLAR", "£": "DOLLAR", "€": "DOLLAR", "(": "LPAR",
    ")": "RPAR",
}  # fmt: skip

EXTRA = {"A": ("a", "an"), "RELWORD": ("last", "this", "next", "that", "the", "same", "previous", "following")}

MAX_DIGITS = 9
"""Longer digit runs are no number that a time expression holds."""


class Tokens(msgspec.Struct, frozen=True):
    """Tokens of one text: where each starts and ends, its words, and one class character each."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    classes: str


class Lexicon:
    """The classes of words, as character sets for the rules' regular expressions."""

    def __init__(self, file: str, literals: set[str]) -> None:
        told = table(file)
        anywhere = dict(told["any"])
        for name, parts in told["joined"].items():
            anywhere[name] = {word: value for part in parts for word, value in told["any"][part].items()}
        self.values: dict[str, dict[str, int | str]] = {**anywhere, **told["title"]}
        words: dict[str, set[str]] = {}
        for name, entries in anywhere.items():
            for word in entries:
                words.setdefault(word, set()).add(name)
        for name, listed in EXTRA.items():
            for word in listed:
                words.setdefault(word, set()).add(name)
        for word in literals:
            words.setdefault(word, set()).add(f"'{word}'")
        self._sets: dict[frozenset[str], str] = {frozenset(): OTHER}
        self._by_word: dict[str, str] = {}
        titled: dict[str, set[str]] = {}
        for name, entries in told["title"].items():
            for word in entries:
                titled.setdefault(word, set()).add(name)
        for word in sorted(words.keys() | titled.keys()):
            self._add(word, words.get(word, set()), titled.get(word, set()))
        for symbol, name in SYMBOLS.items():
            self._by_word[symbol] = self._char({name})

    def _add(self, word: str, anywhere: set[str], titled: set[str]) -> None:
        self._by_word[word] = self._char(anywhere)
        for form in {word.capitalize(), word.upper()}:
            self._by_word[form] = self._char(anywhere | titled)
        if word in {"am", "pm"}:
            self._by_word[word] = self._char(anywhere | titled)

    def _char(self, names: set[str]) -> str:
        key = frozenset(names)
        if key not in self._sets:
            self._sets[key] = chr(FIRST_CLASS_CHAR + len(self._sets))
        return self._sets[key]

    def number(self, word: str) -> str:
        """The class character of a run of digits."""
        names = {"INT"}
        if len(word) <= MAX_DIGITS:
            names |= number_classes(word)
        return self._char(names)

    def tight(self, name: str) -> str:
        """The class character of a comma or dot that stands between two digits without a space."""
        return self._char({name, f"T{name}"})

    def prime(self) -> None:
        """Class every number that may be more than a number, so that reading a text adds no class character."""
        for n in range(10000):
            for word in {str(n), f"{n:02d}", f"{n:04d}"}:
                self._by_word[word] = self.number(word)
        self.tight("COMMA"), self.tight("DOT")

    def char_set(self, name: str) -> str:
        """The inside of a character class that holds every class character with ``name``."""
        return "".join(char for key, char in self._sets.items() if name in key)

    def read(self, text: str) -> Tokens:
        """Cut and class a text, in one pass."""
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        chars: list[str] = []
        by_word = self._by_word
        for found in TOKEN.finditer(text):
            word = found.group()
            char = by_word.get(word, OTHER)
            if char == OTHER and word[0].isdigit():
                char = self.number(word) if word.isascii() else OTHER
            elif word[0] == "\n":
                if soft_break(text, found.start(), found.end()):
                    continue
                char = BREAK
            elif word in ",." and is_tight(text, found.start()):
                char = self.tight("COMMA" if word == "," else "DOT")
            starts.append(found.start())
            ends.append(found.end())
            words.append(word)
            chars.append(char)
        return Tokens(starts, ends, words, "".join(chars))


def number_classes(word: str) -> set[str]:
    """What a run of at most ``MAX_DIGITS`` digits may be besides a number."""
    n, names = int(word), set()
    if len(word) <= 2:
        tests = {"DAYNUM": 1 <= n <= 31, "MONTHNUM": 1 <= n <= 12, "HOURNUM": n <= 24}
        names |= {name for name, fits in tests.items() if fits}
        if len(word) == 2:
            names |= {"YY"} | ({"SIXTY"} if n <= 59 else set())
    elif len(word) == 4:
        names |= {"YEAR"} if 1000 <= n < 2200 else set()
        names |= {"HHMM"} if n // 100 < 24 and n % 100 < 60 else set()
    return names


def is_tight(text: str, at: int) -> bool:
    """Whether the character at ``at`` stands right between two digits."""
    return 0 < at < len(text) - 1 and text[at - 1].isdigit() and text[at + 1].isdigit()


def soft_break(text: str, start: int, end: int) -> bool:
    """Whether a line break only wraps a line: one newline, and the next line goes on in lower case or with a digit."""
    if text.count("\n", start, end) > 1 or end >= len(text) or start == 0:
        return False
    before, after = text[start - 1], text[end]
    return (after.islower() or after.isdigit()) and (before.isalnum() or before in ",-–'’")
