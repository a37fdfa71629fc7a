"""The outlet's name where no metadata gives it: the registered domain, with no network."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tldextract

# Metadata that names no outlet though it stands in the outlet's field.
_EMPTY = frozenset({"", "none", "null", "unknown", "n/a", "home"})


def outlet_name(name: str | None, site: str | None, url: str | None) -> str | None:
    """The outlet's own ``name``, else the registered domain of ``site`` or ``url`` ("bbc.co.uk"), else None."""
    if name and name.strip().lower() not in _EMPTY:
        return " ".join(name.split())
    return _domain(site) or _domain(url)


def _domain(address: str | None) -> str | None:
    if not address or address.strip().lower() in _EMPTY:
        return None
    found = _extractor()(address.strip())
    if found.domain and found.suffix:
        return f"{found.domain}.{found.suffix}".lower()
    # Reserved and local top-level domains (RFC 2606) are in no public list: their last two labels are the site.
    labels = [p for p in (found.subdomain, found.domain) if p and "." in f"{found.subdomain}.{found.domain}"]
    return ".".join(".".join(labels).split(".")[-2:]).strip(".").lower() or None if labels else None


@cache
def _extractor() -> "tldextract.TLDExtract":
    import tldextract  # costs a tenth of a second: only where a domain must be told

    # The list that comes with the package: nothing is fetched and nothing is cached on disk.
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
