"""Compares `draws.csv` and the bands of the population in `bands.csv` with an independent computation.

    python Tests/Reference/sensitivity_reference.py STUDY --seed 1 --all 0.002 \\
        --migration -0.004 0.004 --delay 0 24 --compliance 0.5 1 --take-up 0.6 0.9 --out OUT/sensitivity/NAME

The random numbers are Philox4x32-10, written here from its paper; quantiles are numpy's. The population is followed
for scenarios whose people move by rates (`--all` is theirs), from the communities' columns. Exit 1 on any difference.
"""
import argparse
import csv
import json
import pathlib
import sys

import numpy

MASK = 0xFFFFFFFF


def philox(counter, key):
    """The block of four words at a counter."""
    c, k = list(counter), list(key)
    for step in range(10):
        if step:
            k = [(k[0] + 0x9E3779B9) & MASK, (k[1] + 0xBB67AE85) & MASK]
        a, b = c[0] * 0xD2511F53, c[2] * 0xCD9E8D57
        c = [(b >> 32) ^ c[1] ^ k[0], b & MASK, (a >> 32) ^ c[3] ^ k[1], a & MASK]
    return c


def fraction(seed, draw, quantity, item=0):
    words = philox((draw, quantity, item & MASK, item >> 32), (seed & MASK, seed >> 32))
    return ((words[0] << 32 | words[1]) >> 11) / 2**53


def rows(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("study", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", type=float, default=0.0)
    for name, neutral in (("fertility", 1), ("migration", 0), ("delay", 0), ("compliance", 1), ("take-up", 1)):
        parser.add_argument(f"--{name}", type=float, nargs=2, default=[neutral, neutral])
    parser.add_argument("--base-year", type=int, default=2020)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    ranges = [options.fertility, options.migration, options.delay, options.compliance, options.take_up]
    differences = 0

    def differ(what, ours, theirs, tolerance):
        nonlocal differences
        if abs(ours - theirs) > tolerance:
            differences += 1
            print(f"{what}: {ours} here, {theirs} there")

    draws = rows(options.out / "draws.csv")
    columns = ("fertility", "migration", "delivery_delay_months", "compliance", "take_up")
    drawn = []
    for number, row in enumerate(draws, 1):
        values = [low + (high - low) * fraction(options.seed, number, quantity)
                  for quantity, (low, high) in enumerate(ranges)]
        drawn.append(values)
        for column, value in zip(columns, values):
            tolerance = 0.5000001 if column == "delivery_delay_months" else 6e-10
            differ(f"draw {number} {column}", value, float(row[column]), tolerance)

    features = json.load(open(options.study / "communities.geojson", encoding="utf-8"))["features"]
    base = sum(feature["properties"].get("population") or 0 for feature in features)
    for row in rows(options.out / "bands.csv"):
        if row["measure"] != "population" or row["scope"] != "city":
            continue
        years = int(row["year"]) - options.base_year
        populations = [base * (1 + options.all + values[1]) ** years for values in drawn]
        for column, share in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
            differ(f"{row['year']} {column}", float(numpy.quantile(populations, share)), float(row[column]), 0.051)
    print(f"{len(draws)} draws, {differences} differences")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()
