"""Compares what `carecircle coverage` wrote with an independent computation of the same measures.

    python Tests/Reference/coverage_reference.py STUDY --date 2020-12-31 --out STUDY/out/coverage

One line per file: how many figures were compared, the worst difference, and what differs. Exit 1 on any
difference. With `--alone` nothing is compared: the figures of the summary are printed.
"""
import argparse
import csv
import datetime
import math
import os
import sys
from collections import defaultdict
from types import SimpleNamespace

import numpy
import shapely
import yaml
from pyproj import Geod, Transformer
from scipy.spatial import cKDTree

from street_network import GEOD, StreetNetwork
from study_reading import last_day, marked_figures, number_text, point_of, read_study

# The date from which the packs' space rule for new compounds holds.
SPACE_RULE_FROM = {"wuhan": datetime.date(2017, 8, 31), "hubei": datetime.date(2022, 9, 5)}
NOTE_FAR, NOTE_NONE = "too far from any street", "no facility reached"


def number(row, column):
    text = number_text(row.get(column))
    return None if text is None else float(text)


# ---- who is open, who counts, who lives where ---------------------------------------------------------

def is_open(row, day):
    opened, closed = last_day(row.get("opened")), last_day(row.get("closed"))
    if row.get("status") not in (None, "", "operating"):
        return False
    return (opened is None or opened <= day) and (closed is None or closed > day)


def is_counted(row, phases, day, new_from):
    delivered = last_day(row.get("delivered"))
    if delivered is not None:
        return delivered <= day
    planned = last_day(row.get("planned"))
    if planned is None:
        planned = min((last_day(p.get("housing_planned")) for p in phases if p.get("housing_planned")),
                      default=None)
    return planned is None or new_from is None or planned < new_from


def elders_of_community(row):
    total = number(row, "elders")
    if total is not None:
        return total
    groups = [number(row, g) for g in ("elders_60_69", "elders_70_79", "elders_80_plus")]
    return None if all(g is None for g in groups) else sum(g or 0 for g in groups)


def places_of(study, day, new_from, plane):
    """Every compound and every residual, with its households and elders as they count."""
    phases, gates = defaultdict(list), defaultdict(list)
    for row in study.phases:
        phases[row["compound"]].append(row)
    for row in study.gates:
        gates[row["compound"]].append(point_of(row["shape"]))
    compounds, members = [], defaultdict(list)
    for row in study.compounds:
        place = SimpleNamespace(
            id=row["id"], row=row, name=row.get("name") or "", community=row["community_id"],
            point=point_of(row["shape"]), gates=gates[row["id"]], residual=False,
            counted=is_counted(row, phases[row["id"]], day, new_from),
            households=number(row, "households"), elders=number(row, "elders"), estimated=False,
            elders_estimated=False)
        # A study may say itself what of it is estimated.
        marked = marked_figures(row)
        place.estimated = "households" in marked and place.households is not None
        place.elders_estimated = "elders" in marked and place.elders is not None
        compounds.append(place)
        if place.community is not None and place.counted:
            members[place.community].append(place)
    residuals = []
    for key, row in study.communities.items():
        stated, marked = number(row, "households"), marked_figures(row)
        # What is left of an estimate, or beside one, is an estimate.
        unsure = "households" in marked or any(p.estimated for p in members[key])
        silent = [p for p in members[key] if p.households is None]
        if stated is not None and silent:
            left = max(0.0, stated - sum(p.households for p in members[key] if p.households is not None))
            if all(p.row["shape"].geom_type != "Point" for p in silent):
                weights = [shapely.transform(p.row["shape"], plane).area for p in silent]
            else:
                weights = [1.0] * len(silent)
            for p, weight in zip(silent, weights):
                p.households, p.estimated = left * weight / sum(weights), True
        elif stated is not None:
            left = max(0.0, stated - sum(p.households for p in members[key]))
        # Whoever states no households shares all that is left; else it lives outside.
        households = 0.0 if stated is None or silent else left
        people, elders = elders_of_community(row), None
        if people is not None:
            left = max(0.0, people - sum(p.elders for p in members[key] if p.elders is not None))
            silent = [p for p in members[key] if p.elders is None]
            weight = households + sum(p.households or 0.0 for p in silent)
            # What is split by households is an estimate; what one place gets alone is a remainder.
            split = (households > 0) + sum((p.households or 0) > 0 for p in silent) > 1
            split = split or "elders" in marked or any(p.elders_estimated for p in members[key])
            for p in silent:
                p.elders = left * (p.households or 0.0) / weight if weight else 0.0
                p.elders_estimated = split
            elders = left * households / weight if weight else left
        shared = people is not None and split
        if households > 0 or (elders or 0) > 0:
            residuals.append(SimpleNamespace(
                id=key, row=row, name=row["name"], community=key, point=point_of(row["shape"]), gates=[],
                residual=True, counted=True, households=households, elders=elders,
                estimated=households > 0 and unsure,
                elders_estimated=shared))
    return compounds, residuals


