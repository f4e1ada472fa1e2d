"""Compares `space`, `space.first_phase` and `sync.*` of a checks.csv with an independent judgement.

    python Tests/Reference/checks_reference.py STUDY --date 2020-12-31 --pack wuhan --checks OUT/checks.csv

Dates known to the month or the year are judged by trying every day that they can mean. Exit 1 on any
difference; with `--alone` the number of each verdict is printed.
"""
import argparse
import csv
import datetime
import sys
from collections import Counter, defaultdict
from fractions import Fraction

from study_reading import date_span, number_text, read_study

PACKS = {
    "wuhan": dict(rate=20, since=datetime.date(2017, 8, 31), fallback=False),
    "hubei": dict(rate=20, since=datetime.date(2022, 9, 5), fallback=True),
}
STEPS = ("planned", "built", "accepted", "delivered")
DAY = datetime.timedelta(days=1)


def exact(row, column):
    text = number_text(row.get(column))
    return None if text is None else Fraction(text)


def days(span):
    """Every day that a date can mean; of a missing date, None alone."""
    if span is None:
        return [None]
    return [span[0] + DAY * k for k in range((span[1] - span[0]).days + 1)]


def earliest(spans):
    """What the earliest of several dates can be."""
    known = [s for s in spans if s]
    return (min(s[0] for s in known), min(s[1] for s in known)) if known else None


def latest(spans):
    """What the latest of several dates can be; None where one is missing."""
    if not spans or any(s is None for s in spans):
        return None
    return max(s[0] for s in spans), max(s[1] for s in spans)


def class_of(row, phases, since):
    span = date_span(row.get("planned")) or earliest([date_span(p.get("housing_planned")) for p in phases])
    if span:
        classes = {"new" if day >= since else "existing" for day in days(span)}
    else:
        delivered = date_span(row.get("delivered"))
        classes = {"existing" if day and day < since else "unknown" for day in days(delivered)}
    return classes.pop() if len(classes) == 1 else "unknown"


def only(verdicts):
    """The verdict that every possible day gives, else unknown."""
    verdicts = set(verdicts)
    return verdicts.pop() if len(verdicts) == 1 else "unknown"


def holds(phase):
    return (exact(phase, "care_space_m2") or 0) > 0


def care_span(phases, chosen, step):
    """When care was done: the last date over the phases that hold care space, else the chosen phase's."""
    holding = [p for p in phases if holds(p)] or ([chosen] if chosen else [])
    return latest([date_span(p.get("care_" + step)) for p in holding])


def sync(phases, chosen, step, today):
    """Verdict and days late."""
    if chosen is None:
        return "unknown", None
    outcomes = set()
    for h in days(date_span(chosen.get("housing_" + step))):
        for c in days(care_span(phases, chosen, step)):
            h_done, c_done = h is not None and h <= today, c is not None and c <= today
            if h_done and c_done:
                outcomes.add(("pass", None) if c <= h else ("fail", (c - h).days))
            elif h_done:
                # On the day itself nothing is late yet: zero days.
                outcomes.add(("fail", (today - h).days))
            else:
                outcomes.add(("pass", None) if c_done else ("pending", None))
    verdict = only(v for v, _ in outcomes)
    return verdict, min(late for _, late in outcomes) if verdict == "fail" else None


def first_phase(phases, required, today, fallback):
    stated = [exact(p, "care_space_m2") for p in phases]
    if all(s is None for s in stated):
        return "unknown"
    first, whole = stated[0] or Fraction(0), sum(s or 0 for s in stated)
    if first >= whole or (required is not None and first >= required):
        return "pass"
    if not fallback:
        return "unknown" if required is None else "fail"
    dwellings = [exact(p, "households") or Fraction(0) for p in phases]
    built = [date_span(p.get("housing_built")) for p in phases]
    # Where it is not known what is owed, what the first phase holds may be enough.
    verdicts = {"pass"} if required is None else set()
    for c in days(care_span(phases, phases[0], "built")):
        care_done = c is not None and c <= today
        # Up to which day housing counts: strictly before care, or by today while care is not there.
        bound = c - DAY if care_done else today
        surely = sum(n for n, b in zip(dwellings, built) if b and b[1] <= bound)
        maybe = sum(n for n, b in zip(dwellings, built) if b and b[0] <= bound)
        for before in (surely, maybe):
            under_half = before * 2 < sum(dwellings)
            verdicts.add(("pass" if care_done else "pending") if under_half else "fail")
    return only(verdicts)


