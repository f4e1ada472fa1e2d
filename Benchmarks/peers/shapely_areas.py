"""The share of areas within the circles, by uniting buffers and intersecting."""

import argparse

import numpy as np
import shapely

from columns import Columns, report, timed


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("columns")
    options.add_argument("--case", required=True)
    options.add_argument("--segments", type=int, default=64, help="to a quarter of a circle")
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    columns = Columns(options.columns)
    areas = shapely.from_wkt((columns.folder / "areas.wkt").read_text().splitlines())
    discs = columns.read("discs.f64", 3)

    def shares():
        circles = shapely.buffer(shapely.points(discs[:, :2]), discs[:, 2], quad_segs=options.segments)
        parts = shapely.get_parts(shapely.union_all(circles))
        area, part = shapely.STRtree(parts).query(areas, predicate="intersects")
        common = shapely.area(shapely.intersection(areas[area], parts[part]))
        return np.bincount(area, common, minlength=len(areas)) / shapely.area(areas)

    found, seconds = timed(shares, options.runs)
    ours = columns.read("shares_ours.f64")
    report(
        options.case, f"shapely {options.segments}", seconds,
        **{"largest difference of a share": float(np.abs(found - ours).max(initial=0)),
           "mean share": float(found.mean())})


if __name__ == "__main__":
    main()
