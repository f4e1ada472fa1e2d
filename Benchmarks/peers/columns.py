"""The plain columns that `benchmarks columns` writes, and how a peer reports what it measured."""

import json
import resource
import statistics
import time
from pathlib import Path

import numpy as np

WIDTHS = {".f64": "<f8", ".i32": "<i4", ".i64": "<i8"}


class Columns:
    """One city: its network with lengths in micrometres, its places at nodes, and our answers."""

    def __init__(self, folder):
        self.folder = Path(folder)

    def read(self, name, width=1):
        numbers = np.fromfile(self.folder / name, dtype=WIDTHS[Path(name).suffix])
        return numbers.reshape(-1, width) if width > 1 else numbers

    def graph(self):
        """The network as a symmetric matrix in CSR form; of edges side by side the shortest stands."""
        from scipy.sparse import csr_matrix

        ends, lengths = self.read("edges.i32", 2), self.read("lengths.i64")
        count = len(self.read("nodes.f64", 2))
        low, high = ends.min(axis=1), ends.max(axis=1)
        kept = low != high
        order = np.lexsort((lengths[kept], high[kept], low[kept]))
        low, high, lengths = low[kept][order], high[kept][order], lengths[kept][order]
        first = np.r_[True, (low[1:] != low[:-1]) | (high[1:] != high[:-1])]
        low, high, metres = low[first], high[first], np.maximum(lengths[first], 1) / 1e6
        both = np.r_[low, high], np.r_[high, low]
        return csr_matrix((np.r_[metres, metres], both), shape=(count, count))

    def limit(self):
        return self.read("limit.i64")[0] / 1e6


def timed(work, runs):
    """The last result and every run's seconds."""
    seconds, value = [], None
    for _ in range(runs):
        value = None
        start = time.perf_counter()
        value = work()
        seconds.append(time.perf_counter() - start)
    return value, seconds


def report(case, peer, seconds, build=None, **agreement):
    """One line of JSON on standard output."""
    line = {
        "case": case, "peer": peer, "median": statistics.median(seconds), "least": min(seconds),
        "most": max(seconds), "runs": len(seconds), "build": build,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "agreement": agreement,
    }
    print(json.dumps(line), flush=True)


def walk_agreement(ours, theirs, limit):
    """How far two columns of walks (metres; NaN: none) differ, and who has walks that the other lacks."""
    ours, theirs = (np.where(walks <= limit + 1e-9, walks, np.nan) for walks in (ours, theirs))
    both = ~np.isnan(ours) & ~np.isnan(theirs)
    return {
        "reached": int((~np.isnan(theirs)).sum()),
        "largest difference m": float(np.abs(ours - theirs)[both].max(initial=0)),
        "only ours": int((~np.isnan(ours) & np.isnan(theirs)).sum()),
        "only theirs": int((np.isnan(ours) & ~np.isnan(theirs)).sum()),
    }


def pair_agreement(columns, facilities, places, walks):
    """How a table of pairs (facility, place, metres) differs from ours."""
    ours = columns.read("reach_ours.i64", 3)
    size = int(max(ours[:, 1].max(initial=0), places.max(initial=0))) + 1
    our_keys, their_keys = ours[:, 0] * size + ours[:, 1], facilities.astype(np.int64) * size + places
    _, at_ours, at_theirs = np.intersect1d(our_keys, their_keys, return_indices=True)
    return {
        "pairs": len(their_keys),
        "largest difference m": float(np.abs(ours[at_ours, 2] / 1e6 - walks[at_theirs]).max(initial=0)),
        "only ours": len(our_keys) - len(at_ours),
        "only theirs": len(their_keys) - len(at_theirs),
    }