def judge(study, pack, today):
    """(rule, compound) -> verdict and figures by column (absent: not compared)."""
    rules = PACKS[pack]
    by_compound = defaultdict(list)
    for phase in study.phases:
        by_compound[phase["compound"]].append(phase)
    findings = {}
    for row in study.compounds:
        key, phases = row["id"], sorted(by_compound[row["id"]], key=lambda p: int(p["phase"]))
        kind, households = class_of(row, phases, rules["since"]), exact(row, "households")
        parts = [s for s in (exact(p, "care_space_m2") for p in phases) if s is not None]
        measured = exact(row, "care_space_m2")
        if measured is None and parts:
            measured = sum(parts)
        required = None if households is None or kind != "new" else households * rules["rate"] / 100
        figures = {}
        if kind == "existing":
            verdict = "exempt"
        elif kind == "unknown" or required is None or measured is None:
            verdict = "unknown"
        else:
            verdict = "pass" if measured >= required else "fail"
            figures = {"measured": measured, "required": required}
            if verdict == "fail":
                figures["shortfall"] = required - measured
        findings["space", key] = (verdict, figures)
        if kind == "new" and required != 0 and len(phases) > 1 and (measured or 0) > 0:
            findings["space.first_phase", key] = (
                first_phase(phases, required, today, rules["fallback"]), {})
        chosen = next((p for p in phases if int(p["phase"]) == 1), None)
        for step in STEPS:
            # Of no households nothing is required, whichever the class.
            if kind == "existing" or households == 0:
                findings["sync." + step, key] = ("exempt", {})
            elif kind == "unknown":
                findings["sync." + step, key] = ("unknown", {})
            else:
                verdict, late = sync(phases, chosen, step, today)
                findings["sync." + step, key] = (verdict, {} if late is None else {"shortfall": Fraction(late)})
    return findings


def compare(findings, path, shown):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = [r for r in csv.DictReader(file) if r["rule"] in {rule for rule, _ in findings}
                or r["rule"] in ("space", "space.first_phase") or r["rule"].startswith("sync.")]
    theirs, problems, compared = {}, defaultdict(list), Counter()
    for row in rows:
        key = row["rule"], row["subject"]
        if key in theirs:
            problems[key[0]].append(f"{key[1]}: two rows")
        theirs[key] = row
        if row["scope"] != "compound":
            problems[key[0]].append(f"{key[1]}: scope {row['scope']!r}")
    for key in sorted(set(findings) ^ set(theirs)):
        problems[key[0]].append(f"{key[1]}: only {'the reference' if key in findings else 'the file'} has a row: "
                                f"{findings[key][0] if key in findings else theirs[key]['verdict']}")
    for key, (verdict, figures) in findings.items():
        row = theirs.get(key)
        if row is None:
            continue
        compared[key[0]] += 1
        if row["verdict"] != verdict:
            problems[key[0]].append(f"{key[1]}: verdict {row['verdict']}, reference {verdict}; {row['detail']}")
            continue
        if key[0] == "space" and row["unit"] != "m2" or key[0].startswith("sync.") and row["unit"] != "d":
            problems[key[0]].append(f"{key[1]}: unit {row['unit']!r}")
        for column, value in figures.items():
            compared[key[0]] += 1
            if row[column] == "" or Fraction(row[column]) != value:
                problems[key[0]].append(f"{key[1]}: {column} {row[column]!r}, reference {float(value)}")
        for column in ("measured", "required", "shortfall"):
            if "." in row[column] and row[column].endswith("0"):
                problems[key[0]].append(f"{key[1]}: {column} {row[column]} ends in a zero")
    for rule in sorted({rule for rule, _ in findings} | set(problems)):
        counts = Counter(v for (r, _), (v, _) in findings.items() if r == rule)
        print(f"{rule}: {'DIFFERS' if problems[rule] else 'ok'}: {compared[rule]} compared, "
              f"{len(problems[rule])} differ; {dict(sorted(counts.items()))}")
        for problem in problems[rule][:shown]:
            print("    " + problem)
    return not any(problems.values())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("study")
    parser.add_argument("--date", required=True, type=datetime.date.fromisoformat)
    parser.add_argument("--pack", required=True, choices=sorted(PACKS))
    parser.add_argument("--checks")
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--alone", action="store_true", help="compare nothing, count the verdicts")
    options = parser.parse_args()
    findings = judge(read_study(options.study), options.pack, options.date)
    if options.alone:
        for (rule, verdict), count in sorted(Counter((r, v) for (r, _), (v, _) in findings.items()).items()):
            print(rule, verdict, count)
        return 0
    return 0 if compare(findings, options.checks, options.show) else 1


if __name__ == "__main__":
    sys.exit(main())
