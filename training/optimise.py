"""The optimiser that every recipe uses."""

import math
import time
from collections.abc import Callable, Iterable

import torch
from torch import Tensor, nn

HALF = torch.backends.cpu.get_cpu_capability() == "AVX512"
"""Whether products are made in bfloat16: without AVX-512 that is many times slower than floats."""


def groups(task: nn.Module, encoder_rate: float, head_rate: float) -> list[dict]:
    """Parameter groups: the encoder's slowly, the heads' fast; no decay for vectors."""
    out = []
    named = list(task.named_parameters())
    for inner in (True, False):
        for flat in (True, False):
            chosen = [p for n, p in named if (".encoder." in f".{n}") == inner and (p.ndim < 2) == flat]
            rate = encoder_rate if inner else head_rate
            out.append({"params": chosen, "lr": rate, "top": rate, "weight_decay": 0.0 if flat else 0.01})
    return out


def train(
    task: nn.Module,
    batches: Callable[[int], Iterable[object]],
    loss_of: Callable[[object], Tensor],
    steps: int,
    epochs: int,
    encoder_rate: float = 1e-4,
    head_rate: float = 1e-3,
    minutes: float = math.inf,
    after_epoch: Callable[[dict[str, Tensor]], None] | None = None,
) -> None:
    """AdamW, 10 % warm-up, linear decay, clipping at 1, bfloat16 products where ``HALF``, averaged weights at the end.

    ``steps`` is the number of batches an epoch, ``minutes`` bounds the time: the decay then follows the clock.
    """
    optimiser = torch.optim.AdamW(groups(task, encoder_rate, head_rate), betas=(0.9, 0.98), fused=True)
    average = {n: p.detach().clone() for n, p in task.named_parameters()}
    total, step, began = steps * epochs, 0, time.time()
    for epoch in range(epochs):
        task.train()
        shown = 0.0
        for batch in batches(epoch):
            done = max(step / total, (time.time() - began) / 60 / minutes)
            if done >= 1:
                break
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(step / (0.1 * total), 1.0) * (1 - done)
            with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
                loss = loss_of(batch)
            loss.backward()
            nn.utils.clip_grad_norm_(task.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            step += 1
            _fold(average, task, min(0.998, step / (step + 10)))
            shown = 0.98 * shown + 0.02 * float(loss.detach()) if shown else float(loss.detach())
            if step % 50 == 0:
                print(f"epoch {epoch} step {step}/{total} loss {shown:.4f} {time.time() - began:.0f} s", flush=True)
        if after_epoch:
            after_epoch(average)
    with torch.no_grad():
        for n, p in task.named_parameters():
            p.copy_(average[n])
    task.eval()


@torch.no_grad()
def _fold(average: dict[str, Tensor], task: nn.Module, keep: float) -> None:
    for n, p in task.named_parameters():
        average[n].lerp_(p.detach(), 1 - keep)
