"""Headlines that capitalise every word, read as the report itself writes those words.

"Undersea Cable Cuts Disrupt Phone Calls" looks like a string of names to a parser that learned from running text.
A capital stays where the running text below writes the word so in the midst of a sentence: names of a headline come
back there.
"""

import re
from collections import Counter
from collections.abc import Sequence

from crossread.model.countries import name_words
from crossread.model.report import HEADLINES, Debris
from crossread.model.span import Extent
from crossread.model.words import DAY_NAMES, FUNCTION_WORDS, WORD

FEWEST = 4
"""Words of a headline at the least: fewer may well be a name."""
CAPITALISED = 0.8
"""Share of its longer words that a headline capitalises at the least; running text has a quarter."""
SHORT = 3
"""Letters up to which a word may be small in such a headline ("of", "and")."""
STOPS = ".,:;-–—"
"""Marks that no headline ends on; what ends on a dash is a dateline."""
KNOWN = 1 / 3
"""Share of the words that it would change that the running text must have in small letters: a byline has none."""
RUNNING = 40
"""Words of running text from which it tells how words are written."""
CAPITALS = frozenset(w.capitalize() for w in DAY_NAMES) | {"Christmas", "Easter", "Ramadan", "God", "English", "I"}
"""Words that keep their capital anywhere."""
_OPENING = re.compile(r"[\"“”‘’'«(\[\s]*\Z")


def as_written(text: str, sentences: Sequence[Extent], debris: Sequence[Debris] = ()) -> str:
    """The text, of the same length, with such headlines in small letters but for names."""
    capitalised = [s for s in sentences if _is_capitalised(text, s)]
    page = [Extent(d.start, d.end) for d in debris if d.kind not in HEADLINES]
    headlines = [s for s in capitalised if _fills_line(text, s) and not any(s.overlaps(d) for d in page)]
    if not headlines:
        return text
    forms = _forms(text, [s for s in sentences if s not in capitalised])
    if sum(forms.values()) < RUNNING:
        return text
    out = list(text)
    for headline in headlines:
        for start, form in _rewritten(text, headline, forms):
            out[start : start + len(form)] = form
    return "".join(out)


def _fills_line(text: str, sentence: Extent) -> bool:
    """Whether a sentence is all of its line, without a stop at its end."""
    beside = text[: sentence.start].rpartition("\n")[2] + text[sentence.end :].partition("\n")[0]
    return not beside.strip() and text[sentence.end - 1] not in STOPS


def _is_capitalised(text: str, sentence: Extent) -> bool:
    words = [m.group() for m in WORD.finditer(text, sentence.start, sentence.end)]
    longer = [w for w in words if len(w) > SHORT and w[0].isalpha()]
    capitals = sum(w[0].isupper() for w in longer)
    return len(words) >= FEWEST and len(longer) >= FEWEST - 1 and capitals >= CAPITALISED * len(longer)


def _rewritten(text: str, headline: Extent, forms: Counter[str]) -> list[tuple[int, str]]:
    """Where words of a headline are written otherwise, and how; none if the running text has too few of them."""
    out: list[tuple[int, str]] = []
    known = 0
    for n, word in enumerate(WORD.finditer(text, headline.start, headline.end)):
        form = _form(word.group(), forms, first=n == 0)
        if form != word.group() and len(form) == len(word.group()):
            out.append((word.start(), form))
            known += forms[form.lower()] > 0
    return out if known >= KNOWN * len(out) else []


def _forms(text: str, running: Sequence[Extent]) -> Counter[str]:
    """How often the running text writes each form, first words of sentences and of quotations apart."""
    forms: Counter[str] = Counter()
    for sentence in running:
        for word in WORD.finditer(text, sentence.start, sentence.end):
            begins = _OPENING.search(text, sentence.start, word.start())
            if begins is None or (begins.start() > sentence.start and not begins.group().strip()):
                forms[word.group()] += 1
    return forms


def _form(word: str, forms: Counter[str], first: bool) -> str:
    """A headline's word as the running text writes it; small where it never does."""
    small = word.lower()
    capital = word if not word.isupper() else word.capitalize()
    known = [(forms[form], form) for form in (small, capital, word) if forms[form]]
    unknown = word if _is_no_common_word(word) else small
    best = max(known)[1] if known else unknown
    return best[:1].upper() + best[1:] if first else best


def _is_no_common_word(word: str) -> bool:
    """Whether a word that the running text lacks is a name: a country's, a day's, or by its looks ("iPhone", "US")."""
    if word in CAPITALS or word in name_words():
        return True
    inner = any(c.isupper() for c in word[1:]) and not word.isupper()
    short = word.isupper() and len(word) <= SHORT and word.lower() not in FUNCTION_WORDS
    return inner or short or any(c.isdigit() for c in word)
