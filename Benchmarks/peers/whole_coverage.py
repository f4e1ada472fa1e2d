"""From an extract and two tables of points to a table of walks, as one process: pyosmium, scipy, pyproj.

The walking rule is that of docs/walking-rule.md in short; places go to the nearest node.
"""

import argparse
from pathlib import Path

import numpy as np
import osmium
import pandas as pd
from pyproj import Geod, Transformer
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

WALKABLE = set(
    "residential living_street unclassified tertiary secondary primary trunk tertiary_link secondary_link "
    "primary_link trunk_link service track road pedestrian footway path steps cycleway bridleway corridor".split())
ALLOWED = {"yes", "designated", "permissive"}


def is_walkable(tags):
    kind, foot = tags["highway"], tags.get("foot")
    if kind in ("motorway", "motorway_link"):
        return foot in ("yes", "designated")
    if kind not in WALKABLE or foot in ("no", "private"):
        return False
    return tags.get("access") not in ("no", "private") or foot in ALLOWED


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("study")
    options.add_argument("--out", required=True)
    options.add_argument("--limit", type=float, default=900)
    options = options.parse_args()
    study = Path(options.study)
    extract = str((study / "streets.osm.pbf").resolve())

    ways = []
    for way in osmium.FileProcessor(extract, osmium.osm.WAY).with_filter(osmium.filter.KeyFilter("highway")):
        if is_walkable(way.tags):
            ways.append(np.fromiter((node.ref for node in way.nodes), np.int64))
    ids = np.unique(np.concatenate(ways))
    wanted = osmium.filter.IdFilter(ids.tolist())
    place = np.full((len(ids), 2), np.nan)
    found, positions = [], []
    for node in osmium.FileProcessor(extract, osmium.osm.NODE).with_filter(wanted):
        found.append(node.id)
        positions.append((node.lon, node.lat))
    place[np.searchsorted(ids, np.array(found))] = positions
    lon, lat = place.T

    u = np.searchsorted(ids, np.concatenate([way[:-1] for way in ways]))
    v = np.searchsorted(ids, np.concatenate([way[1:] for way in ways]))
    sound = (u != v) & ~np.isnan(lon[u]) & ~np.isnan(lon[v])
    u, v = np.minimum(u, v)[sound], np.maximum(u, v)[sound]
    _, first = np.unique(u * len(ids) + v, return_index=True)
    u, v = u[first], v[first]
    geod = Geod(ellps="WGS84")
    metres = np.maximum(geod.inv(lon[u], lat[u], lon[v], lat[v])[2], 1e-6)
    graph = csr_matrix((np.r_[metres, metres], (np.r_[u, v], np.r_[v, u])), shape=(len(ids), len(ids)))
    _, part = connected_components(graph, directed=False)
    kept = np.flatnonzero(np.bincount(part)[part] >= len(ids) / 100)

    facilities, compounds = (pd.read_csv(study / f"{name}.csv") for name in ("facilities", "compounds"))
    zone = int((np.nanmean(lon) + 180) // 6) + 1
    plane = Transformer.from_crs(4326, (32600 if np.nanmean(lat) >= 0 else 32700) + zone, always_xy=True)
    points = [np.c_[plane.transform(t.lon.to_numpy(), t.lat.to_numpy())] for t in (facilities, compounds)]
    tree = cKDTree(np.c_[plane.transform(lon[kept], lat[kept])])
    (leg_f, at_f), (leg_c, at_c) = tree.query(points[0]), tree.query(points[1])

    # The legs of facilities count: a source beyond the network stands for each.
    count = len(ids)
    coo = graph.tocoo()
    joined = leg_f <= 300
    more = np.flatnonzero(joined)
    row = np.r_[coo.row, count + np.arange(len(more))]
    column = np.r_[coo.col, kept[at_f[more]]]
    data = np.r_[coo.data, np.maximum(leg_f[more], 1e-6)]
    graph = csr_matrix((data, (row, column)), shape=(count + len(more), count + len(more)))
    walks, _, source = dijkstra(
        graph, indices=count + np.arange(len(more)), min_only=True, return_predecessors=True)
    walk = np.where(leg_c <= 300, walks[kept[at_c]] + leg_c, np.nan)
    nearest = source[kept[at_c]]

    straight, which = cKDTree(points[0]).query(points[1])
    straight = geod.inv(
        compounds.lon.to_numpy(), compounds.lat.to_numpy(), facilities.lon.to_numpy()[which],
        facilities.lat.to_numpy()[which])[2]
    reached = np.isfinite(walk)
    pd.DataFrame({
        "id": compounds.id, "nearest_facility": facilities.id.to_numpy()[which], "distance_m": straight.round(1),
        "within_1km": straight <= 1000,
        "walk_facility": np.where(
            reached, facilities.id.to_numpy()[more[np.where(reached, nearest - count, 0)]], ""),
        "walk_m": np.where(reached, np.round(walk, 1), np.nan), "within_15min": walk <= options.limit,
    }).to_csv(options.out, index=False)


if __name__ == "__main__":
    main()
