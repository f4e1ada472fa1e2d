"""Walk circles as concave hulls of the nodes reached: the usual recipe, with how many pairs it gets wrong."""

import argparse

import numpy as np
import shapely
from scipy.sparse.csgraph import dijkstra

from columns import Columns, report, timed

BLOCK = 50


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("columns")
    options.add_argument("--case", required=True)
    options.add_argument("--ratio", type=float, default=0.3)
    options.add_argument("--runs", type=int, default=1)
    options = options.parse_args()
    columns = Columns(options.columns)
    graph, nodes = columns.graph(), columns.read("nodes.f64", 2)
    facilities, limit = columns.read("facilities.i32"), columns.limit()

    def circles():
        hulls = []
        for first in range(0, len(facilities), BLOCK):
            walks = dijkstra(graph, directed=True, indices=facilities[first:first + BLOCK], limit=limit)
            for row in walks:
                reached = nodes[row <= limit]
                hulls.append(shapely.concave_hull(shapely.multipoints(reached), ratio=options.ratio))
        return np.array(hulls)

    hulls, seconds = timed(circles, options.runs)
    ours = columns.read("reach_ours.i64", 3)
    places = columns.read("compounds_plane.f64", 2)
    hull, place = shapely.STRtree(shapely.points(places)).query(hulls, predicate="covers")
    drawn, true = set(zip(hull.tolist(), place.tolist())), set(map(tuple, ours[:, :2].tolist()))
    report(
        options.case, "concave hulls", seconds,
        **{"pairs": len(true), "falsely in": len(drawn - true), "missed": len(true - drawn),
           "mean km2": float(shapely.area(hulls).mean() / 1e6)})


if __name__ == "__main__":
    main()
