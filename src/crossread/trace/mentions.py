"""Mentions: every unit of a report with its proposition, chain, certainty and polarity, and the details within it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from crossread.model.annotated import Annotated
from crossread.model.detail import Detail
from crossread.model.mention import Mention
from crossread.model.report import Failure
from crossread.model.tree import Tree
from crossread.trace import antecedents, details, units
from crossread.trace import certainty as certainties
from crossread.trace.chains import Chains
from crossread.trace.outlets import Outlets
from crossread.trace.propositions import Propositions
from crossread.trace.units import Unit


class Told(NamedTuple):
    """What one report tells: its mentions in order of place, and their details."""

    annotated: Annotated
    mentions: tuple[Mention, ...]
    details: tuple[Detail, ...]


class Tracer:
    """The stage: reports with their annotations to what each tells."""

    name = "trace"
    version = "2"

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets

    def __call__(self, stream: Iterable[Annotated]) -> Iterator[Told | Failure]:
        """One result a report, in order; a report that cannot be traced becomes a Failure."""
        for annotated in stream:
            try:
                yield told(annotated, self._outlets)
            except (ValueError, IndexError, KeyError, RecursionError) as error:
                yield Failure(annotated.report.path, self.name, f"{type(error).__name__}: {error}")


def told(annotated: Annotated, outlets: Outlets | None = None) -> Told:
    """What one report tells; a mention's ``text`` is always the report's own words there."""
    tree = Tree(annotated)
    chains = Chains(annotated, outlets)
    propositions = Propositions(annotated, tree, antecedents.read(annotated, tree, chains))
    found = units.find(annotated, tree)
    mentions = tuple(_mention(annotated, unit, chains, propositions) for unit in found)
    return Told(annotated, mentions, details.find(annotated, tree, found, propositions))


def _mention(annotated: Annotated, unit: Unit, chains: Chains, propositions: Propositions) -> Mention:
    chain = chains.of(unit.extent, unit.kind)
    return Mention(
        report=annotated.report.id,
        start=unit.start,
        end=unit.end,
        text=annotated.report.text[unit.start : unit.end],
        proposition=propositions.of(unit),
        polarity=certainties.polarity(annotated, unit.extent),
        certainty=certainties.certainty(annotated, unit.extent, chain),
        chain=chain,
        restates=unit.restates,
        form=unit.kind,
    )
