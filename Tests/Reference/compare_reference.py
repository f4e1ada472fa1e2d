"""Compares `compare/annual.csv` and `compare/targets.csv` with what the scenarios' own files say.

    carecircle scenario run STUDY A.yaml B.yaml --out OUT && carecircle scenario compare STUDY A.yaml B.yaml --out OUT
    python Tests/Reference/compare_reference.py --first OUT/scenario/A --other OUT/scenario/B --compare OUT/compare

Covered elders are shares times elders, both as written; gains and losses are held together by their sum, and the
communities' rows by the city's. Exit 1 on any difference.
"""
import argparse
import csv
import decimal
import pathlib
import sys
from collections import defaultdict


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def number(text):
    return float(text) if text else 0.0


def main():
    parser = argparse.ArgumentParser()
    for name in ("first", "other", "compare"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    options = parser.parse_args()
    differences, compared = 0, 0

    def differ(what, ours, theirs, tolerance=0.0):
        nonlocal differences, compared
        compared += 1
        if abs(ours - theirs) > tolerance:
            differences += 1
            print(f"{what}: {ours} here, {theirs} there")

    def annual(folder):
        return {(r["year"], r["scope"], r["scope_id"]): r for r in rows(folder / "annual.csv")}

    first, other = annual(options.first), annual(options.other)
    communities = defaultdict(float)
    for row in rows(options.compare / "communities.csv"):
        if row["scenario"] == options.other.name:
            for limit in ("1km", "15min"):
                for column in (f"gained_{limit}", f"lost_{limit}", f"newly_covered_{limit}"):
                    communities[row["year"], column] += number(row[column])
    cities = [r["scope_id"] for r in other.values() if r["scope"] == "city"]
    for row in rows(options.compare / "annual.csv"):
        if row["scenario"] != options.other.name:
            continue
        key = (row["year"], row["scope"], row["scope_id"])
        a, b = first[key], other[key]
        for limit in ("1km", "15min"):
            for suffix, source in (("", b), ("_first", a)):
                share, elders = number(source[f"elder_share_{limit}"]), number(source["elders"])
                differ(f"{key} covered {limit}{suffix}", share * elders,
                       number(row[f"elders_within_{limit}{suffix}"]), 0.06 + elders * 6e-7)
                differ(f"{key} unknown {limit}{suffix}", number(source[f"elders_unknown_{limit}"]),
                       number(row[f"elders_unknown_{limit}{suffix}"]))
            newly = number(row[f"elders_within_{limit}"]) - number(row[f"elders_within_{limit}_first"])
            differ(f"{key} newly {limit}", newly, number(row[f"newly_covered_{limit}"]), 2e-6)
            parts = number(row[f"gained_{limit}"]) - number(row[f"lost_{limit}"]) + number(row[f"grown_{limit}"])
            differ(f"{key} parts {limit}", newly, parts, 5e-6)
            money = decimal.Decimal(b["cumulative_yuan"]) - decimal.Decimal(a["cumulative_yuan"])
            differ(f"{key} money", float(money - decimal.Decimal(row["cumulative_yuan_difference"])), 0)
            if newly > 1e-3:
                each = float(money) / newly
                differ(f"{key} yuan {limit}", each, number(row[f"yuan_per_newly_covered_{limit}"]),
                       0.011 + abs(each) * 4e-6 / newly)
            if row["scope"] == "city" and len(set(cities)) == 1:
                # Places outside all communities are in no row of theirs.
                for column in (f"gained_{limit}", f"lost_{limit}"):
                    if communities[row["year"], column] > number(row[column]) + 0.01:
                        differ(f"{key} {column} of communities", communities[row["year"], column],
                               number(row[column]))
        for column in ("facilities", "beds", "capital_yuan", "subsidy_once_yuan", "subsidy_yearly_yuan",
                       "cumulative_yuan"):
            for suffix, source in (("", b), ("_first", a)):
                differ(f"{key} {column}{suffix}", number(source[column]), number(row[column + suffix]))

    for folder in (options.first, options.other):
        met = defaultdict(list)
        for row in rows(folder / "targets.csv"):
            met[row["target"], row["scope"], row["scope_id"]].append((int(row["year"]), row["verdict"]))
        for row in rows(options.compare / "targets.csv"):
            if row["scenario"] != folder.name:
                continue
            history = sorted(met[row["target"], row["scope"], row["scope_id"]])
            years = [year for year, verdict in history if verdict == "pass"]
            to_the_end = None
            for year, verdict in reversed(history):
                if verdict != "pass":
                    break
                to_the_end = year
            differ(f"{folder.name} {row['target']} first met", years[0] if years else 0, number(row["first_met"]))
            differ(f"{folder.name} {row['target']} to the end", to_the_end or 0,
                   number(row["met_to_the_end_from"]))
    print(f"{compared} figures compared, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
