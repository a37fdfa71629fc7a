"""An article as its format gives it, before language, dates and debris are worked out."""

import msgspec


class Article(msgspec.Struct, frozen=True):
    """What one format reads of one article; dates are as written, ``None`` where the input says nothing.

    ``part`` tells articles of one file apart ("" where the file holds one). ``sha256`` is of the bytes that hold
    the article. ``site`` is a host name or URL that stands in for a missing outlet. ``free`` is false where the
    page says that it is not accessible for free. ``date_field`` names where ``date`` was found.
    """

    text: str
    sha256: str
    part: str = ""
    title: str | None = None
    outlet: str | None = None
    site: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    date: str | None = None
    date_field: str = ""
    free: bool | None = None
