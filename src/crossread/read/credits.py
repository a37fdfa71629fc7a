"""Agencies and outlets that a report's page credits as where it comes from."""

import re

# A credit is a line of its own; longer lines are reporting.
MAX_CREDIT_CHARACTERS = 160
_NAME = r"(?P<name>(?:[Tt]he )?[A-Z][\w&.'’-]{1,30}(?: (?:[A-Z&][\w&.'’-]{0,30}|of|de)){0,4})"

AGENCIES = "AFP|AP|Reuters|UPI|DPA|EFE|ANSA|PTI|ANI|TASS|Xinhua"
"""Agencies that open a page's date line ("AFP, Tuesday 2 Jul 2013"), for a regular expression."""

# Each pattern takes one credit from a line of its own; kept as data so that another language can bring its own.
_LINES: dict[str, tuple[re.Pattern[str], ...]] = {
    "en": (
        re.compile(rf"\b(?:with|using|uses) (?:additional )?(?:material|reporting|inputs?|files) (?:from|by) {_NAME}"),
        re.compile(rf"\b(?:first appeared (?:in|on)|originally published (?:in|on|by)) {_NAME}"),
        re.compile(rf"^(?:[Ss]ource|[Aa]gency|[Cc]redit)s?: {_NAME}\.?$"),
        re.compile(rf"^{_NAME} contributed to this (?:report|story|article)\.?$"),
        re.compile(rf"^(?P<name>{AGENCIES}),? (?:[A-Z][a-z]+ )?\d{{1,2}} [A-Z][a-z]+ \d{{4}}\b"),
        re.compile(rf"^(?:— |- |\()?{_NAME} ?(?:contributed|news agency|newswire)\)?\.?$"),
    ),
}
_ARTICLE = re.compile(r"^[Tt]he ")


def credits_in_line(line: str, language: str = "en") -> tuple[str, ...]:
    """The names that one short line credits, without a leading article."""
    if len(line) > MAX_CREDIT_CHARACTERS:
        return ()
    found = [m["name"] for pattern in _LINES.get(language, ()) for m in pattern.finditer(line)]
    return tuple(dict.fromkeys(_ARTICLE.sub("", name).rstrip(".,'’-") for name in found))
