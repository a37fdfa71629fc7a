"""The seven steps in order: reports become a dossier."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from crossread.align import Aligner
from crossread.annotate import publication
from crossread.annotate.annotator import Annotator
from crossread.annotate.encoder import Embedder
from crossread.annotate.mention_encoder import MentionEncoder
from crossread.annotate.pair_scorer import PairScorer
from crossread.compare import quotations, registry
from crossread.compose import dossier as composing
from crossread.model.annotated import Annotated
from crossread.model.claim import Origin
from crossread.model.detail import Detail
from crossread.model.dossier import Dossier
from crossread.model.report import Failure, Report
from crossread.model.story import Story
from crossread.models import digests
from crossread.read import Reading
from crossread.settings import Settings
from crossread.trace import actors, origins, outlets, reuse
from crossread.trace.mentions import Told, Tracer

T = TypeVar("T")
Annotate = Callable[[Iterable[Report]], Iterator[Annotated | Failure]]
Align = Callable[[Story], Story]
Progress = Callable[[str, int], None]
"""Told the stage that begins and how many items it will handle."""
READ_LANGUAGES = frozenset({"en", "und"})
"""Languages whose reports are annotated; others are told as gaps. Text too short to tell is read as English."""


def silent(stage: str, items: int) -> None:
    """Tells nobody."""


class Pipeline:
    """Models loaded once; call it with what ``read`` made of the inputs. Other stages than its own may be given."""

    def __init__(self, settings: Settings, annotate: Annotate | None = None, align: Align | None = None) -> None:
        self._settings = settings
        self._annotate = annotate or Annotator()
        self._outlets = outlets.load(Path(settings.outlets) if settings.outlets else None)
        embedder = Embedder()
        self.embed = embedder.embed
        self.place = MentionEncoder()
        scorer = PairScorer()
        self.ask, self.ask_in_context = scorer, scorer.in_context
        self.align = align or Aligner(self.embed, self.place, self.ask)

    def __call__(self, reading: Reading, progress: Progress = silent) -> Dossier:
        """The dossier of one story. What fails on one report is told in ``failures`` and stops nothing else."""
        failures = list(reading.failures)
        traced = self.traced(reading, failures, progress)
        progress("align", len(traced.story.mentions))
        story = self.align(traced.story)
        progress("compare", len(story.groups))
        parts = composing.Parts(
            conflicts=registry.find(story, self.embed, self.ask_in_context),
            quotes=tuple(quotations.group(story, self.embed)),
            origins=traced.origins,
            gaps=reading.gaps,
            failures=tuple(failures),
        )
        progress("compose", 1)
        dossier = composing.build(story, parts, digests(), self._settings.told())
        return msgspec.structs.replace(dossier, reports=_all(dossier.reports, reading.reports))

    def traced(self, reading: Reading, failures: list[Failure], progress: Progress = silent) -> "Traced":
        """The story up to its mentions: annotated, dated, traced. Failures are added to the list."""
        readable = [r for r in reading.reports if r.language in READ_LANGUAGES]
        progress("annotate", len(readable))
        annotated = _dated(_kept(self._annotate(readable), failures))
        progress("trace", len(annotated))
        known = self._outlets.with_own(a.report for a in annotated)
        done = _kept(Tracer(known)(annotated), failures)
        reports = tuple(told.annotated for told in done)
        story = Story(
            reports=reports,
            mentions=tuple(m for told in done for m in told.mentions),
            details=_details(done),
            actors=actors.find(reports, known),
            edges=reuse.edges(reports, known),
        )
        return Traced(*origins.assign(story, known))


class Traced(NamedTuple):
    """A story with its mentions, and the origins that stand behind them."""

    story: Story
    origins: tuple[Origin, ...]


def _kept(stream: Iterable[T | Failure], failures: list[Failure]) -> list[T]:
    """What a stage made; its failures go to the list."""
    out: list[T] = []
    for item in stream:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            out.append(item)
    return out


def _details(reports: Sequence[Told]) -> tuple[Detail, ...]:
    """The details of all reports, which name their mentions among those of the story."""
    out: list[Detail] = []
    before = 0
    for told in reports:
        out += (msgspec.structs.replace(d, mention=before + d.mention) for d in told.details)
        before += len(told.mentions)
    return tuple(out)


def _dated(annotated: list[Annotated]) -> list[Annotated]:
    """Reports without a date get the interval that the story's own reports leave open for them."""
    published = publication.infer(annotated)
    return [publication.resolve(a, published[a.report.id]) if a.report.id in published else a for a in annotated]


def _all(told: tuple[Report, ...], read: tuple[Report, ...]) -> tuple[Report, ...]:
    """Every report that was read, also one in another language or one that a stage failed on."""
    known = {r.id: r for r in told}
    return tuple(known.get(r.id, r) for r in read)


__all__ = ["Pipeline"]
