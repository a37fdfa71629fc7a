"""Logistic models by Newton's method, and the small tables that their weights are shipped in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MOST_STEPS, CLOSE = 50, 1e-8
"""Newton steps at the most, and the largest change of a weight at which they end."""
STABLE = 1e-9
"""Added to the Hessian's diagonal, so that a column of noughts does not make it singular."""
Floats = NDArray[np.float64]


def fit(x: Floats, y: NDArray, penalty: Floats, weight: Floats | None = None) -> Floats:
    """The weights (features,) of rows ``x`` (n, features) with labels 0 or 1; an L2 ``penalty`` on each feature's, and
    a ``weight`` on each row. ArithmeticError where the steps do not settle."""
    told = np.ones(len(x)) if weight is None else weight
    w = np.zeros(x.shape[1])
    for _ in range(MOST_STEPS):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (told * (p - y)) + penalty * w
        hessian = (x * (told * p * (1 - p))[:, None]).T @ x + np.diag(penalty + STABLE)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < CLOSE:
            return w
    raise ArithmeticError(f"no minimum in {MOST_STEPS} steps; the last changed a weight by {np.abs(step).max():.2g}")


def fit_standardised(x: Floats, y: NDArray, penalty: float, weight: Floats | None = None) -> Floats:
    """The same over standardised features with a free bias: weights for ``x`` as it is, the last that of the bias."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z = np.column_stack([(x - mean) / spread, np.ones(len(x))])
    w = fit(z, y, np.array([penalty] * x.shape[1] + [0.0]), weight)
    slopes = w[:-1] / spread
    return np.append(slopes, w[-1] - slopes @ mean)


def write(out: Path, module: str, tables: Mapping[str, tuple[Sequence[str], Floats]]) -> None:
    """TOML tables of weights by name; ``module`` is the one that reads them, whose namesake in ``training`` writes."""
    lines = [f"# Weights of crossread.{module}, written by python -m training.{module.rsplit('.', 1)[-1]}."]
    for table, (names, found) in tables.items():
        told = [
            f'"{n}" = {v:.3f}' if "*" in n else f"{n} = {v:.3f}" for n, v in zip(names, found.tolist(), strict=True)
        ]
        lines += [f"[{table}]", *told]
    out.write_text("\n".join([*lines, ""]), encoding="utf-8")
