#!/usr/bin/env python3
"""Floating catchment areas and inequality by numpy, as dense matrices.

Prints what Tests/CoverageTests/Access stores. Written without the program's code.

    python3 Tests/Reference/access_reference.py
"""
import numpy as np

# Five places, three facilities; walks in metres, 900 the longest.
people = np.array([120.0, 80.0, 0.0, 260.0, 40.0])
beds = np.array([12.0, 30.0, 7.0])
walks = np.array([
    [100, 450, 2000],
    [300, 300, 2000],
    [600, 800, 2000],
    [2000, 900, 650],
    [2000, 2000, 2000],
])


def weight(walk):
    return 1.0 if walk <= 300 else 0.68 if walk <= 600 else 0.22 if walk <= 900 else 0.0


W = np.vectorize(weight)(walks)
inside = (walks <= 900).astype(float)


def access(weights):
    ratio = beds / (weights * people[:, None]).sum(axis=0)
    return weights @ ratio, ratio


def gini(x, w):
    """Half the relative mean absolute difference."""
    mean = (x * w).sum() / w.sum()
    return (np.abs(x[:, None] - x[None, :]) * w[:, None] * w[None, :]).sum() / (2 * w.sum() ** 2 * mean)


def theil(x, w):
    mean = (x * w).sum() / w.sum()
    r = x[x > 0] / mean
    return (w[x > 0] / w.sum() * r * np.log(r)).sum()


def concentration(x, w, rank):
    """2 cov(x, r) / mean, with the fractional rank r; people of one rank share one."""
    r = np.array([(w[rank < k].sum() + w[rank == k].sum() / 2) / w.sum() for k in rank])
    mean = (x * w).sum() / w.sum()
    return 2 * ((w / w.sum()) * x * r).sum() / mean - 1


def palma(x, w):
    order = np.argsort(x, kind="stable")
    p = np.concatenate([[0], np.cumsum(w[order]) / w.sum()])
    l = np.concatenate([[0], np.cumsum((x * w)[order]) / (x * w).sum()])
    return (1 - np.interp(0.9, p, l)) / np.interp(0.4, p, l)


if __name__ == "__main__":
    sums = W.sum(axis=1, keepdims=True)
    G = np.divide(W, sums, out=np.zeros_like(W), where=sums > 0)
    for name, weights in (("2sfca", inside), ("e2sfca", W), ("3sfca", G * W)):
        a, r = access(weights)
        print(name, [float(v) for v in a], [float(v) for v in r])
    x = np.array([0.0, 2.5, 4.0, 4.0, 9.0, 1.0])
    w = np.array([30.0, 50.0, 10.0, 60.0, 25.0, 45.0])
    rank = np.array([0.3, 0.1, 0.2, 0.3, 0.25, 0.1])
    print("gini", float(gini(x, w)), "theil", float(theil(x, w)), "palma", float(palma(x, w)))
    print("concentration", float(concentration(x, w, rank)))
