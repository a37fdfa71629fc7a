"""How the tools that gather news name an article's fields. The tables are data; ``fields`` reads by them.

A field is a path of keys ("publisher.name"); lists on the way are read item by item. In each row the first path
that holds something wins.

Sources: schema.org NewsArticle; IPTC ninjs 1.x, 2.x and 3.x (github.com/iptc/newsinjson); news-please
``NewsArticle.get_serializable_dict``; newspaper4k ``settings.article_json_fields``; Fundus ``Article.to_json``;
trafilatura ``build_json_output`` and ``Document.as_dict``; feedparser entries (RSS ``<source>``); NewsAPI.
"""

import msgspec


class Dialect(msgspec.Struct, frozen=True):
    """One tool's names. An object speaks it when one of ``signs`` is among its keys."""

    name: str
    signs: tuple[str, ...]
    text: tuple[str, ...]
    title: tuple[str, ...]
    date: tuple[str, ...]
    authors: tuple[str, ...]
    html: tuple[str, ...] = ()
    url: tuple[str, ...] = ("url",)
    outlet: tuple[str, ...] = ()
    site: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    free: tuple[str, ...] = ()


DIALECTS: tuple[Dialect, ...] = (
    Dialect(
        name="schema.org NewsArticle",
        signs=("articleBody", "@type"),
        text=("articleBody", "text"),
        title=("headline", "name"),
        date=("datePublished", "dateCreated", "uploadDate"),
        authors=("author.name", "author", "creator.name", "creator"),
        url=("url", "mainEntityOfPage.@id", "mainEntityOfPage", "@id"),
        outlet=("publisher.name", "publisher.legalName", "publisher", "isPartOf.name"),
        credits=("creditText", "sourceOrganization.name", "sourceOrganization", "provider.name"),
        free=("isAccessibleForFree",),
    ),
    Dialect(
        name="ninjs 2 and 3",
        signs=("bodies",),
        text=("bodies.value",),
        title=("headlines.value",),
        date=("versioncreated", "versionCreated", "firstcreated", "firstCreated", "contentcreated", "contentCreated"),
        authors=("by",),
        url=("url", "links.href"),
        outlet=("copyrightholder", "copyrightHolder"),
        credits=("infosources.name", "infoSources.name", "creditline", "creditLine"),
    ),
    Dialect(
        name="ninjs 1",
        signs=("body_text", "body_xhtml", "body_html"),
        text=("body_text",),
        html=("body_xhtml", "body_html"),
        title=("headline",),
        date=("versioncreated", "firstcreated", "contentcreated"),
        authors=("byline", "by"),
        outlet=("copyrightholder",),
        credits=("infosource.name", "creditline", "source"),
    ),
    Dialect(
        name="news-please",
        signs=("maintext",),
        text=("maintext",),
        title=("title", "title_page", "title_rss"),
        date=("date_publish",),
        authors=("authors",),
        site=("source_domain",),
    ),
    Dialect(
        name="Fundus",
        signs=("plaintext", "publishing_date", "free_access"),
        text=("plaintext", "body"),
        title=("title",),
        date=("publishing_date",),
        authors=("authors",),
        url=("url", "html.responded_url", "html.requested_url", "html.url"),
        outlet=("publisher.name", "publisher", "html.source_info.publisher"),
        free=("free_access",),
    ),
    Dialect(
        name="newspaper4k",
        signs=("publish_date", "meta_lang", "canonical_link"),
        text=("text", "text_cleaned"),
        title=("title",),
        date=("publish_date",),
        authors=("authors",),
        url=("canonical_link", "url", "original_url"),
        outlet=("meta_site_name",),
        site=("source_url",),
    ),
    Dialect(
        name="trafilatura",
        signs=("source-hostname", "raw_text"),
        text=("text",),
        title=("title",),
        date=("date",),
        authors=("author",),
        url=("source", "url"),
        outlet=("source-hostname", "sitename"),
        site=("hostname",),
    ),
    Dialect(
        name="an article with plain field names",
        signs=("text", "content", "body", "article"),
        text=("text", "content", "body", "article"),
        title=("title", "headline"),
        date=("date", "published", "publishedAt", "published_at", "pubDate", "publication_date", "datePublished"),
        authors=("authors.name", "authors", "author.name", "author", "byline"),
        url=("url", "link", "href"),
        outlet=("sitename", "site_name", "outlet", "publisher.name", "publisher", "source.name"),
        site=("hostname", "domain"),
        credits=("credits", "credit", "agency", "source.title", "source.value"),
        free=("isAccessibleForFree",),
    ),
)

# Keys under which tools put a list of articles.
LISTS = ("articles", "@graph", "items", "results", "entries", "itemListElement", "data", "docs", "news")
# schema.org types that hold no article of their own though they stand beside one.
ARTICLE_TYPE_ENDINGS: tuple[str, ...] = ("Article", "Posting", "Report")
