"""Words that negate and words that deny: which mentions tell that something is not so."""

import re

from crossread.model.mention import Mention
from crossread.model.refused import REFUSED

NEGATING = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|neither|nor|nowhere|den(?:y|ies|ied|ying|ial)|"
    r"reject\w*|dismiss\w*|untrue|false|wrong|nonsense|invent\w+|fabricat\w+|disput\w+|contradict\w*|rul\w+ out|"
    r"speculation|insult|unfounded|baseless|fiction|lies?|rather than|forger?y|fake)\b|n['’]t\b",
    re.I,
)
"""Words by which a mention may tell that something else is not so."""
DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|rebut\w*|reject\w*|dismiss\w*|disput\w+|contradict\w*|rul\w+ out|"
    r"(?:an )?invention|fabricat\w+|baseless|unfounded|untrue|false|no truth|never)\b",
    re.I,
)
"""Words by which somebody denies."""
ANAPHORIC = re.compile(
    r"(?:\b(?:den(?:y|ies|ied|ying)|disput\w+|refut\w+|reject\w*|dismiss\w*|call\w* (?:it|this|that)|contradict\w*)"
    r"(?:\s+(?:strongly|firmly|flatly|categorically|(?:the|these|those|this|that|any|all|such|both)\s+"
    r"(?:\w+\s+)?(?:claim|report|accusation|allegation|charge|suggestion|assertion|story|account|rumou?r|statement|"
    r"number|figure|version|link|wrongdoing)s?|it|this|that|them))*+\s*[.,;]*$)",
    re.I,
)
"""A denial that ends with what stands for the thing denied, told before ("she disputed the claim")."""
POINTING = re.compile(r"^\W*(?:which|an? \w+)\b", re.I)
"""The beginning of one that opens with it ("an accusation that he denies")."""
STRONG = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|invention|fabricat\w+|baseless|unfounded|untrue|no truth)\b", re.I
)
"""Words of denying that can mean nothing else."""
TELLING = re.compile(
    r"\b(?:it|this|that|claims?|allegations?|accusations?|reports?|said|says|told|tell\w*|called|strongly|firmly|"
    r"flatly)\b",
    re.I,
)
"""Words of telling and pointing: they say nothing of what is denied."""
NAME = re.compile(r"\b[A-Z][\w’'-]+")
"""A word written large."""
MODAL = re.compile(r"\b(?:would|will|could|may|might|should|shall|must|if|whether)\b", re.I)
"""Words of what is only possible, wished or supposed."""
ASIDE = re.compile(
    r"^\W*(?:which|who|whose|that(?!\s(?:is|was)\s(?:simply\s)?(?:not|never)\b)|if|unless|whether)\b|"
    r"\b(?:may|might) not\b",
    re.I,
)
"""Relatives, conditions and mere chances: what they negate answers nobody, unless they hold a word of denying."""
TURNED_DOWN = re.compile(
    REFUSED.pattern + r"|"
    r"\b(?:reject|dismiss|refus|turn\w* down)\w*\s+(?:\S+\s+){0,4}?"
    r"(?:offers?|bids?|approach|proposals?|demands?|plans?|requests?|deal|amnesty|appeals?|motions?|calls?|invitations?)\b",
    re.I,
)
"""Refusals: what is refused was not claimed."""
SILENT = re.compile(r"\b(?:no|not|n['’]t)\s(?:\S+\s){0,3}?(?:comment\w*|respon\w+|repl\w+|answer\w*|details?)\b", re.I)
DECLINED = re.compile(r"\b(?:declin|refus)\w*\b", re.I)
"""To say nothing, or to refuse to do something, is no denial."""
ACCUSING = re.compile(
    r"\b(?:alleg\w+|claim(?:s|ed|ing)?|accus\w+|reportedly|charge[sd]|rumou?r\w*|believ\w+|suspect\w*|suspicion\w*)\b",
    re.I,
)
"""Words of those who say what others deny."""
NOT_DENIED = re.compile(
    r"\b(?:not|n['’]t|never|neither|without|nor)\s+(?:\w+\s+)?(?:a\s+)?(?:den(?:y|ied|ying|ial)|disput)", re.I
)
"""Not to deny, or without denying: no denial either."""


def bare(mention: Mention) -> str:
    """What a proposition speaks of, without words of negation and telling."""
    return " ".join(TELLING.sub(" ", NEGATING.sub(" ", mention.proposition)).split()) or "-"


def negates(mention: Mention) -> bool:
    """Whether a mention may tell that something is not so."""
    text = mention.text.strip()
    if mention.form == "role" or text.endswith("?") or TURNED_DOWN.search(text) or SILENT.search(text):
        return False
    if DECLINED.search(text) and not NEGATING.search(text):
        return False
    if ASIDE.search(text) and not STRONG.search(text) and mention.certainty != "denied":
        return False
    return mention.certainty == "denied" or mention.polarity == "negated" or bool(NEGATING.search(text))


def rules_out(mention: Mention) -> bool:
    """Whether a mention tells that something is not so, be it by a negation or by a denial; both together tell that it
    is so ("denied that there was no call")."""
    return is_denial(mention) != bool(NOT_SO.search(STRONG.sub(" ", mention.text)))


NOT_SO = re.compile(r"\b(?:not|never|no|nobody|none|nothing|neither|nor|nowhere)\b|n['’]t\b", re.I)
"""Words that only negate."""


def is_denial(mention: Mention) -> bool:
    """Whether a mention tells that somebody denies something. To reject an offer is no denial, nor is not to deny."""
    if NOT_DENIED.search(mention.text) or TURNED_DOWN.search(mention.text):
        return False
    return mention.certainty == "denied" or bool(STRONG.search(mention.text))


def leans(text: str) -> bool:
    """Whether a denial has no content of its own."""
    return bool(ANAPHORIC.search(text) or (POINTING.search(text) and DENYING.search(text)))
