"""Holds the drawn circles of `carecircle coverage` against distances: circles.geojson, point by point.

    python Tests/Reference/circles_reference.py STUDY --date 2020-12-31 --out RESULT/coverage

Points are thrown at each circle, most of them near its boundary. One farther than `tolerance_m` from the
boundary must lie in the circle if and only if its distance (kind `radius`) or its walk to the facility (kind
`walk`; for the dissolved circle to any) is within the limit. Exit 1 where one does not.
"""
import argparse
import datetime
import json
import math
import os
import random
import sys
from collections import defaultdict

import numpy
import shapely
import shapely.geometry
import yaml
from pyproj import Transformer

from coverage_reference import is_open, standard_of
from street_network import GEOD, StreetNetwork
from study_reading import point_of, read_study


def walk_to(network, joins, target, distances):
    """The shortest walk between a joined place and one joined facility; infinite where there is none."""
    best = math.inf
    for edge, along, leg in joins:
        a, b = network.edges[edge]
        best = min(best, distances[a] + along + leg, distances[b] + network.lengths[edge] - along + leg)
        for other, place, last in target:
            if other == edge:
                best = min(best, abs(place - along) + leg + last)
    return best


def thrown(shape, points, draw, tolerance, reach):
    """Points at and around a boundary on the plane, some anywhere around the circle."""
    found, outline = [], shape.boundary
    west, south, east, north = shape.bounds
    for _ in range(points):
        if draw.random() < 0.7:
            at = outline.interpolate(draw.random(), normalized=True)
            spread = tolerance * draw.choice([1, 1.5, 3, 10])
            found.append((at.x + draw.gauss(0, spread), at.y + draw.gauss(0, spread)))
        else:
            found.append((draw.uniform(west - reach, east + reach), draw.uniform(south - reach, north + reach)))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study")
    parser.add_argument("--date")
    parser.add_argument("--out", help="the folder coverage/ that the program wrote")
    parser.add_argument("--circles", type=int, default=40, help="how many circles of each kind to look at")
    parser.add_argument("--points", type=int, default=200, help="how many points to throw at each")
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    study = read_study(options.study)
    with open(os.path.join(options.study, "study.yaml"), encoding="utf-8") as file:
        year = yaml.safe_load(file).get("base_year")
    day = datetime.date.fromisoformat(options.date or f"{year}-12-31")
    standard, draw = standard_of(study), random.Random(1)
    facilities = {r["id"]: point_of(r["shape"]) for r in study.facilities
                  if is_open(r, day) and r.get("kind") != "platform"}
    network = StreetNetwork(study.streets, study.plane, standard.private_ways, study.split_crossings)
    joined = {key: network.joins(point, standard.snap) for key, point in facilities.items()}
    plane = Transformer.from_crs("EPSG:4326", study.plane, always_xy=True)
    with open(os.path.join(options.out or os.path.join(options.study, "out", "coverage"), "circles.geojson")) as file:
        features = json.load(file)["features"]
    circles, problems, counts, seen = defaultdict(list), defaultdict(list), defaultdict(int), defaultdict(set)
    for feature in features:
        circles[feature["properties"]["kind"], feature["properties"]["facility"] is None].append(feature)
        seen[feature["properties"]["kind"]].add(feature["properties"]["facility"])
    everyone = dict(radius=set(facilities), walk={k for k, j in joined.items() if j})
    nearest, on_edge = network.field(list(joined.values())), defaultdict(list)
    for number, target in enumerate(joined.values()):
        for edge, along, leg in target:
            on_edge[edge].append((number, along, leg))
    for kind, expected in everyone.items():
        strange = (seen[kind] - {None}) ^ expected
        if strange:
            problems[kind].append(f"circles of {sorted(strange)[:5]}: {len(strange)} missing or too many")
    for (kind, dissolved), group in sorted(circles.items()):
        for feature in draw.sample(group, min(options.circles, len(group))):
            given = feature["properties"]
            key, tolerance = given["facility"], given["tolerance_m"]
            shape = shapely.geometry.shape(feature["geometry"])
            flat = shapely.transform(shape, lambda c: numpy.column_stack(plane.transform(c[:, 0], c[:, 1])))
            if not flat.is_valid:
                problems[kind].append(f"{key}: {shapely.is_valid_reason(flat)}")
                continue
            limit = given["limit_m"] if kind == "radius" else given["limit_minutes"] * 60 * standard.speed
            distances = network.distances(joined[key]) if kind == "walk" and not dissolved else None
            many = options.points * (20 if dissolved else 1)
            shapely.prepare(flat)
            outline = flat.boundary
            shapely.prepare(outline)
            for x, y in thrown(flat, many, draw, tolerance, 400):
                lon, lat = plane.transform(x, y, direction="INVERSE")
                away, drawn = outline.distance(shapely.Point(x, y)), flat.covers(shapely.Point(x, y))
                scale = math.hypot(*numpy.subtract(plane.transform(lon, lat + 1e-5), (x, y))) / GEOD.inv(
                    lon, lat, lon, lat + 1e-5)[2]
                counts[kind] += 1
                if away / scale <= tolerance + 0.005:
                    counts[kind + " within the tolerance"] += 1
                    continue
                if kind == "radius":
                    chosen = [facilities[key]] if not dissolved else list(facilities.values())
                    far = numpy.array(chosen)
                    if dissolved:  # degrees to metres, roughly: none farther than twice the radius matters
                        rough = numpy.hypot((far[:, 0] - lon) * math.cos(math.radians(lat)), far[:, 1] - lat) * 1.1e5
                        far = far[rough <= max(2 * limit, 1.2 * rough.min())]
                    measure = GEOD.inv([lon] * len(far), [lat] * len(far), far[:, 0], far[:, 1])[2].min()
                else:
                    joins = network.joins((lon, lat), standard.snap)
                    if dissolved:
                        measure = min(network.walks(joins, nearest, on_edge).values(), default=math.inf)
                    else:
                        measure = walk_to(network, joins, joined[key], distances)
                if drawn != (measure <= limit):
                    problems[kind].append(
                        f"{key or 'dissolved'}: {lon:.7f},{lat:.7f} is drawn {'in' if drawn else 'out'}, at "
                        f"{measure:.3f} of {limit:g} m, {away / scale:.3f} m from the boundary ({tolerance} allowed)")
    for kind in ("radius", "walk"):
        print(f"circles.geojson {kind}: {'DIFFERS' if problems[kind] else 'ok'}: "
              f"{len(seen[kind] - {None})} circles, {counts[kind]} points, "
              f"{counts[kind + ' within the tolerance']} of them within the tolerance of a boundary, "
              f"{len(problems[kind])} differ")
        for problem in problems[kind][:options.show]:
            print("    " + problem)
    return 1 if any(problems.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