# ---- straight lines and walks --------------------------------------------------------------------------

def earth_centred(points):
    lon, lat = numpy.radians(points).T
    a, e2 = 6378137.0, 0.0066943799901413165
    n = a / numpy.sqrt(1 - e2 * numpy.sin(lat) ** 2)
    return numpy.column_stack([n * numpy.cos(lat) * numpy.cos(lon), n * numpy.cos(lat) * numpy.sin(lon),
                               n * (1 - e2) * numpy.sin(lat)])


def winner(distances, ids):
    """The nearest facility and all that may be it, where a millimetre's edge lies within a rounding error.

    `distances` by facility number. A tie (the same whole millimetre) goes to the smaller id in bytes.
    """
    least = min(distances.values())

    def choice(whole):
        return min((f for f, d in distances.items() if whole(d) == whole(least)), key=lambda f: ids[f].encode())

    rounded = choice(lambda d: math.floor(d * 1000 + 0.5))
    allowed = {f for f, d in distances.items() if d < least + 0.001 + 1e-6}
    clear = [f for f, d in distances.items() if d < least + 1e-7]  # the same place or as good as
    first = min(clear, key=lambda f: ids[f].encode())
    allowed = {f for f in allowed if f not in clear or f == first}
    return rounded, allowed


def straight_lines(points, facilities, ids):
    tree = cKDTree(earth_centred(numpy.array(facilities)))
    centred = earth_centred(numpy.array(points))
    chords = tree.query(centred)[0]
    found = []
    for point, at, chord in zip(points, centred, chords):
        near = tree.query_ball_point(at, chord * 1.001 + 0.01)
        others = numpy.array([facilities[f] for f in near])
        lengths = GEOD.inv([point[0]] * len(near), [point[1]] * len(near), others[:, 0], others[:, 1])[2]
        distances = {f: float(d) for f, d in zip(near, lengths)}
        chosen, allowed = winner(distances, ids)
        found.append((chosen, allowed, min(distances.values())))
    return found


def distinct(network, joins):
    """Whether joins of one place lie apart: then the nearest place is not unique and either may be taken."""
    feet = set()
    for edge, along, _ in joins:
        a, b = (network.coordinates[v] for v in network.edges[edge])
        t = along / network.lengths[edge] if network.lengths[edge] else 0.0
        feet.add(tuple(numpy.round(a + t * (b - a), 9)))
    feet = sorted(feet)
    return any(GEOD.inv(*feet[0], *other)[2] > 1e-3 for other in feet[1:])


# ---- areas ------------------------------------------------------------------------------------------------

