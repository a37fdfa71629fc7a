"""Refusals: "denied bail", "the permit was denied": what is refused was asked for, and nobody had claimed it."""

import re

GRANTED = (
    r"(?:entry|access|admission|bail|parole|tenure|visas?|asylum|permission|licen[cs]es?|permits?|jobs?|treatment|care|"
    r"coverage|benefits?|services?|loans?|promotions?|applications?|requests?|motions?|appeals?|petitions?|release|"
    r"leave|opportunit(?:y|ies)|chance|food|water|aid|boarding|custody|citizenship)"
)
"""Nouns of what may be granted."""
_TO_WHOM = r"(?:(?!that\b|having\b|any\b|all\b)[\w’'-]+\s){0,3}?"
REFUSED = re.compile(
    rf"\bden(?:y|ied|ies|ying)\s{_TO_WHOM}{GRANTED}\b|"
    rf"\b{GRANTED}\s(?:(?:had|has|have)\sbeen|was|were|been|being)\sdenied\b",
    re.IGNORECASE,
)
"""A refusal to grant something."""
