"""Reports made for tests, with sentences but without syntax."""

import re
from typing import Any

from crossread.model.annotated import Annotated, Sentence
from crossread.model.report import Published, Report


def plain(id: str, text: str, **fields: Any) -> Annotated:
    report = Report(id, f"{id}.txt", "0" * 64, text, "en", fields.pop("published", Published()), **fields)
    found = [Sentence(m.start(), m.end(), 0, 0) for m in re.finditer(r"\S[^.!?]*[.!?]?[\"”]?", text)]
    return Annotated(report, sentences=tuple(found))
