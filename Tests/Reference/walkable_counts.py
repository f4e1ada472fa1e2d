"""Counts of the walkable streets of OSM files by the walking rule, with pyosmium.

    python Tests/Reference/walkable_counts.py FILE...

The reference that the tests of the streets' reader hold their figures against. Prints for each file the
ways with a highway tag, the walkable ones, the distinct nodes of their segments, their
references, the segments, their geodesic length in metres (pyproj), blocked nodes and missing references, and an
order-independent check sum over the segments (way id, ends in units of 1e-7 degrees).
"""
import sys

import osmium
from pyproj import Geod

KINDS = set(
    "residential living_street unclassified tertiary tertiary_link secondary secondary_link primary "
    "primary_link trunk trunk_link service track road pedestrian footway path steps cycleway bridleway "
    "corridor".split())


def walkable(tags):
    kind, foot, access = tags.get("highway"), tags.get("foot"), tags.get("access")
    if kind in ("motorway", "motorway_link"):
        if foot not in ("yes", "designated"):
            return False
    elif kind not in KINDS:
        return False
    if foot in ("no", "private"):
        return False
    return not (access in ("no", "private") and foot not in ("yes", "designated", "permissive"))


def count(path):
    ways, highways = [], 0
    for way in osmium.FileProcessor(path, osmium.osm.WAY):
        if "highway" in way.tags:
            highways += 1
            if walkable(way.tags):
                ways.append((way.id, [n.ref for n in way.nodes]))
    wanted = {ref for _, refs in ways for ref in refs}
    at, blocked = {}, 0
    for node in osmium.FileProcessor(path, osmium.osm.NODE):
        if node.id in wanted:
            at[node.id] = (node.location.x, node.location.y)
            blocked += node.tags.get("foot") == "no"
    geod, lons, lats, lone, late, check, used = Geod(ellps="WGS84"), [], [], [], [], 0, set()
    for way, refs in ways:
        for a, b in zip(refs, refs[1:]):
            if a in at and b in at:
                used.update((a, b))
                (ax, ay), (bx, by) = at[a], at[b]
                lons.append(ax / 1e7), lats.append(ay / 1e7), lone.append(bx / 1e7), late.append(by / 1e7)
                check = (check + way * 31 + ax * 3 + ay * 5 + bx * 7 + by * 11) % (1 << 61)
    metres = sum(geod.inv(lons, lats, lone, late)[2])
    print(
        f"{path}: highways {highways}, walkable {len(ways)}, nodes {len(used)}, "
        f"references {sum(len(r) for _, r in ways)}, segments {len(lons)}, metres {metres:.3f}, "
        f"blocked {blocked}, missing {sum(r not in at for _, rs in ways for r in rs)}, check {check}")


for name in sys.argv[1:]:
    count(name)
