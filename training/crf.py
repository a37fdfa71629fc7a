"""A linear-chain conditional random field with hard BIO constraints (Lafferty et al. 2001)."""

import torch
from torch import Tensor, nn

FORBIDDEN = -1e4


def bio_tags(kinds: tuple[str, ...]) -> list[str]:
    """``O`` and then ``B-kind``, ``I-kind`` of each."""
    return ["O"] + [f"{p}-{k}" for k in kinds for p in "BI"]


def forbidden(tags: list[str]) -> Tensor:
    """(tags, tags) true where the second may not follow the first."""

    def bad(a: str, b: str) -> bool:
        return b.startswith("I-") and a[2:] != b[2:]

    return torch.tensor([[bad(a, b) for b in tags] for a in tags])


class CRF(nn.Module):
    """Transition scores and the negative log-likelihood of tag sequences, full or partial."""

    def __init__(self, tags: list[str], free_start: bool) -> None:
        super().__init__()
        self.transition = nn.Parameter(torch.zeros(len(tags), len(tags)))
        self.register_buffer("banned", forbidden(tags), persistent=False)
        start = [not free_start and t.startswith("I-") for t in tags]
        self.register_buffer("banned_start", torch.tensor(start), persistent=False)

    def scores(self) -> Tensor:
        """(tags, tags) with the constraints in."""
        return self.transition.masked_fill(self.banned, FORBIDDEN)

    def _total(self, emissions: Tensor, mask: Tensor) -> Tensor:
        trans = self.scores()[None]
        alpha = emissions[:, 0].masked_fill(self.banned_start, FORBIDDEN)
        for t in range(1, emissions.shape[1]):
            step = torch.logsumexp(alpha[:, :, None] + trans, 1) + emissions[:, t]
            alpha = torch.where(mask[:, t, None], step, alpha)
        return torch.logsumexp(alpha, 1)

    def loss_full(self, emissions: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Summed loss for known ``tags`` (batch, words); ``mask`` is true at words."""
        gold = emissions.gather(2, tags[:, :, None])[..., 0]
        moves = self.transition[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]
        return (self._total(emissions, mask) - (gold * mask).sum(1) - moves.sum(1)).sum()

    def loss_partial(self, emissions: Tensor, allowed: Tensor, mask: Tensor) -> Tensor:
        """Summed loss where each word allows a set of tags (batch, words, tags)."""
        within = self._total(emissions.masked_fill(~allowed, FORBIDDEN), mask)
        return (self._total(emissions, mask) - within).sum()
