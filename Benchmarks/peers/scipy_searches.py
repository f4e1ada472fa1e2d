"""Nearest facility for every node, and who reaches what, by scipy's Dijkstra."""

import argparse

import numpy as np
from scipy.sparse.csgraph import dijkstra

from columns import Columns, pair_agreement, report, timed, walk_agreement

BLOCK = 50  # dense rows held at a time


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("columns")
    options.add_argument("--case", required=True)
    options.add_argument("--runs", type=int, default=7)
    options = options.parse_args()
    columns = Columns(options.columns)
    graph, build = timed(columns.graph, 1)
    facilities, places = columns.read("facilities.i32"), columns.read("compounds.i32")
    limit = columns.limit()
    if options.case.startswith("nearest"):
        reach = np.inf if "unlimited" in options.case else limit
        sources = np.unique(facilities)
        walks, seconds = timed(
            lambda: dijkstra(graph, directed=True, indices=sources, min_only=True, limit=reach), options.runs)
        ours = columns.read("nearest_ours.i64") / 1e6
        report(
            options.case, "scipy", seconds, build[0],
            **walk_agreement(np.where(ours < 0, np.nan, ours), np.where(np.isinf(walks), np.nan, walks), reach))
        return

    def table():
        rows = []
        for first in range(0, len(facilities), BLOCK):
            walks = dijkstra(graph, directed=True, indices=facilities[first:first + BLOCK], limit=limit)
            walks = walks[:, places]
            facility, place = np.nonzero(walks <= limit)
            rows.append((facility + first, place, walks[facility, place]))
        return [np.concatenate(column) for column in zip(*rows)]

    (facility, place, walks), seconds = timed(table, options.runs)
    report(options.case, "scipy", seconds, build[0], **pair_agreement(columns, facility, place, walks))


if __name__ == "__main__":
    main()
