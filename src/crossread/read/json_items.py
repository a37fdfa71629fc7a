"""The articles in a parsed JSON document: one, a list of them, or an object that holds such a list."""

import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from crossread.errors import InputError
from crossread.model.report import Failure, Gap
from crossread.read.article import Article
from crossread.read.dialects import LISTS
from crossread.read.fields import article_of, dialect_of, is_article, markup
from crossread.read.inputs import STAGE
from crossread.read.source import sha256

Found = Article | Failure | Gap

_SURROGATE = re.compile("[\ud800-\udfff]")
NO_ARTICLE = "JSON without an article in it; the text must stand in a field such as text, articleBody or maintext"


def parse(text: str) -> Any:
    """A JSON document; NaN is let pass, as tools write it. Raises ``InputError`` that says where it is broken."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(
            f"broken JSON: {error.msg} at line {error.lineno}, column {error.colno}; write the file again"
        ) from error
    except RecursionError as error:
        raise InputError("JSON nested too deeply for an article; write the file again") from error
    except ValueError as error:  # a number of thousands of digits
        raise InputError(f"broken JSON: {error}; write the file again") from error


def articles_in(document: Any, label: str, digest: str) -> Iterator[Found]:
    """The articles of a parsed document. Items that hold none are failures of their own.

    Raises ``InputError`` where the document is neither an article nor holds a list with one.
    """
    if isinstance(document, dict) and (one := _article(document, digest)) is not None:
        yield one
        return
    items = _items(document)
    if items is None:
        raise InputError(NO_ARTICLE)
    if not items:
        raise InputError("JSON with an empty list; nothing to read in it")
    for number, item in enumerate(items, start=1):
        try:
            found = _article(item, _digest(item), str(number)) if isinstance(item, dict) else None
        except RecursionError:
            found = None
        yield found or Failure(f"{label}#{number}", STAGE, NO_ARTICLE)


def _article(item: dict[str, Any], digest: str, part: str = "") -> Article | None:
    dialect = dialect_of(item)
    if dialect is None:
        return None
    article = article_of(item, dialect, digest, part)
    if markup(article.text):
        from crossread.read.html import page_text  # heavy: only where a text field holds HTML

        article = _with_text(article, page_text(article.text) or "")
    # Half of a UTF-16 pair is no character and cannot be written out; one stands in for one, so offsets hold.
    return _with_text(article, _SURROGATE.sub("\ufffd", article.text))


def _with_text(article: Article, text: str) -> Article:
    return article if text == article.text else replace(article, text=text)


def _items(document: Any) -> list[Any] | None:
    """The list of articles in a document, or None. In a JSON-LD graph only the nodes of an article type count."""
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return None
    for key in LISTS:
        value = document.get(key)
        if isinstance(value, list):
            nodes = [v.get("item", v) if isinstance(v, dict) else v for v in value]
            return [n for n in nodes if is_article(n)] if key == "@graph" else nodes
    values = list(document.values())
    if values and all(isinstance(v, dict) for v in values) and any(dialect_of(v) for v in values):
        return values
    return None


def _digest(item: Any) -> str:
    """Of the item written out in one way, since it has no bytes of its own."""
    return sha256(json.dumps(item, sort_keys=True, ensure_ascii=True).encode())
