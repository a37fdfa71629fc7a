"""Whether a text is whole: paywalled and cut texts are told, so that they never count as silent."""

import re

from crossread.model.report import Debris
from crossread.read.debris.blocks import Block

# Lines by which a page says that the rest is kept back. Whole lines or short ones: reporting on paywalls is no sign.
_MAX_SIGN_CHARACTERS = 220
_SIGNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(p, re.IGNORECASE)
    for p in (
        r"\b(?:subscribe|register|sign (?:in|up)|log ?in|join)\b.{0,40}\bto (?:continue|keep|read|unlock|access)\b",
        r"\bto (?:continue|keep) reading\b.{0,60}\b(?:subscri|register|sign|log ?in|account|trial)",
        r"^(?:continue|keep) reading (?:with|for|by)\b",
        r"\b(?:this|the) (?:article|story|content|page) is (?:only )?(?:available |reserved )?(?:for|to) "
        r"(?:paying |paid |registered )?(?:subscribers|members|premium)",
        r"\b(?:subscriber|member|premium)[- ]only (?:article|story|content)\b",
        r"\byou(?:'|’)?(?:ve| have) (?:reached|used|read) (?:your|all|the|\d).{0,40}\b(?:free|limit)\b",
        r"\balready (?:a|have a) (?:subscriber|subscription|member)\b",
        r"^(?:read|see|view) (?:the )?(?:full|whole|entire|complete) (?:story|article|report|text)\b",
        r"^unlock (?:this|the|full|unlimited)\b",
    )
)
# NewsAPI and feeds cut a text and say by how much; others end in dots.
_CUT = re.compile(r"(?:\[\+\d{1,7} chars\]|\[(?:…|\.\.\.)\]|…|\.\.\.|\(more\)|read more)\s*$", re.IGNORECASE)
_MAX_CUT_CHARACTERS = 40
# What a finished paragraph may end in; one that ends in a letter or a comma broke off.
_ENDS_OPEN = re.compile(r"[\w,;–—-]$")
# "Win a cruise - enter here", "Are you at risk? Use our map": a page's own line, not a sentence that broke off.
_ASKING = re.compile(
    r"(?:^|[-–—:|>»] ?)(?:click|enter|sign up|subscribe|register|book|order|vote|apply|download|find out more) "
    r"(?:here|now)\W*$|"
    r"[?!] (?:use|try|see|take|check|watch|read|tell|share|find|get|play|test) (?:us|our|this|the|your)\b"
    r"[^.?!]{1,60}$",
    re.IGNORECASE,
)
# A shorter last line may be a name or a place; a running sentence has more words.
_MIN_WORDS_OF_A_SENTENCE = 9


def is_complete(blocks: list[Block], debris: tuple[Debris, ...], free: bool | None) -> bool:
    """False where the page says it is not free, says that the rest is kept back, or the text breaks off."""
    if free is False:
        return False
    if any(len(b.text) <= _MAX_SIGN_CHARACTERS and any(s.search(b.text) for s in _SIGNS) for b in blocks):
        return False
    marked = {(d.start, d.end) for d in debris}
    body = [b for b in blocks if (b.start, b.end) not in marked]
    return not body or not _breaks_off(body[-1].text)


def _breaks_off(last: str) -> bool:
    if _CUT.search(last[-_MAX_CUT_CHARACTERS:]):
        return True
    running = len(last.split()) >= _MIN_WORDS_OF_A_SENTENCE and _ENDS_OPEN.search(last) is not None
    return running and _ASKING.search(last) is None