def covered_areas(shapes, facilities, radius, plane):
    """For each polygon its area and the part within the radius of a facility, on the plane."""
    geod, steps = Geod(ellps="WGS84"), 1440
    azimuths = numpy.arange(steps) * (360.0 / steps)
    # A polygon on the circle's points is too small by the sagitta; this radius makes the areas equal.
    equal = radius * math.sqrt(2 * math.pi / steps / math.sin(2 * math.pi / steps))
    discs = []
    for lon, lat in facilities:
        east, north, _ = geod.fwd([lon] * steps, [lat] * steps, azimuths, [equal] * steps)
        discs.append(shapely.Polygon(plane(numpy.column_stack([east, north]))))
    tree = shapely.STRtree(discs)
    result = {}
    for key, shape in shapes.items():
        flat = shapely.transform(shape, plane)
        near = tree.query(flat, predicate="intersects")
        inside = flat.intersection(shapely.union_all([discs[i] for i in near])).area if len(near) else 0.0
        result[key] = (flat.area, inside)
    return result


# ---- everything -------------------------------------------------------------------------------------------

def standard_of(study):
    walking = {"minutes": 15, "speed_m_per_s": 1.0, "snap_limit_m": 300, **(study.settings.get("walking") or {})}
    return SimpleNamespace(
        radius=float(study.settings.get("radius_m", 1000)), limit=walking["minutes"] * 60.0,
        speed=float(walking["speed_m_per_s"]), snap=float(walking["snap_limit_m"]),
        private_ways=bool(walking.get("private_ways")))


def pack_date(study):
    policy = study.settings.get("policy")
    if policy in SPACE_RULE_FROM:
        return SPACE_RULE_FROM[policy]
    if policy is None:
        return None
    with open(os.path.join(study.folder, policy), encoding="utf-8") as file:
        rules = yaml.safe_load(file).get("rules", [])
    return next((r["effective_from"] for r in rules if r["id"] == "space"), None)


def compute(folder, day):
    study = read_study(folder)
    standard = standard_of(study)
    transformer = Transformer.from_crs("EPSG:4326", study.plane, always_xy=True)

    def plane(c):
        return numpy.column_stack(transformer.transform(c[:, 0], c[:, 1]))

    compounds, residuals = places_of(study, day, pack_date(study), plane)
    places = compounds + residuals
    counted = [r for r in study.facilities if is_open(r, day) and r.get("kind") != "platform"]
    counted.sort(key=lambda r: r["id"].encode())
    ids, points = [r["id"] for r in counted], [point_of(r["shape"]) for r in counted]

    for p in places:
        p.nearest, p.nearest_allowed, p.distance, p.within_1km = None, set(), None, False
    if counted:
        for p, (chosen, allowed, distance) in zip(places, straight_lines([p.point for p in places], points, ids)):
            p.nearest, p.nearest_allowed = ids[chosen], {ids[f] for f in allowed}
            p.distance, p.within_1km = distance, distance <= standard.radius

    report = {}
    for p in places:
        p.walk_facility, p.walk_allowed, p.walk, p.within_15min, p.note, p.apart = None, set(), None, None, "", False
    if study.streets:
        network = StreetNetwork(
            study.streets, study.plane, standard.private_ways, study.split_crossings)
        report = network.report
        joined = [network.joins(point, standard.snap) for point in points]
        on_edge = defaultdict(list)
        for facility, joins in enumerate(joined):
            for edge, along, leg in joins:
                on_edge[edge].append((facility, along, leg))
        report["facilities_not_joined"] = [i for i, joins in zip(ids, joined) if not joins]
        report["facilities_joined_twice"] = [i for i, j in zip(ids, joined) if j and distinct(network, j)]
        labels = network.field(joined)
        for p in places:
            starts = [network.joins(gate, standard.snap) for gate in p.gates or [p.point]]
            p.apart = any(distinct(network, joins) for joins in starts if joins)
            if not any(starts):
                p.note = NOTE_FAR
                continue
            distances = {}
            for joins in starts:
                for facility, walk in network.walks(joins, labels, on_edge).items():
                    distances[facility] = min(walk, distances.get(facility, walk))
            if not distances:
                p.note, p.within_15min = NOTE_NONE, False
                continue
            p.walk = min(distances.values())
            chosen, allowed = winner(distances, ids)
            p.walk_facility, p.walk_allowed = ids[chosen], {ids[f] for f in allowed}
            p.within_15min = p.walk / standard.speed <= standard.limit

    shapes = {k: r["shape"] for k, r in study.communities.items()
              if r["shape"] is not None and r["shape"].geom_type != "Point"}
    areas = covered_areas(shapes, points, standard.radius, plane)
    facilities_in = defaultdict(int)
    for row in counted:
        facilities_in[row["community_id"]] += 1
    return SimpleNamespace(study=study, standard=standard, compounds=compounds, residuals=residuals, areas=areas,
                           facilities_in=facilities_in, report=report, open=len(counted))


