"""The dwellings of an OSM extract by the rules of docs/from-osm.md, with pyosmium, shapely and pyproj.

    python Tests/Reference/from_extract.py FILE [BOUNDARY.geojson]

The reference that the tests of studies made from extracts hold their figures against: residential
buildings, dwellings (footprints are geodesic areas here), and the buildings refused for each reason.
"""
import collections
import json
import sys

import osmium
import shapely
import shapely.wkb
from pyproj import Geod

LEVELS = dict(apartments=4, residential=3, terrace=2, house=2, detached=2, semidetached_house=2, villa=2,
              bungalow=1, farm=2, houseboat=1, static_caravan=1, ger=1, yes=2)
SEVERAL = {"apartments", "residential", "terrace", "yes"}
USES = """aeroway amenity craft emergency healthcare historic industrial leisure man_made military office
power public_transport railway religion shop sport tourism utility""".split()
GROUNDS = [("landuse", v) for v in """industrial commercial retail military port harbour railway quarry
landfill cemetery depot garages education institutional religious greenhouse_horticulture""".split()]
GROUNDS += [("amenity", v) for v in "school university college kindergarten hospital prison grave_yard".split()]
GROUNDS += [("leisure", v) for v in "sports_centre stadium water_park".split()]
GROUNDS += [("tourism", v) for v in "zoo theme_park camp_site".split()]
GROUNDS += [("aeroway", "aerodrome")]


def ground(tags):
    return "military" in tags or any(tags.get(k) == v for k, v in GROUNDS)


def main(path, boundary=None):
    inside = None
    if boundary:
        features = json.load(open(boundary))["features"]
        inside = shapely.union_all([shapely.geometry.shape(f["geometry"]) for f in features])
        shapely.prepare(inside)
    care = {"w391921181", "w391921182", "w393394234", "w686174652", "r7491447"}
    outlines = set()
    for relation in osmium.FileProcessor(path, osmium.osm.RELATION):
        kind = relation.tags.get("type")
        wanted = "building" in relation.tags or ground(relation.tags) or \
            relation.tags.get("boundary") == "administrative" or relation.tags.get("amenity") == "social_facility"
        if kind in ("multipolygon", "boundary") and wanted:
            outlines |= {m.ref for m in relation.members if m.type == "w" and m.role != "inner"}
    factory, areas, grounds = osmium.geom.WKBFactory(), [], []
    for area in osmium.FileProcessor(path).with_areas():
        if not area.is_area() or not ("building" in area.tags or ground(area.tags)):
            continue
        shape = shapely.make_valid(shapely.wkb.loads(factory.create_multipolygon(area), hex=True))
        label = f"{'w' if area.from_way() else 'r'}{area.orig_id()}"
        if "building" in area.tags:
            areas.append((label, dict(area.tags), shape))
        else:
            grounds.append(shape)
    tree, geod = shapely.STRtree(grounds), Geod(ellps="WGS84")
    refused, dwellings, homes = collections.Counter(), 0, 0
    for label, tags, shape in areas:
        building = tags["building"]
        if label[0] == "w" and int(label[1:]) in outlines:
            refused["part_of_relation"] += 1
            continue
        if label in care:
            refused["care_site"] += 1
            continue
        point = shape.point_on_surface()
        footprint = abs(geod.geometry_area_perimeter(shapely.geometry.polygon.orient(shape)
                        if shape.geom_type == "Polygon" else shape)[0])
        if building not in LEVELS:
            refused["other_use"] += 1
        elif building == "yes" and any(tags.get(u, "no") != "no" for u in USES):
            refused["used_otherwise"] += 1
        elif building == "yes" and footprint < 40:
            refused["too_small"] += 1
        elif building == "yes" and len(tree.query(point, predicate="intersects")):
            refused["other_ground"] += 1
        elif inside is not None and not shapely.intersects(inside, point):
            refused["outside"] += 1
        else:
            homes += 1
            try:
                levels = float(tags.get("building:levels", ""))
            except ValueError:
                levels = LEVELS[building]
            if building not in SEVERAL and levels < 4:
                dwellings += 1
            else:
                dwellings += max(1, int(footprint * levels / 100 + 0.5))
    print(f"compounds {homes}, dwellings {dwellings}, {dict(sorted(refused.items()))}")


main(*sys.argv[1:])
