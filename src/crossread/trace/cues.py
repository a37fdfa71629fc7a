"""The cue table: verbs of saying and denying, hedges, negations, and the nouns that stand for sources."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

_VOWELS = frozenset("aeiou")


class Cues(msgspec.Struct, frozen=True):
    """Every list of ``cues.toml``; verbs in all their forms, all in small letters."""

    say: frozenset[str]
    deny: frozenset[str]
    turning: frozenset[tuple[str, str]]
    weak: frozenset[str]
    everyday: frozenset[str]
    showing: frozenset[str]
    clausal: frozenset[str]
    acts: frozenset[str]
    nouns: frozenset[str]
    evidential: frozenset[str]
    passives: frozenset[str]
    possible: frozenset[str]
    able: frozenset[str]
    seeming: frozenset[str]
    negations: frozenset[str]
    failing: frozenset[str]
    documents: frozenset[str]
    person: frozenset[str]
    outlet: frozenset[str]
    organisation: frozenset[str]
    unnamed: frozenset[str]
    tellers: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The shipped table."""
    raw = tomllib.loads(files("crossread.trace").joinpath("cues.toml").read_text(encoding="utf-8"))
    irregular: dict[str, list[str]] = raw["irregular"]
    verbs = {
        k: _inflected(raw[k], irregular)
        for k in ("say", "deny", "weak", "everyday", "showing", "clausal", "acts", "passives", "seeming", "failing")
    }
    plain: dict[str, Any] = {k: frozenset(raw[k]) for k in ("evidential", "possible", "able", "negations")}
    pairs = (entry.split() for entry in raw["turning"])
    turning = frozenset((form, particle) for verb, particle in pairs for form in _inflected([verb], irregular))
    nouns = frozenset(raw["nouns"]) | {plural(n) for n in raw["nouns"]}
    documents = frozenset(raw["documents"]["nouns"]) | {plural(n) for n in raw["documents"]["nouns"]}
    kinds = {k: frozenset(v) for k, v in raw["anaphors"].items()}
    return Cues(**verbs, **plain, turning=turning, nouns=nouns, documents=documents, **kinds)


def _inflected(verbs: list[str], irregular: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in (verb, *irregular.get(verb, _forms(verb))))


def _forms(verb: str) -> list[str]:
    """Third person, past and participle of a regular verb."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    return [plural(verb), verb + "ed", verb + "ing"]


def plural(word: str) -> str:
    """The -s form of a noun or verb."""
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"
