"""What keeps hostile text plain: labels, link targets and anchors."""

import re
import unicodedata
from urllib.parse import quote, urlsplit

FRAGMENT_WORDS = 5
"""A text fragment of a long span gives this many words from either end (WICG Scroll to Text Fragment)."""

FRAGMENT_LIMIT = 90
"""Up to so many characters a text fragment gives the whole span."""

_UNSAFE_IN_ID = re.compile(r"[^A-Za-z0-9_.-]")


def anchor(id: str) -> str:
    """An id as part of an element's id: anything but letters, digits, ``_ . -`` becomes ``_``."""
    return _UNSAFE_IN_ID.sub("_", id)


def label(text: str, limit: int) -> str:
    """One line of at most ``limit`` characters, without control, format (bidi) or unassigned characters.

    For pictures and terminals; the words themselves stand verbatim elsewhere.
    """
    plain = "".join(" " if unicodedata.category(c) in {"Cc", "Zl", "Zp"} else c for c in text[: 4 * limit])
    plain = "".join(c for c in plain if unicodedata.category(c) not in {"Cf", "Cs", "Cn", "Co"})
    plain = " ".join(plain.split())
    return plain if len(plain) <= limit else plain[: limit - 1].rstrip() + "…"


def begun(sentence: str) -> str:
    """A sentence with a capital at its start."""
    return sentence[:1].upper() + sentence[1:]


def web_link(url: str | None) -> str | None:
    """The address if it is an http or https address with a host, else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.hostname else None


def _encoded(words: str) -> str:
    # "-" and "," are syntax in a text directive and must be percent-encoded (the specification's TextDirectiveString)
    return quote(words.encode("utf-8", "replace"), safe="").replace("-", "%2D")


def live_link(url: str | None, words: str) -> str | None:
    """A link to the very words on the live page: ``address#:~:text=first,last``.

    Source: https://wicg.github.io/scroll-to-text-fragment/
    """
    address = web_link(url)
    if address is None:
        return None
    tokens = words.split()
    if not tokens:
        return address
    whole = " ".join(tokens)
    if len(whole) > FRAGMENT_LIMIT and len(tokens) > 2 * FRAGMENT_WORDS:
        first, last = " ".join(tokens[:FRAGMENT_WORDS]), " ".join(tokens[-FRAGMENT_WORDS:])
        text = f"{_encoded(first)},{_encoded(last)}"
    else:
        text = _encoded(whole[: 2 * FRAGMENT_LIMIT])
    return f"{address}{'' if '#' in address else '#'}:~:text={text}"
