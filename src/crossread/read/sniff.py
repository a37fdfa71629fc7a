"""Which format an input is in, from its name or else its first bytes."""

import re

# How a JSON object or a list of objects begins; "[Update] ..." is a text.
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\]])")
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?<(?:!doctype\s+html|html|head|body|article)\b", re.I
)
_UTF8_MARK = b"\xef\xbb\xbf"


def looks_like_html(head: bytes) -> bool:
    """Whether an input begins as a page."""
    return _HTML.match(head.removeprefix(_UTF8_MARK)) is not None


def looks_like_json(head: bytes) -> bool:
    """Whether an input begins as a JSON object or a list of objects."""
    return _JSON.match(head.removeprefix(_UTF8_MARK)) is not None
