"""The nearest facility in a straight line on the plane, by scipy's k-d tree."""

import argparse

import numpy as np
from scipy.spatial import cKDTree

from columns import Columns, report, timed


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("columns")
    options.add_argument("--case", required=True)
    options.add_argument("--runs", type=int, default=21)
    options = options.parse_args()
    columns = Columns(options.columns)
    facilities, places = columns.read("facilities_plane.f64", 2), columns.read("compounds_plane.f64", 2)
    found, seconds = timed(lambda: cKDTree(facilities).query(places)[0], options.runs)
    ours = columns.read("straight_ours.f64")
    report(
        options.case, "scipy cKDTree", seconds,
        **{"largest relative difference (plane to geodesic)": float((np.abs(found - ours) / np.maximum(ours, 1)).max()),
           "flags that differ": int(((found <= 1000) != (ours <= 1000)).sum())})


if __name__ == "__main__":
    main()