def share_of(places, within, amount):
    """Numerator, denominator and what of it is unknown."""
    top = whole = unknown = 0.0
    for p in places:
        value = amount(p)
        if value is None:
            continue
        whole += value
        if getattr(p, within) is None:
            unknown += value
        elif getattr(p, within):
            top += value
    return top, whole, unknown


AMOUNTS = {"count": lambda p: 1.0, "households": lambda p: p.households, "elders": lambda p: p.elders}


def scopes_of(result):
    """(scope, id) -> the communities and the counted places in it."""
    study, scopes = result.study, defaultdict(lambda: SimpleNamespace(communities=[], places=[]))
    places = defaultdict(list)
    for p in result.compounds + result.residuals:
        if p.counted:
            places[p.community].append(p)
    cities = set()
    for key, row in study.communities.items():
        city = row.get("city") or study.settings["name"]
        cities.add(city)
        names = [("city", city)]
        if row.get("district"):
            names.append(("district", row["district"]))
            if row.get("subdistrict"):
                names.append(("subdistrict", row["district"] + "/" + row["subdistrict"]))
        if row.get("setting"):
            names.append(("setting", row["setting"]))
        for name in names:
            scopes[name].communities.append(key)
            scopes[name].places.extend(places[key])
    if len(cities) <= 1:
        scopes[("city", next(iter(cities), study.settings["name"]))].places.extend(places[None])
    return scopes


def summary_of(result):
    rows = {}
    for (scope, name), members in scopes_of(result).items():
        areal = [result.areas[k] for k in members.communities if k in result.areas]
        rows[scope, name, "within_1km", "area"] = (
            sum(inside for _, inside in areal), sum(whole for whole, _ in areal), 0.0, 0.0)
        for measure in ("within_1km", "within_15min"):
            for basis, amount in AMOUNTS.items():
                places = [p for p in members.places if basis != "count" or not p.residual]
                figures = share_of(places, measure, amount)
                marked = {"households": "estimated", "elders": "elders_estimated"}.get(basis)
                estimated = sum(amount(p) or 0 for p in places if marked and getattr(p, marked))
                rows[scope, name, measure, basis] = figures + (estimated,)
        has = [k for k in members.communities if result.facilities_in[k]]
        rows[scope, name, "has_facility", "count"] = (float(len(has)), float(len(members.communities)), 0.0, 0.0)
    return rows


def unstated_of(communities, places, result, basis):
    """How many places of a scope state nothing on a basis and take no part of what their community states."""
    if basis not in ("households", "elders"):
        return 0
    rows, count = result.study.communities, 0
    for p in places:
        # A residual's dwellings are 0 where its community states none: not known, but part of the rule.
        told = number(rows[p.id], "households") if p.residual and basis == "households" else getattr(p, basis)
        count += told is None
    inhabited = {p.community for p in places}
    for key in communities:
        if key in inhabited:
            continue
        households, elders = number(rows[key], "households"), elders_of_community(rows[key])
        # Nobody knows whether anybody lives there; with 0 dwellings or 0 elders stated it is known.
        count += households is None and (basis == "households" or elders is None)
    return count


