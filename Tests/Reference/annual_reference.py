"""Compares the base year's rows of `annual.csv` with an independent computation of the same figures.

    python Tests/Reference/annual_reference.py STUDY --pack wuhan --annual OUT/scenario/NAME/annual.csv

In the base year a scenario has moved nobody yet and its programme is not looked at here, so the rows follow from
the study alone: shares with what is unknown and estimated in them, and sums of what is stated with the count of
those who state nothing. Compounds count as a whole (`deliveries: whole`). Exit 1 on any difference.
"""
import argparse
import datetime
import sys
from collections import defaultdict

from checks_reference import PACKS, class_of
from coverage_reference import Verdict, compute, is_open, number, rows_of, scopes_of, summary_of, unstated_of
from study_reading import last_day

SHARES = (("elder_share_1km", "elders_unknown_1km", "within_1km", "elders"),
          ("elder_share_15min", "elders_unknown_15min", "within_15min", "elders"),
          ("household_share_15min", "households_unknown_15min", "within_15min", "households"))


def stated_sum(figures):
    """The sum of what is stated (None where there is something and nobody states it), and how many do not."""
    known = [f for f in figures if f is not None]
    return (None if figures and not known else sum(known)), len(figures) - len(known)


def care_space(place, phases, day):
    """What of a compound's care space has come, or None where neither it nor its phases state any."""
    parts = [number(p, "care_space_m2") for p in phases]
    whole = number(place.row, "care_space_m2")
    if whole is None:
        if all(part is None for part in parts):
            return None
        whole = sum(part or 0.0 for part in parts)

    def has_come(phase):
        delivered = last_day(phase.get("care_delivered"))
        return place.counted if delivered is None else delivered <= day

    if sum(part or 0.0 for part in parts) > 0:
        come = sum(part or 0.0 for part, phase in zip(parts, phases) if has_come(phase))
        return whole * come / sum(part or 0.0 for part in parts)
    chosen = next((p for p in phases if int(p["phase"]) == 1), phases[0] if phases else {})
    return whole if has_come(chosen) else 0.0


def required(place, phases, rules):
    """What a counted compound owes, or None where its class or its dwellings are unknown."""
    kind, households = class_of(place.row, phases, rules["since"]), number(place.row, "households")
    if kind == "existing" or households == 0:
        return 0.0
    return None if kind == "unknown" or households is None else households * rules["rate"] / 100


def annual_of(result, day, rules):
    """The figures of each row by column, by scope and its name."""
    study, summary, phases = result.study, summary_of(result), defaultdict(list)
    for phase in sorted(study.phases, key=lambda p: int(p["phase"])):
        phases[phase["compound"]].append(phase)
    scopes = scopes_of(result)
    only_city = sum(scope == "city" for scope, _ in scopes) == 1
    rows = {}
    for (scope, name), members in scopes.items():
        if scope not in ("city", "district"):
            continue

        def inside(community):
            return community in members.communities or (community is None and scope == "city" and only_city)

        row = rows[scope, name] = {}
        for basis in ("elders", "households"):
            known = [getattr(p, basis) for p in members.places if getattr(p, basis) is not None]
            row[basis] = sum(known) if known else None
            row[basis + "_estimated"] = summary[scope, name, "within_1km", basis][3]
            row[basis + "_unstated"] = unstated_of(members.communities, members.places, result, basis)
        for share, unknown, measure, basis in SHARES:
            top, whole, not_known, _ = summary[scope, name, measure, basis]
            row[share], row[unknown] = (top / whole if whole else None), not_known
        facilities = [f for f in study.facilities
                      if inside(f["community_id"]) and is_open(f, day) and f.get("kind") != "platform"]
        row["facilities"] = len(facilities)
        row["area_m2"], row["area_unstated"] = stated_sum([number(f, "area_m2") for f in facilities])
        row["beds"], row["beds_unstated"] = stated_sum([number(f, "beds") for f in facilities])
        row["beds_per_1000_elders"] = (
            None if row["beds"] is None or not row["elders"] else row["beds"] * 1000 / row["elders"])
        compounds = [p for p in result.compounds if inside(p.community)]
        counted = [p for p in compounds if p.counted]
        spaces = {p.id: care_space(p, phases[p.id], day) for p in compounds}
        # Space may come before its compound; until the compound counts, its silence says nothing.
        told = [spaces[p.id] for p in compounds if p.counted or spaces[p.id]]
        row["care_space_m2"], row["care_space_unstated"] = stated_sum(told)
        dwellings = sum(p.households or 0.0 for p in counted)
        row["m2_per_100_households"] = (
            None if row["care_space_m2"] is None or not dwellings else row["care_space_m2"] * 100 / dwellings)
        row["care_space_required_m2"], row["care_space_required_unknown"] = stated_sum(
            [required(p, phases[p.id], rules) for p in counted])
        row["communities"] = len(members.communities)
        row["communities_with_facility"] = sum(result.facilities_in[k] > 0 for k in members.communities)
    return rows


# How far a column may be off: what rounding to its decimals may take.
TOLERANCES = {"elders": 0.05 + 1e-6, "households": 0.05 + 1e-6, "m2_per_100_households": 1e-6,
              "beds_per_1000_elders": 1e-6}


def compare(rows, path, year):
    verdict = Verdict("annual.csv")
    theirs = {(r["scope"], r["scope_id"]): r for r in rows_of(path) if r["year"] == str(year)}
    verdict.same("file", "scopes", sorted(rows), sorted(theirs))
    for key, figures in rows.items():
        row = theirs.get(key)
        if row is None:
            continue
        for column, figure in figures.items():
            verdict.figure(" ".join(key), column, figure, row[column], TOLERANCES.get(column, 2e-6))
        verdict.same(" ".join(key), "set_aside", "0", row["set_aside"])
    return verdict


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study")
    parser.add_argument("--pack", required=True, choices=sorted(PACKS))
    parser.add_argument("--year", type=int, help="the base year (default: the study's)")
    parser.add_argument("--annual", required=True)
    parser.add_argument("--show", type=int, default=10)
    options = parser.parse_args()
    year = options.year or int(rows_of(options.annual)[0]["year"])
    day = datetime.date(year, 12, 31)
    rows = annual_of(compute(options.study, day), day, PACKS[options.pack])
    return 0 if compare(rows, options.annual, year).close(options.show) else 1


if __name__ == "__main__":
    sys.exit(main())
