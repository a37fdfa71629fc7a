"""One JSON object → one article, by the tables in ``dialects``."""

from typing import Any

from crossread.read.article import Article
from crossread.read.dialects import ARTICLE_TYPE_ENDINGS, DIALECTS, Dialect

Json = Any  # what a JSON document may hold; narrowed by isinstance at each use
# Python tools write an absent value out as this word.
_ABSENT = frozenset({"", "None", "null", "nan", "NaT"})
# Separates paragraphs that a tool keeps apart; the text field has none of its own then.
_PARAGRAPH = "\n\n"
_MAX_DEPTH = 8


def dialect_of(item: dict[str, Json]) -> Dialect | None:
    """The first dialect that ``item`` speaks and has a text in, else None."""
    return next((d for d in DIALECTS if any(s in item for s in d.signs) and _body(item, d) is not None), None)


def article_of(item: dict[str, Json], dialect: Dialect, sha256: str, part: str = "") -> Article:
    """The article that ``item`` holds. The text is the value of the text field, unchanged."""
    date_field, date = _first_scalar(item, dialect.date)
    return Article(
        text=_body(item, dialect) or "",
        sha256=sha256,
        part=part,
        title=_line(item, dialect.title),
        outlet=_line(item, dialect.outlet),
        site=_line(item, dialect.site),
        url=_web(item, dialect.url),
        authors=_names(item, dialect.authors),
        credits=tuple(dict.fromkeys(" ".join(c.split()) for p in dialect.credits for c in _strings(item, p))),
        date=date,
        date_field=date_field,
        free=_truth(item, dialect.free),
    )


def metadata_of(item: dict[str, Json]) -> Article:
    """What a schema.org object says about its page, whether or not it holds the text."""
    return article_of(item, DIALECTS[0], "")


def is_article(item: Json) -> bool:
    """Whether a schema.org object is of an article type."""
    types = item.get("@type") if isinstance(item, dict) else None
    names = types if isinstance(types, list) else [types]
    return any(isinstance(n, str) and n.endswith(ARTICLE_TYPE_ENDINGS) for n in names)


def markup(text: str) -> bool:
    """Whether a text field holds HTML: it starts with a tag."""
    head = text.lstrip()[:200]
    return head.startswith("<") and ">" in head


def _body(item: dict[str, Json], dialect: Dialect) -> str | None:
    """Plain text where there is any, then HTML, then paragraphs kept apart."""
    found = [s for path in dialect.text for s in _strings(item, path)]
    plain = next((s for s in found if not markup(s)), None)
    if plain is not None and not _parts(item, dialect):
        return plain
    page = next((s for s in found if markup(s)), None)
    page = page or next((s for path in dialect.html for s in _strings(item, path)), None)
    return page or _parts(item, dialect)


def _parts(item: dict[str, Json], dialect: Dialect) -> str | None:
    """A body kept as a list of paragraphs, or as Fundus keeps it: a summary and sections of paragraphs."""
    for path in dialect.text:
        value = item.get(path)
        if isinstance(value, dict) and isinstance(value.get("sections"), list):
            parts = [*_strings(value, "summary")]
            for section in value["sections"]:
                parts += [*_strings(section, "headline"), *_strings(section, "paragraphs")]
            return _PARAGRAPH.join(parts) or None
        if isinstance(value, list) and len(value) > 1 and all(isinstance(v, str) for v in value):
            return _PARAGRAPH.join(v for v in value if v.strip()) or None
    return None


def _values(item: Json, keys: list[str], depth: int = 0) -> list[Json]:
    """Everything at the path, lists opened."""
    if depth > _MAX_DEPTH:
        return []
    if isinstance(item, list):
        return [v for i in item for v in _values(i, keys, depth + 1)]
    if not keys:
        return [item]
    return _values(item[keys[0]], keys[1:], depth + 1) if isinstance(item, dict) and keys[0] in item else []


def _strings(item: Json, path: str) -> list[str]:
    return [v for v in _values(item, path.split(".")) if isinstance(v, str) and v.strip() not in _ABSENT]


def _line(item: Json, paths: tuple[str, ...]) -> str | None:
    return next((" ".join(s.split()) for p in paths for s in _strings(item, p)), None)


def _web(item: Json, paths: tuple[str, ...]) -> str | None:
    found = (s.strip() for p in paths for s in _strings(item, p))
    return next((s for s in found if s.startswith(("http://", "https://"))), None)


def _names(item: Json, paths: tuple[str, ...]) -> tuple[str, ...]:
    """Authors of the first path that names any; tools join several with semicolons."""
    for path in paths:
        if found := _strings(item, path):
            names = (" ".join(n.split()) for s in found for n in s.split(";"))
            return tuple(dict.fromkeys(n for n in names if n and not n.startswith("http")))
    return ()


def _first_scalar(item: Json, paths: tuple[str, ...]) -> tuple[str, str | None]:
    for path in paths:
        for value in _values(item, path.split(".")):
            scalar = isinstance(value, str | int | float) and not isinstance(value, bool)
            if scalar and str(value).strip() not in _ABSENT:
                return path, str(value)
    return "", None


def _truth(item: Json, paths: tuple[str, ...]) -> bool | None:
    """JSON-LD writes this flag as a boolean or as a word."""
    for path in paths:
        for value in _values(item, path.split(".")):
            if isinstance(value, bool):
                return value
            if isinstance(value, str) and value.strip().lower() in ("true", "false", "http://schema.org/false"):
                return value.strip().lower() == "true"
    return None
