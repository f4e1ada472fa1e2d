"""Who reaches what, and the nearest facility within the limit, by pandana's contraction hierarchy."""

import argparse

import numpy as np
import pandas as pd
from scipy.sparse import triu

from columns import Columns, pair_agreement, report, timed, walk_agreement


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("columns")
    options.add_argument("--case", required=True, help="ignored: one preparation serves both cases")
    options.add_argument("--runs", type=int, default=3)
    options = options.parse_args()
    import pandana

    columns = Columns(options.columns)
    nodes, edges = columns.read("nodes.f64", 2), triu(columns.graph()).tocoo()
    facilities, places = columns.read("facilities.i32"), columns.read("compounds.i32")
    limit = columns.limit()
    network, build = timed(
        lambda: pandana.Network(
            pd.Series(nodes[:, 0]), pd.Series(nodes[:, 1]), pd.Series(edges.row), pd.Series(edges.col),
            pd.DataFrame({"metres": edges.data}), twoway=True), 1)

    def nearest():
        network.set_pois("facilities", limit, 1, pd.Series(nodes[facilities, 0]), pd.Series(nodes[facilities, 1]))
        return network.nearest_pois(limit, "facilities", num_pois=1)

    walks, seconds = timed(nearest, options.runs)
    walks = walks[1].to_numpy()
    ours = columns.read("nearest_ours.i64") / 1e6
    # It gives the limit itself to a node that reaches nothing.
    report(
        "nearest facility, every vertex, 15 min", "pandana", seconds, build[0],
        **walk_agreement(np.where(ours < 0, np.nan, ours), np.where(walks >= limit, np.nan, walks), limit))

    at = pd.DataFrame({"node": places, "place": np.arange(len(places))})

    def table():
        near = network.nodes_in_range(list(np.unique(facilities)), limit)
        near.columns = ["source", "node", "metres"]
        near = near.merge(at, on="node")
        return near.merge(pd.DataFrame({"source": facilities, "facility": np.arange(len(facilities))}), on="source")

    pairs, seconds = timed(table, options.runs)
    report(
        "who reaches what, 15 min", "pandana", seconds, build[0],
        **pair_agreement(
            columns, pairs.facility.to_numpy(), pairs.place.to_numpy(), pairs.metres.to_numpy()))


if __name__ == "__main__":
    main()
