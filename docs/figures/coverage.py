"""Draws docs/figures/coverage.png from a coverage result.

    carecircle coverage datasets/riverside --out demo-out
    python3 docs/figures/coverage.py datasets/riverside demo-out docs/figures/coverage.png

Needs matplotlib.
"""
import json
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib.patches import PathPatch
from matplotlib.path import Path
import matplotlib.pyplot as plt

study, out, target = sys.argv[1:4]


def features(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["features"]


def patch(geometry, **style):
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    vertices, codes = [], []
    for polygon in polygons:
        for ring in polygon:
            vertices += ring
            codes += [Path.MOVETO] + [Path.LINETO] * (len(ring) - 2) + [Path.CLOSEPOLY]
    return PathPatch(Path(vertices, codes), **style)


figure, axes = plt.subplots(figsize=(9, 7.6), dpi=110)
for feature in features(f"{out}/coverage/communities.geojson"):
    axes.add_patch(patch(feature["geometry"], facecolor="#f6f2e9", edgecolor="#cfc7b6", linewidth=0.6))
for feature in features(f"{study}/water.geojson"):
    axes.add_patch(patch(feature["geometry"], facecolor="#bcd9ea", edgecolor="none"))
styles = {
    "radius": dict(facecolor="none", edgecolor="#b5651d", linewidth=1.3, linestyle="--", zorder=4),
    "walk": dict(facecolor="#2f7d5b", alpha=0.33, edgecolor="#1e5c42", linewidth=0.8, zorder=3),
}
for feature in features(f"{out}/coverage/circles.geojson"):
    if feature["properties"]["facility"] is None:
        axes.add_patch(patch(feature["geometry"], **styles[feature["properties"]["kind"]]))
colours = {True: "#1e5c42", False: "#b3261e", None: "#777777"}
for feature in features(f"{out}/coverage/compounds.geojson"):
    if feature["properties"]["counted"]:
        lon, lat = feature["geometry"]["coordinates"]
        axes.plot(lon, lat, "o", ms=3.2, color=colours[feature["properties"]["within_15min"]], zorder=5)
axes.autoscale_view()
axes.set_aspect(1 / 0.861)  # cos of 30.6° N
axes.set_axis_off()
axes.set_title(
    "Synthetic Riverside, end of 2020: within 1 km (dashed) and within a 15-minute walk (green)\n"
    "of a care facility; compounds that can walk there in green, that cannot in red", fontsize=10)
figure.tight_layout()
figure.savefig(target, metadata={"Software": None})
