#!/usr/bin/env python3
"""A cohort projection by matrices, from the table in datasets/demography, to hold the program's against.

Prints what Tests/PopulationTests/CohortReferenceTests.swift stores: life expectancies, survival ratios, and a
population after one, two and three periods of five years. Written without the program's code: Leslie matrices in
numpy, migration as diagonal matrices.

    python3 Tests/Reference/cohort_reference.py datasets/demography/china.yaml
"""
import sys

import numpy as np
import yaml

table = yaml.safe_load(open(sys.argv[1]))
AGES = [0, 1] + list(range(5, 101, 5))


def life_table(m, sex):
    m = np.array(m)
    n = np.array([1.0, 4.0] + [5.0] * 20)
    a = np.full(22, 2.5)
    if sex == "female":
        a[0], a[1] = 0.053 + 2.8 * m[0], 1.522 - 1.518 * m[0]
    else:
        a[0], a[1] = 0.045 + 2.684 * m[0], 1.651 - 2.816 * m[0]
    a = a[:21]
    n = n[:21]
    q = n * m[:21] / (1 + (n - a) * m[:21])
    old = np.array(AGES[:21]) >= 95
    q[old] = 1 - np.exp(-n[old] * m[:21][old])
    l = np.concatenate([[1.0], np.cumprod(1 - q)])
    d = l[:-1] - l[1:]
    lived = np.where(old, d / m[:21], n * l[1:] + a * d)
    person_years = np.concatenate([lived, [l[21] / m[21]]])
    five = np.concatenate([[person_years[0] + person_years[1]], person_years[2:]])
    survival = np.concatenate([five[1:18] / five[0:17], [five[18:].sum() / five[17:].sum()]])
    return person_years.sum(), survival, five[0] / 5


def mixed(values, position):
    i = int(np.floor(position))
    s = position - i
    at = lambda k: np.array(values[min(max(k, 0), 3)])
    return at(i) * (1 - s) + at(i + 1) * s


def columns(mapping, ages):
    return np.array([[mapping[k][p] for k in ages] for p in range(4)])


def period(year, variant):
    position = (year + 1 - table["first_period"]) / 5
    out = {}
    for sex in ("female", "male"):
        out[sex] = life_table(mixed(columns(table["mortality"][sex], AGES), position), sex)
    share = columns(table["fertility_percent"], list(table["fertility_percent"])) / 100
    tfr = np.array(table["total_fertility"][variant])
    out["fertility"] = mixed(share * tfr[:, None] / 5, position)
    out["srb"] = mixed(table["sex_ratio_at_birth"], position)
    return out


def migration(rate, people):
    age = np.arange(18) * 5 + 2.5
    m = 0.02 * np.exp(-0.1 * age) + 0.06 * np.exp(-0.1 * (age - 20) - np.exp(-0.4 * (age - 20))) + 0.003
    return rate * m / ((m * people).sum() / people.sum())


def step(female, male, year, variant, rate):
    p = period(year, variant)
    half = np.diag(1 + 2.5 * migration(rate, female + male))
    after = {}
    for sex, people in (("female", female), ("male", male)):
        _, survival, _ = p[sex]
        leslie = np.zeros((18, 18))
        for x in range(17):
            leslie[x + 1, x] = survival[x]
        leslie[17, 17] = survival[17]
        after[sex] = half @ leslie @ half @ people
    births = 5 * (p["fertility"] * (female[3:10] + after["female"][3:10]) / 2).sum()
    after["female"][0] = births / (1 + p["srb"]) * p["female"][2] * half[0, 0]
    after["male"][0] = births * p["srb"] / (1 + p["srb"]) * p["male"][2] * half[0, 0]
    return after["female"], after["male"], births


if __name__ == "__main__":
    for i in range(4):
        row = [life_table(columns(table["mortality"][s], AGES)[i], s)[0] for s in ("female", "male")]
        print("e0", *(f"{v:.6f}" for v in row))
    p = period(2020, "middle")
    print("survival f 60, 80, 85+", *(f"{p['female'][1][k]:.12f}" for k in (12, 16, 17)))
    print("survival m 60, 80, 85+", *(f"{p['male'][1][k]:.12f}" for k in (12, 16, 17)))
    print("births survive f, m", f"{p['female'][2]:.12f} {p['male'][2]:.12f}")
    age = np.arange(18)
    female = 1000.0 - 40 * age
    male = 1040.0 - 50 * age
    for variant, rate in (("middle", 0.0), ("low", -0.01), ("high", 0.02)):
        f, m = female, male
        for year in (2020, 2025, 2030):
            f, m, births = step(f, m, year, variant, rate)
            both = f + m
            print(variant, rate, year + 5, *(f"{v:.9f}" for v in (both.sum(), births, both[12:].sum(), both[16:].sum(), f[0], m[17])))
