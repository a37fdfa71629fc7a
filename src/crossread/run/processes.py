"""Annotation spread over processes; what comes out is the same, in the same order, whatever their number."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from crossread.annotate.annotator import Annotator
from crossread.model.annotated import Annotated
from crossread.model.report import Failure, Report

_annotator: Annotator | None = None


def _load() -> None:
    global _annotator  # models load once in each process
    _annotator = Annotator()


def _one(report: Report) -> Annotated | Failure:
    assert _annotator is not None
    return next(iter(_annotator([report])))


class Spread:
    """The annotate stage over ``jobs`` processes."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs

    def __call__(self, reports: Iterable[Report]) -> Iterator[Annotated | Failure]:
        """One result a report, in order."""
        # Spawned, not forked: a forked copy of ONNX Runtime's threads can hang.
        with ProcessPoolExecutor(self._jobs, mp_context=get_context("spawn"), initializer=_load) as pool:
            yield from pool.map(_one, reports)
