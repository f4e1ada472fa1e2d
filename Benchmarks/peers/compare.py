"""Runs our cases and the peers' in turns and prints both side by side; a result that disagrees fails."""

import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
# Our case, the peers that do the same, and whether they belong to the quick set.
CASES = [
    ("nearest facility, every vertex, 15 min", [("scipy_searches.py", [])]),
    ("nearest facility, every vertex, unlimited", [("scipy_searches.py", [])]),
    ("who reaches what, 15 min", [("scipy_searches.py", []), ("pandana_searches.py", [])]),
    ("walk circles, 15 min, each", [("valhalla_circles.py", []), ("hull_circles.py", [])]),
    ("1 km share of areas, from the plane",
     [("shapely_areas.py", ["--segments", "16"]), ("shapely_areas.py", ["--segments", "64"]),
      ("shapely_areas.py", ["--segments", "256", "--runs", "1"])]),
    ("straight line, nearest for compounds", [("straight_nearest.py", [])]),
]
# What a peer's agreement may come to. Pandana rounds every edge to a millimetre, so that a long walk is some
# centimetres off and a pair right at the limit may fall on its other side.
TOLERANCES = {
    "scipy": {"largest difference m": 0.001, "only ours": 0, "only theirs": 0},
    "pandana": {"largest difference m": 0.05},
}


def words(seconds):
    return f"{seconds * 1000:.2f} ms" if seconds < 1 else f"{seconds:.2f} s"


def line(case, who, result, ratio=""):
    spread = f"{words(result['least'])}–{words(result['most'])}"
    prepared = f"  prepared in {words(result['build'])}" if result.get("build") else ""
    memory = f"  {result['peak_mb']:.0f} MB" if result.get("peak_mb") else ""
    agreement = "; ".join(f"{name} {value:.6g}" for name, value in result.get("agreement", {}).items())
    print(f"{case:<42} {who:<15} {words(result['median']):>11} {spread:>24} {ratio:>9}{prepared}{memory}"
          f"{'  ' + agreement if agreement else ''}", flush=True)


def lines_of(command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        print(f"  failed: {' '.join(map(str, command))}")
    return [json.loads(text) for text in done.stdout.splitlines() if text.startswith("{")]


def whole_run(command):
    """Seconds, peak megabytes and exit status of a process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.perf_counter() - start, usage.ru_maxrss / 1024, process.returncode


def summary(runs):
    seconds = [run[0] for run in runs]
    return {
        "median": statistics.median(seconds), "least": min(seconds), "most": max(seconds),
        "peak_mb": statistics.median(run[1] for run in runs),
    }


def walks(path):
    with open(path, newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def compare_whole(options, work):
    """Whole runs in turns, cold: from the extract to the table of walks."""
    ours, again, theirs = [], [], []
    out, networks = work / "whole-run", work / "networks"
    shutil.rmtree(networks, ignore_errors=True)
    command = [options.carecircle, "coverage", options.study, "--circles", "none", "--quiet", "--out", out]
    whole_run([*command, "--network-cache", networks])
    for _ in range(options.runs):
        shutil.rmtree(out, ignore_errors=True)
        again.append(whole_run([*command, "--network-cache", networks]))
        shutil.rmtree(out, ignore_errors=True)
        ours.append(whole_run([*command, "--no-network-cache"]))
        theirs.append(whole_run(
            [sys.executable, HERE / "whole_coverage.py", options.study, "--out", work / "whole-peer.csv"]))
    if any(run[2] for run in ours + again + theirs):
        print("  a whole run failed")
        return False
    case, mine, peer = "whole run, extract to table, no circles", summary(ours), summary(theirs)
    line(case, "carecircle", mine)
    line(case, "saved network", summary(again), f"{peer['median'] / summary(again)['median']:.1f} ×")
    a, b = walks(out / "coverage" / "compounds.csv"), walks(work / "whole-peer.csv")
    pairs = [(a[key], b[key]) for key in a if key in b]
    both = [abs(float(x["walk_m"]) - float(y["walk_m"])) for x, y in pairs if x["walk_m"] and y["walk_m"]]
    peer["agreement"] = {
        "compounds": len(pairs),
        "flags that differ (it joins places to nodes)": sum(
            (x["within_15min"] == "true") != (y["within_15min"] == "True") for x, y in pairs),
        "median difference m": statistics.median(both) if both else 0,
    }
    line(case, "pyosmium+scipy", peer, f"{peer['median'] / mine['median']:.1f} ×")
    return True


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("study")
    options.add_argument("--benchmarks", required=True, help="our harness")
    options.add_argument("--carecircle", required=True, help="our program")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--valhalla-python", help="a Python that has pyvalhalla, numpy and shapely")
    options.add_argument("--without", nargs="*", default=[], help="peers to leave out, such as pandana hull")
    options = options.parse_args()
    work = Path(options.study).with_name(Path(options.study).name + "-columns")
    subprocess.run(
        [options.benchmarks, "columns", options.study, "--out", work, "--runs", "1"], check=True,
        stdout=subprocess.DEVNULL)
    print(f"{Path(options.study).name}: medians (least–most); a ratio says how many times as long the peer takes")
    without = options.without + ([] if options.valhalla_python else ["valhalla"])
    sound = True
    for case, peers in CASES:
        mine = lines_of([options.benchmarks, "columns", options.study, "--out", work, "--only", case])
        mine = [result for result in mine if result["case"] == case]
        if not mine:
            continue
        line(case, "carecircle", mine[0])
        for script, more in peers:
            if any(script.startswith(name) for name in without):
                continue
            python = options.valhalla_python if script.startswith("valhalla") else sys.executable
            for result in lines_of([python, HERE / script, work, "--case", case, *more]):
                ratio = f"{result['median'] / mine[0]['median']:.1f} ×" if result["case"] == case else ""
                line(result["case"], result["peer"], result, ratio)
                limit = TOLERANCES.get(result["peer"], {})
                for name, value in result["agreement"].items():
                    if name in limit and value > limit[name]:
                        print(f"  WRONG: {name} is {value}")
                        sound = False
    sound = compare_whole(options, work) and sound
    sys.exit(0 if sound else 1)


if __name__ == "__main__":
    main()
