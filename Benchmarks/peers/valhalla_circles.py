"""Walk circles as Valhalla's isochrones, from the study's own extract, with how many pairs they get wrong.

Every street is walked at 3.6 km/h and no way is preferred, as in our rule; Valhalla snaps and rounds its own way.
"""

import argparse
import json
import subprocess
from pathlib import Path

import numpy as np
import shapely

from columns import Columns, report, timed

PEDESTRIAN = {
    "walking_speed": 3.6, "walkway_factor": 1, "sidewalk_factor": 1, "alley_factor": 1, "driveway_factor": 1,
    "step_penalty": 0, "service_penalty": 0, "service_factor": 1, "use_ferry": 0, "use_hills": 1,
    "max_hiking_difficulty": 6,
}


def tiles(extract, folder):
    """Valhalla's own network of an extract, and the file that tells it where that is."""
    import valhalla
    from valhalla import get_config

    (folder / "tiles").mkdir(parents=True, exist_ok=True)
    settings = get_config(tile_extract="", tile_dir=str(folder / "tiles"), verbose=False)
    settings["mjolnir"]["concurrency"] = 2
    path = folder / "valhalla.json"
    path.write_text(json.dumps(settings))
    program = Path(valhalla.__file__).parent / "bin" / "valhalla_build_tiles"
    subprocess.run([program, "-c", path, extract], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return path


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("columns")
    options.add_argument("--case", required=True)
    options.add_argument("--runs", type=int, default=1)
    options = options.parse_args()
    columns = Columns(options.columns)
    study = Path(str(columns.folder).removesuffix("-columns"))
    extract = (study / "streets.osm.pbf").resolve()
    path, build = timed(lambda: tiles(extract, columns.folder / "valhalla"), 1)
    import valhalla

    actor = valhalla.Actor(str(path))
    facilities, compounds = columns.read("facilities.f64", 2), columns.read("compounds.f64", 2)
    minutes = columns.limit() / 60

    def circles():
        answers = []
        for lon, lat in facilities:
            query = {
                "locations": [{"lon": lon, "lat": lat}], "costing": "pedestrian",
                "costing_options": {"pedestrian": PEDESTRIAN}, "contours": [{"time": minutes}], "polygons": True,
                "generalize": 0, "denoise": 1,
            }
            answers.append(actor.isochrone(json.dumps(query)))
        return answers

    answers, seconds = timed(circles, options.runs)
    drawn = []
    for facility, answer in enumerate(answers):
        answer = json.loads(answer) if isinstance(answer, str) else answer
        shape = shapely.make_valid(shapely.from_geojson(json.dumps(answer["features"][0]["geometry"])))
        shapely.prepare(shape)
        west, south, east, north = shapely.bounds(shape)
        near = np.flatnonzero(
            (compounds[:, 0] >= west) & (compounds[:, 0] <= east) & (compounds[:, 1] >= south)
            & (compounds[:, 1] <= north))
        inside = near[shapely.covers(shape, shapely.points(compounds[near]))]
        drawn += [(facility, int(place)) for place in inside]
    drawn = set(drawn)
    true = set(map(tuple, columns.read("reach_ours.i64", 3)[:, :2].tolist()))
    report(
        options.case, "valhalla", seconds, build[0],
        **{"pairs": len(true), "falsely in": len(drawn - true), "missed": len(true - drawn)})


if __name__ == "__main__":
    main()
