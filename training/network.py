"""The encoder and heads in torch, written out so that they export to plain ONNX operators."""

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.base import base_weights, word_table

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536


class Layer(nn.Module):
    """One transformer layer of BERT with query, key and value in one product."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.eager = False

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """``x`` (batch, length, width); ``bias`` (batch, 1, 1, length) is added to the attention scores."""
        b, n = x.shape[0], x.shape[1]
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        if self.eager:
            scores = q @ k.transpose(2, 3) / math.sqrt(WIDTH // HEADS) + bias
            mixed = scores.softmax(-1) @ v
        else:
            mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """all-MiniLM-L6-v2 from looked-up word vectors, with casing and layout embeddings in place of segments."""

    def __init__(self, casings: int, layouts: int, dropout: float = 0.1) -> None:
        super().__init__()
        weights = base_weights()
        self.position = nn.Embedding(512, WIDTH)
        self.casing = nn.Embedding(casings, WIDTH)
        self.layout = nn.Embedding(layouts, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        with torch.no_grad():
            self.position.weight.copy_(weights["embeddings.position_embeddings.weight"])
            self.casing.weight.copy_(weights["embeddings.token_type_embeddings.weight"][:1].expand(casings, -1))
            self.layout.weight.zero_()
            self.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(self.layers):
            _copy_layer(layer, weights, f"encoder.layer.{i}.")

    def forward(self, vectors: Tensor, casing: Tensor, layout: Tensor, mask: Tensor) -> list[Tensor]:
        """States of every layer; ``vectors`` (batch, length, width), the rest (batch, length)."""
        place = self.position.weight[: vectors.shape[1]]
        x = self.drop(self.norm(vectors + place + self.casing(casing) + self.layout(layout)))
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -1e4
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states

    def set_eager(self) -> None:
        """Attention in plain operators, for export."""
        for layer in self.layers:
            layer.eager = True


def _copy_layer(layer: nn.Module, weights: dict[str, Tensor], prefix: str) -> None:
    pairs = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    with torch.no_grad():
        for kind in ("weight", "bias"):
            parts = [weights[f"{prefix}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
            getattr(layer.qkv, kind).copy_(torch.cat(parts))
            for ours, theirs in pairs.items():
                getattr(getattr(layer, ours), kind).copy_(weights[f"{prefix}{theirs}.{kind}"])


class WordTable(nn.Module):
    """The frozen word vectors that all graphs share; looked up outside the graphs."""

    def __init__(self) -> None:
        super().__init__()
        rows, scale = word_table()
        self.register_buffer("rows", torch.from_numpy(rows), persistent=False)
        self.register_buffer("scale", torch.from_numpy(scale), persistent=False)

    def forward(self, ids: Tensor) -> Tensor:
        """(…,) ids to (…, width) float vectors."""
        return self.rows[ids].float() * self.scale[ids][..., None]


class Mix(nn.Module):
    """A learned weighting of the layers' states (scalar mix, Peters et al. 2018)."""

    def __init__(self, layers: int = LAYERS) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.linspace(-2.0, 0.0, layers))

    def forward(self, states: list[Tensor]) -> Tensor:
        """One state from all."""
        shares = self.weight.softmax(0)
        return sum((shares[i] * s for i, s in enumerate(states)), torch.zeros(()))


def at_words(states: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Mean of the first and the last piece of each word: (batch, words, width)."""
    width = states.shape[-1]
    ends = [states.gather(1, i[:, :, None].expand(-1, -1, width)) for i in (first, last)]
    return (ends[0] + ends[1]) * 0.5


class AttributionNet(nn.Module):
    """Tags of source, cue and content for each basic word, and vectors that link cues to both."""

    LINK = 64

    def __init__(self, tags: int, casings: int, layouts: int) -> None:
        super().__init__()
        self.encoder = Encoder(casings, layouts)
        self.mix = Mix()
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(WIDTH, tags)
        self.link = nn.Linear(WIDTH, 4 * self.LINK)

    def forward(
        self, vectors: Tensor, casing: Tensor, layout: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Emissions (batch, words, tags) and link vectors (batch, words, 4 × 64): cue→source query and key,
        content→cue query and key."""
        states = self.encoder(vectors, casing, layout, mask)
        words = self.drop(at_words(self.mix(states), first, last))
        return self.tag(words), self.link(words)


class SyntaxNet(nn.Module):
    """Parts of speech, dependency arcs and relation features, and name tags, for the words of one sentence a row."""

    ARC, REL, UPOS = 256, 128, 17

    def __init__(self, names: int, casings: int) -> None:
        super().__init__()
        self.encoder = Encoder(casings, 1)
        self.mix, self.mix_names = Mix(), Mix()
        self.drop = nn.Dropout(0.2)
        self.upos = nn.Linear(WIDTH, self.UPOS)
        self.names = nn.Linear(WIDTH, names)
        self.arc_dependent = nn.Linear(WIDTH, self.ARC)
        self.arc_head = nn.Linear(WIDTH, self.ARC)
        self.arc = nn.Parameter(torch.eye(self.ARC) / math.sqrt(self.ARC))
        self.arc_bias = nn.Linear(self.ARC, 1)
        self.rel_dependent = nn.Linear(WIDTH, self.REL)
        self.rel_head = nn.Linear(WIDTH, self.REL, bias=False)

    def forward(
        self, vectors: Tensor, casing: Tensor, mask: Tensor, first: Tensor, last: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """UPOS (b, w, 17); arcs (b, w, 1 + w) where head 0 is the root; relation halves (b, w, 128) and
        (b, 1 + w, 128); name emissions (b, w, names)."""
        states = self.encoder(vectors, casing, torch.zeros_like(casing), mask)
        mixed = self.mix(states)
        words = self.drop(at_words(mixed, first, last))
        heads = torch.cat([mixed[:, :1], words], 1)
        dependent = self.drop(F.relu(self.arc_dependent(words)))
        head = self.drop(F.relu(self.arc_head(heads)))
        arcs = dependent @ self.arc @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        named = self.names(self.drop(at_words(self.mix_names(states), first, last)))
        return self.upos(words), arcs, self.rel_dependent(words), self.rel_head(heads), named


class Relations(nn.Module):
    """Scores relations from the two halves of an arc; small enough to run outside the graph."""

    def __init__(self, relations: int) -> None:
        super().__init__()
        self.out = nn.Linear(SyntaxNet.REL, relations)

    def forward(self, dependent: Tensor, head: Tensor) -> Tensor:
        """(…, 128) twice to (…, relations)."""
        return self.out(F.relu(dependent + head))
