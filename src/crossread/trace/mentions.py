"""Mentions: every unit of a report with its proposition, chain, certainty and polarity."""

from collections.abc import Iterable, Iterator

from crossread.model.annotated import Annotated
from crossread.model.mention import Mention
from crossread.model.report import Failure
from crossread.model.tree import Tree
from crossread.trace import antecedents, units
from crossread.trace import certainty as certainties
from crossread.trace.chains import Chains
from crossread.trace.outlets import Outlets
from crossread.trace.propositions import Propositions


class Tracer:
    """The stage: reports with their annotations to (report, its mentions)."""

    name = "trace"
    version = "1"

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets

    def __call__(self, stream: Iterable[Annotated]) -> Iterator[tuple[Annotated, tuple[Mention, ...]] | Failure]:
        """One result a report, in order; a report that cannot be traced becomes a Failure."""
        for annotated in stream:
            try:
                yield annotated, mentions_of(annotated, self._outlets)
            except (ValueError, IndexError, KeyError, RecursionError) as error:
                yield Failure(annotated.report.path, self.name, f"{type(error).__name__}: {error}")


def mentions_of(annotated: Annotated, outlets: Outlets | None = None) -> tuple[Mention, ...]:
    """The mentions of one report in order of place; ``text`` is always the report's own words there."""
    tree = Tree(annotated)
    chains = Chains(annotated, outlets)
    propositions = Propositions(annotated, tree, antecedents.read(annotated, tree, chains))
    text = annotated.report.text
    out = []
    for unit in units.find(annotated, tree):
        chain = chains.of(unit.extent, unit.kind)
        out.append(
            Mention(
                report=annotated.report.id,
                start=unit.start,
                end=unit.end,
                text=text[unit.start : unit.end],
                proposition=propositions.of(unit),
                polarity=certainties.polarity(annotated, unit.extent),
                certainty=certainties.certainty(annotated, unit.extent, chain),
                chain=chain,
                restates=unit.restates,
                form=unit.kind,
            )
        )
    return tuple(out)
