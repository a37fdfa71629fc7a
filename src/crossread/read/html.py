"""HTML: the article's text by trafilatura, its metadata from JSON-LD, meta elements and htmldate.

trafilatura: Barbaresi (2021), "Trafilatura: A Web Scraping Library and Command-Line Tool for Text Discovery and
Extraction". htmldate: Barbaresi (2020), "htmldate: A Python package to extract publication dates from web pages".
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import trafilatura
from htmldate import find_date
from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html
from msgspec.structs import replace

from crossread.errors import InputError
from crossread.model.report import Gap
from crossread.read.article import Article
from crossread.read.credits import MAX_CREDIT_CHARACTERS, credits_in_line
from crossread.read.decode import decode
from crossread.read.fields import is_article, metadata_of
from crossread.read.json_items import Found
from crossread.read.source import Source, sha256

if TYPE_CHECKING:
    from trafilatura.settings import Document

# Only what markup says: a search through the text would take an event's day for the page's.
# The upper bound is fixed so that no clock decides; no page can be younger.
_DATES: dict[str, Any] = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s{0,5}=\s{0,5}[\"']?([A-Za-z0-9_:.-]{2,40})"
)
_HEAD_BYTES = 4096
# trafilatura falls back to the host for a site's name; the registered domain is told from it elsewhere.
_HOST = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
# Where a page keeps lines that credit an agency.
_CREDIT_LINES = "//p | //span | //div[not(*)] | //address | //cite | //footer | //small | //figcaption"


def read_html(source: Source) -> Iterator[Found]:
    """The one article of a saved page. Raises ``InputError`` where no article text is found in it."""
    data = source.data()
    declared = _DECLARED.search(data[:_HEAD_BYTES])
    decoded = decode(data, declared[1].decode("ascii") if declared else None)
    if decoded.note:
        yield Gap("encoding", f"{source.label}: {decoded.note}")
    yield _article(decoded.text, sha256(data))


def page_text(page: str) -> str | None:
    """The article text of a page or a piece of one, or None."""
    document = _extract(page)
    if document is not None and document.text:
        return str(document.text)
    try:
        tree = lxml_html.fromstring(page)
    except (etree.LxmlError, ValueError):
        return None
    parts = ["".join(p.itertext()).strip() for p in tree.iter("p", "h2", "h3", "li")]
    return "\n".join(p for p in parts if p) or str(tree.text_content()).strip() or None


def _article(page: str, digest: str) -> Article:
    try:
        tree = lxml_html.document_fromstring(_without_declaration(page))
    except (etree.LxmlError, ValueError) as error:
        raise InputError("no HTML that can be parsed; save the page again, or as text") from error
    said = _linked_data(tree)
    document = _extract(page)
    text = (document.text if document is not None else None) or said.text
    if not text or not text.strip():
        raise InputError("HTML without an article text; save the article itself, or its text")
    return _complete(replace(said, text=text, sha256=digest), document, tree)


def _complete(said: Article, document: "Document | None", tree: Any) -> Article:
    """JSON-LD first, then what trafilatura finds in meta elements and markup."""
    date = said.date or find_date(tree, **_DATES)
    author = getattr(document, "author", None)
    sitename = getattr(document, "sitename", None)
    hostname = getattr(document, "hostname", None)
    return replace(
        said,
        title=said.title or getattr(document, "title", None),
        outlet=said.outlet or (None if sitename and _HOST.fullmatch(sitename) else sitename),
        site=hostname,
        url=said.url or getattr(document, "url", None),
        authors=said.authors or tuple(a.strip() for a in (author or "").split(";") if a.strip()),
        credits=tuple(dict.fromkeys((*said.credits, *_credits(tree)))),
        date=date,
        date_field=said.date_field or "page",
    )


def _extract(page: str) -> "Document | None":
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    return None if isinstance(found, dict) else found


def _without_declaration(page: str) -> str:
    """lxml refuses text that still names an encoding."""
    return re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", page)


def _linked_data(tree: Any) -> Article:
    """What the page's JSON-LD says of its article; an empty record where it has none that can be parsed."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(data):
            if is_article(node):
                return metadata_of(node)
    return Article(text="", sha256="")


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (n for n in graph if isinstance(n, dict))


def _credits(tree: Any) -> Iterator[str]:
    for element in tree.xpath(_CREDIT_LINES):
        line = " ".join(element.text_content().split())
        if len(line) <= MAX_CREDIT_CHARACTERS:
            yield from credits_in_line(line)