# ---- comparison ---------------------------------------------------------------------------------------------

class Verdict:
    """What was compared of one file, and what differs."""

    def __init__(self, name):
        self.name, self.compared, self.worst, self.problems, self.notes = name, 0, {}, [], defaultdict(int)

    def figure(self, where, what, ours, theirs, tolerance):
        """A number of the program (text) against the reference's."""
        self.compared += 1
        if (ours is None) != (theirs in (None, "")):
            self.problems.append(f"{where}: {what} is {theirs!r}, reference {ours!r}")
        elif ours is not None:
            off = abs(float(theirs) - ours)
            self.worst[what] = max(off, self.worst.get(what, 0.0))
            if not off <= tolerance:
                self.problems.append(f"{where}: {what} is {theirs}, reference {ours!r}, off by {off:.6g}")

    def same(self, where, what, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.problems.append(f"{where}: {what} is {theirs!r}, reference {ours!r}")

    def one_of(self, where, what, chosen, allowed, theirs, detail):
        self.compared += 1
        if theirs != (chosen or "") and theirs in allowed:
            self.notes["ties on the edge of a millimetre"] += 1
        elif theirs != (chosen or ""):
            self.problems.append(f"{where}: {what} is {theirs!r}, reference {chosen!r} {detail}")

    def close(self, shown):
        worst = ", ".join(f"{k} {v:.3g}" for k, v in sorted(self.worst.items()))
        notes = "".join(f"; {v} {k}" for k, v in self.notes.items())
        print(f"{self.name}: {'DIFFERS' if self.problems else 'ok'}: {self.compared} compared, "
              f"{len(self.problems)} differ; worst: {worst or '-'}{notes}")
        for problem in self.problems[:shown]:
            print("    " + problem)
        return not self.problems


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def word(value):
    return "" if value is None else "true" if value else "false"


def compare_places(name, path, places, standard, tolerance, has_streets):
    verdict, rows = Verdict(name), rows_of(path)
    theirs = {row["id"]: row for row in rows}
    verdict.same("file", "rows", len(places), len(rows))
    verdict.same("file", "ids", [], sorted({p.id for p in places} ^ set(theirs))[:5])
    for p in places:
        row = theirs.get(p.id)
        if row is None:
            continue
        at = p.id
        verdict.same(at, "name", p.name, row["name"])
        verdict.same(at, "community", p.community or "", row["community"])
        # Whole numbers are written as such: half a household is what rounding may take.
        decimals = len(row["households"].partition(".")[2])
        verdict.figure(at, "households", p.households, row["households"], 0.5 * 10 ** -decimals + 1e-6)
        verdict.figure(at, "elders", p.elders, row["elders"], 0.05 + 1e-6)
        if p.households is not None:
            verdict.same(at, "households_estimated", word(p.estimated), row["households_estimated"])
        if p.elders is not None:
            verdict.same(at, "elders_estimated", word(p.elders_estimated), row["elders_estimated"])
        verdict.figure(at, "distance_m", p.distance, row["distance_m"], 0.05 + 1e-5)
        verdict.one_of(at, "nearest_facility", p.nearest, p.nearest_allowed, row["nearest_facility"],
                       f"at {p.distance}")
        if p.distance is not None and abs(p.distance - standard.radius) < 1e-6:
            verdict.notes["on the radius"] += 1
        else:
            verdict.same(at, "within_1km", word(p.within_1km), row["within_1km"])
        if not has_streets:
            continue
        if p.apart:
            verdict.notes["with two nearest places on the streets (walk not compared)"] += 1
            continue
        verdict.same(at, "walk_note", p.note, row["walk_note"])
        verdict.one_of(at, "walk_facility", p.walk_facility, p.walk_allowed, row["walk_facility"], f"at {p.walk}")
        verdict.figure(at, "walk_m", p.walk, row["walk_m"], 0.05 + tolerance)
        verdict.figure(at, "walk_s", None if p.walk is None else p.walk / standard.speed, row["walk_s"],
                       0.05 + tolerance / standard.speed)
        if "walk_mm" in row:
            verdict.figure(at, "walk_mm", None if p.walk is None else p.walk * 1000, row["walk_mm"],
                           tolerance * 1000)
        if p.walk is not None and abs(p.walk - standard.limit * standard.speed) <= tolerance:
            verdict.notes["on the limit of the walk"] += 1
        else:
            verdict.same(at, "within_15min", word(p.within_15min), row["within_15min"])
    return verdict


def compare_communities(path, result):
    verdict, rows = Verdict("communities.csv"), rows_of(path)
    theirs = {row["id"]: row for row in rows}
    verdict.same("file", "ids", [], sorted(set(result.study.communities) ^ set(theirs))[:5])
    members = defaultdict(list)
    for p in result.compounds + result.residuals:
        if p.counted:
            members[p.community].append(p)
    for key, source in result.study.communities.items():
        row = theirs.get(key)
        if row is None:
            continue
        for column in ("name", "subdistrict", "district", "setting"):
            verdict.same(key, column, source.get(column) or "", row[column])
        places = members[key]
        for basis in ("households", "elders"):
            known = [AMOUNTS[basis](p) for p in places if AMOUNTS[basis](p) is not None]
            decimals = len(row[basis].partition(".")[2])
            if known:
                verdict.figure(key, basis, sum(known), row[basis], 0.5 * 10 ** -decimals + 1e-6)
            elif row[basis] not in ("", "0", "0.0"):
                verdict.problems.append(f"{key}: {basis} is {row[basis]}, reference nothing known")
        whole, inside = result.areas.get(key, (None, None))
        verdict.figure(key, "area_m2", whole, row["area_m2"], 0.06 if whole is None else max(0.06, whole * 1e-6))
        verdict.figure(key, "area_share_1km", None if not whole else inside / whole, row["area_share_1km"], 1e-4)
        count = result.facilities_in[key]
        verdict.same(key, "facilities", str(count), row["facilities"])
        verdict.same(key, "has_facility", word(count > 0), row["has_facility"])
        shares = {}
        for column, basis, within in (
                ("household_share_1km", "households", "within_1km"), ("elder_share_1km", "elders", "within_1km"),
                ("household_share_15min", "households", "within_15min"),
                ("elder_share_15min", "elders", "within_15min")):
            top, bottom, _ = share_of(places, within, AMOUNTS[basis])
            shares[column] = top / bottom if bottom else None
            verdict.figure(key, column, shares[column], row[column], 1e-6)
        straight, walked = shares["elder_share_1km"], shares["elder_share_15min"]
        _, elders, unknown = share_of(places, "within_15min", AMOUNTS["elders"])
        # A gap to a share of which nothing is known is none.
        gap = None if straight is None or unknown == elders else straight - walked
        verdict.figure(key, "elder_share_gap", gap, row["elder_share_gap"], 1.5e-6)
        for basis, marked in (("households", "estimated"), ("elders", "elders_estimated")):
            if not row[basis]:
                for column in ("unknown_1km", "unknown_15min", "estimated"):
                    verdict.same(key, f"{basis}_{column}", "", row[f"{basis}_{column}"])
                continue
            for measure in ("1km", "15min"):
                unknown = share_of(places, "within_" + measure, AMOUNTS[basis])[2]
                verdict.figure(key, f"{basis}_unknown_{measure}", unknown, row[f"{basis}_unknown_{measure}"], 1e-6)
            estimated = sum(AMOUNTS[basis](p) or 0.0 for p in places if getattr(p, marked))
            verdict.figure(key, f"{basis}_estimated", estimated, row[f"{basis}_estimated"], 1e-6)
        verdict.same(key, "set_aside", "0", row["set_aside"])
        verdict.same(key, "compounds_set_aside", "0", row["compounds_set_aside"])
        for basis in ("households", "elders"):
            verdict.same(key, f"{basis}_unstated", str(unstated_of([key], places, result, basis)),
                         row[f"{basis}_unstated"])
    return verdict


def compare_summary(path, result):
    verdict = Verdict("summary.csv")
    theirs = {(r["scope"], r["scope_id"], r["measure"], r["basis"]): r for r in rows_of(path)}
    expected, scopes = summary_of(result), scopes_of(result)
    for key, (top, whole, unknown, estimated) in expected.items():
        row, at = theirs.get(key), " ".join(key)
        if row is None:
            verdict.problems.append(f"{at}: no such row")
            continue
        slack = 1e-4 * whole if key[3] == "area" else 0.05 + 1e-6
        if key[3] == "households" and "." not in row["denominator"]:
            slack = 0.5 + 1e-6
        measure = f"({key[3]})"
        verdict.figure(at, "numerator" + measure, top, row["numerator"], slack)
        verdict.figure(at, "denominator" + measure, whole, row["denominator"], slack)
        verdict.figure(at, "share" + measure, top / whole if whole else None, row["share"],
                       1e-4 if key[3] == "area" else 1e-6)
        verdict.figure(at, "unknown" + measure, unknown, row["unknown"] or "0", slack)
        verdict.figure(at, "estimated" + measure, estimated, row["estimated"] or "0", slack)
        members = scopes[key[0], key[1]]
        unstated = (sum(k not in result.areas for k in members.communities) if key[3] == "area" else
                    unstated_of(members.communities, members.places, result, key[3]))
        verdict.same(at, "unstated" + measure, str(unstated), row["unstated"])
    cities = {"city", "district", "subdistrict", "setting"}
    known = {"within_1km", "within_15min", "has_facility"}
    extra = [k for k in theirs if k[0] in cities and k[2] in known and k not in expected]
    verdict.same("file", "rows that the reference does not have", [], extra[:5])
    return verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study")
    parser.add_argument("--date")
    parser.add_argument("--out", help="the folder coverage/ that the program wrote")
    parser.add_argument("--tolerance-mm", type=float, default=1.0)
    parser.add_argument("--show", type=int, default=10, help="how many differences of a file to print")
    parser.add_argument("--alone", action="store_true", help="compare nothing, print the city's figures")
    options = parser.parse_args()
    with open(os.path.join(options.study, "study.yaml"), encoding="utf-8") as file:
        year = yaml.safe_load(file).get("base_year")
    day = datetime.date.fromisoformat(options.date or f"{year}-12-31")
    result = compute(options.study, day)
    print(f"{options.study} on {day}: {len(result.compounds)} compounds, {len(result.residuals)} residuals, "
          f"{result.open} facilities counted, plane {result.study.plane}")
    print(f"streets: {result.report}")
    if options.alone:
        for key, figures in summary_of(result).items():
            if key[0] in ("city", "setting"):
                print(*key, *(f"{v:.6f}" for v in figures))
        return 0
    out, tolerance = options.out or os.path.join(options.study, "out", "coverage"), options.tolerance_mm / 1000
    streets = bool(result.study.streets)
    verdicts = [
        compare_places("compounds.csv", os.path.join(out, "compounds.csv"), result.compounds, result.standard,
                       tolerance, streets),
        compare_places("residuals.csv", os.path.join(out, "residuals.csv"), result.residuals, result.standard,
                       tolerance, streets),
        compare_communities(os.path.join(out, "communities.csv"), result),
        compare_summary(os.path.join(out, "summary.csv"), result),
    ]
    return 0 if all([v.close(options.show) for v in verdicts]) else 1


if __name__ == "__main__":
    sys.exit(main())
