"""Writes a small made-up study that is full of rare cases, for the reference scripts to be run on.

    python Tests/Reference/random_study.py SEED FOLDER

The seed chooses the part of the world, the pack, the walking standard, the formats and everything in them:
facilities in one place and ids that sort differently in bytes and by number, missing households and elders,
places outside every community and away from every street, nodes that nobody may pass, broken ways, islands
of streets just above and below one percent, polygons for places, dates known to the month or the year around
every date that matters.
"""
import csv
import json
import os
import random
import sys

from pyproj import Transformer

from study_reading import _bd09_from_gcj02, _gcj02_from_wgs84

WHERE = {"EPSG:4547": (114.35, 30.55), "EPSG:4548": (115.52, 28.1), "EPSG:32628": (-15.43, 28.12),
         "EPSG:32719": (-70.65, -33.45), "EPSG:32633": (14.9, 55.5)}


class Writer:
    def __init__(self, seed, folder):
        self.r, self.folder = random.Random(seed), folder
        os.makedirs(folder, exist_ok=True)
        self.pack = self.r.choice(["wuhan", "hubei"])
        self.since = (2017, 8, 31) if self.pack == "wuhan" else (2022, 9, 5)
        self.year = 2020 if self.pack == "wuhan" else 2024
        crs = self.r.choice(sorted(WHERE))
        self.china = crs in ("EPSG:4547", "EPSG:4548")
        self.crs = crs
        self.plane = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
        self.x0, self.y0 = self.plane.transform(*WHERE[crs])
        self.side = self.r.uniform(900, 2200)

    def at(self, x, y):
        lon, lat = self.plane.transform(self.x0 + x, self.y0 + y, direction="INVERSE")
        return round(lon, 7), round(lat, 7)

    def somewhere(self, margin=0.0):
        low, high = -margin * self.side, (1 + margin) * self.side
        return self.r.uniform(low, high), self.r.uniform(low, high)

    def maybe(self, chance, value):
        return value if self.r.random() < chance else ""

    def date(self, near=None, spread=500, empty=0.2):
        """A date around another, written in one of the ways of sheets, sometimes to the month or year only."""
        import datetime
        if self.r.random() < empty:
            return ""
        day = datetime.date(*(near or self.since)) + datetime.timedelta(self.r.randint(-spread, spread))
        y, m, d = day.year, day.month, day.day
        return self.r.choice([
            f"{y}-{m:02}-{d:02}", f"{y}-{m:02}-{d:02}", f"{y}-{m:02}-{d:02}", f"{y}年{m}月{d}日",
            f"{y}/{m}/{d}", f"{y}-{m:02}", f"{y}年{m}月", f"{y}"])

    # ---- streets -----------------------------------------------------------------------------------

    def streets(self):
        r, nodes, ways = self.r, [], []

        def node(x, y, **tags):
            nodes.append((len(nodes) + 1, *self.at(x, y), tags))
            return len(nodes)

        count = r.randint(8, 14)
        step = self.side / (count - 1)
        grid = [[node(i * step + r.uniform(-.2, .2) * step, j * step + r.uniform(-.2, .2) * step,
                      **({"foot": "no"} if r.random() < .03 else {"barrier": "gate"} if r.random() < .05 else {}))
                 for j in range(count)] for i in range(count)]
        kinds = ["residential", "footway", "service", "primary", "steps", "track", "unclassified", "motorway",
                 "construction", "cycleway", "tertiary_link"]
        extras = [{}, {}, {}, {}, {"oneway": "yes"}, {"access": "private"}, {"access": "private", "foot": "yes"},
                  {"foot": "no"}, {"access": "no", "foot": "permissive"}, {"foot": "designated"}]

        def way(refs, **tags):
            ways.append((len(ways) + 1, refs, tags))

        for i in range(count):
            for line in ([grid[i][j] for j in range(count)], [grid[j][i] for j in range(count)]):
                at = 0
                while at < count - 1:
                    upto = min(count - 1, at + r.randint(1, 5))
                    refs = line[at:upto + 1]
                    if r.random() < .4:  # a bend between the first two
                        a, b = nodes[refs[0] - 1], nodes[refs[1] - 1]
                        nodes.append((len(nodes) + 1, round((a[1] + b[1]) / 2 + r.uniform(-1, 1) * 2e-4, 7),
                                      round((a[2] + b[2]) / 2 + r.uniform(-1, 1) * 2e-4, 7), {}))
                        refs = [refs[0], len(nodes)] + refs[1:]
                    if r.random() < .04:
                        refs = refs[:1] + [9_000_000 + len(ways)] + refs[1:]  # a node that the file lacks
                    if r.random() < .9:
                        way(refs, highway=r.choice(kinds), **r.choice(extras))
                        if r.random() < .05:
                            way(refs[::-1], highway="path")  # the same again
                    at = upto
        for size in (r.randint(1, 2), r.randint(3, 6), r.randint(20, 30)):  # islands
            x, y = self.somewhere(.3)
            way([node(x + 40 * k, y + r.uniform(-30, 30)) for k in range(size + 1)], highway="residential")
        x, y = self.somewhere()
        square = [node(x + a, y + b) for a, b in ((0, 0), (90, 0), (90, 90), (0, 90))]
        way(square + square[:1], highway="pedestrian", area="yes")
        way([square[1], grid[count // 2][count // 2]], highway="footway")
        self.street_nodes = nodes
        if r.random() < .2:
            return self.lines(ways)
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="random_study">']
        for key, lon, lat, tags in nodes:
            inner = "".join(f'<tag k="{k}" v="{v}"/>' for k, v in tags.items())
            lines.append(f'<node id="{key}" version="1" lat="{lat:.7f}" lon="{lon:.7f}">{inner}</node>')
        for key, refs, tags in ways:
            inner = "".join(f'<nd ref="{n}"/>' for n in refs) + "".join(
                f'<tag k="{k}" v="{v}"/>' for k, v in tags.items())
            lines.append(f'<way id="{key}" version="1">{inner}</way>')
        with open(os.path.join(self.folder, "streets.osm"), "w") as file:
            file.write("\n".join(lines + ["</osm>", ""]))

    def lines(self, ways):
        """The same streets as lines, whose ends miss each other by a few millimetres or by a few centimetres."""
        r, rows = self.r, []
        with_tags, split = r.random() < .7, r.random() < .5
        for key, refs, tags in ways:
            line = []
            for ref in refs:
                if ref > len(self.street_nodes):
                    continue
                _, lon, lat, _ = self.street_nodes[ref - 1]
                # Near misses and crossings do not go together: what counts as touching is not stated.
                off = 0 if split else r.choice([0, 0, 0, 0, 3e-8, 3e-8, 4e-7])
                line.append([round(lon + off, 9), lat])
            if len(line) > 1:
                properties = {k: tags.get(k) for k in ("highway", "foot", "access")} if with_tags else {"no": key}
                rows.append((properties, {"type": "LineString", "coordinates": line}))
        self.geojson("streets.geojson", rows)
        self.street_file = "streets.geojson" + (", split_crossings: true" if split else "")

    # ---- layers ------------------------------------------------------------------------------------

    def geojson(self, name, rows):
        features = [{"type": "Feature", "properties": p, "geometry": g} for p, g in rows]
        with open(os.path.join(self.folder, name), "w") as file:
            json.dump({"type": "FeatureCollection", "features": features}, file, ensure_ascii=False)

    def csv(self, name, rows, encoding="utf-8"):
        with open(os.path.join(self.folder, name), "w", encoding=encoding, newline="") as file:
            table = csv.DictWriter(file, list(rows[0]))
            table.writeheader()
            table.writerows(rows)

    def communities(self):
        r, rows, self.names, self.cells = self.r, [], [], []
        count = r.randint(2, 4)
        step = self.side / count
        corners = [[self.at(i * step + (r.uniform(-.2, .2) * step if 0 < i < count else 0),
                            j * step + (r.uniform(-.2, .2) * step if 0 < j < count else 0))
                    for j in range(count + 1)] for i in range(count + 1)]
        for i in range(count):
            for j in range(count):
                key, name = f"C{i * count + j + 1}", f"Community {i}-{j}"
                self.names.append((key, name))
                ring = [corners[i][j], corners[i + 1][j], corners[i + 1][j + 1], corners[i][j + 1], corners[i][j]]
                style = r.choice(["total", "groups", "both", "none"])
                people = {"id": key, "name": name, "city": "Town", "district": f"D{i % 2}",
                          "subdistrict": f"S{j % 2}", "setting": r.choice(["urban", "rural"]),
                          "households": r.choice([None, 0, r.randint(1, 300), r.randint(800, 4000)]),
                          "elders": r.randint(0, 900) if style in ("total", "both") else None}
                people["estimated"] = r.choice(
                    [None] * 6 + ["yes", "no", "households;population;elders", "outline;elders", "households",
                                  "elders_80_plus", "outline", "by eye"])
                for group in ("elders_60_69", "elders_70_79", "elders_80_plus"):
                    people[group] = r.randint(0, 300) if style in ("groups", "both") else None
                rows.append((people, {"type": "Polygon", "coordinates": [ring]}))
        if r.random() < .15:  # two cities
            for people, _ in rows[::2]:
                people["city"] = "Other"
        if r.random() < .2:  # a hole, a part far away, a bow tie
            ring = rows[0][1]["coordinates"][0]
            lon, lat = (sum(c[k] for c in ring[:4]) / 4 for k in (0, 1))
            d = 4e-4
            hole = [[lon - d, lat - d], [lon - d, lat + d], [lon + d, lat + d], [lon + d, lat - d], [lon - d, lat - d]]
            rows[0][1]["coordinates"].append(hole)
            far = [[c[0] - .03, c[1]] for c in hole[::-1]]
            rows[-1] = rows[-1][0], {"type": "MultiPolygon", "coordinates": [rows[-1][1]["coordinates"], [far]]}
            ring = rows[1][1]["coordinates"][0]
            ring[1], ring[2] = ring[2], ring[1]
        self.points_only = r.random() < .1
        if self.points_only:
            rows = [(p, {"type": "Point", "coordinates": self.at(*self.somewhere())}) for p, _ in rows]
        self.geojson("communities.geojson", rows)

    def place(self, x, y, polygons):
        if not polygons or self.r.random() < .5:
            return {"type": "Point", "coordinates": self.at(x, y)}
        w, h = self.r.uniform(8, 60), self.r.uniform(8, 60)
        ring = [(0, 0), (w, 0), (w, h), (w * .3, h), (w * .3, h * .4), (0, h * .4), (0, 0)]
        return {"type": "Polygon", "coordinates": [[self.at(x + a, y + b) for a, b in ring]]}

    def compounds(self):
        r, rows, phases, gates = self.r, [], [], []
        polygons = r.random() < .5
        today = (self.year, 12, 31)
        for k in range(r.randint(25, 60)):
            key = r.choice(["R%d", "r%d", "小区%d", "R-%04d"]) % k
            x, y = self.somewhere(.25 if r.random() < .2 else 0)
            community = r.choice(self.names)
            has_phases = r.random() < .8
            row = {"id": key, "name": f"Estate {k}",
                   "community": r.choice(["", "", community[0], community[1]]),
                   "households": self.maybe(.8, r.choice([0, r.randint(1, 900), 500])),
                   "elders": self.maybe(.4, r.randint(0, 400)),
                   "estimated": r.choice([""] * 6 + ["是", "no", "households", "elders", "name", "by eye"]),
                   "care_space_m2": self.maybe(.5, r.choice([0, r.randint(1, 200), 100, 99.9, "100.00"])),
                   "planned": self.date(empty=.3, spread=r.choice([30, 900])),
                   "delivered": self.date(near=today, empty=.4, spread=700)}
            rows.append((row, self.place(x, y, polygons)))
            if has_phases:
                numbers = sorted(r.sample(range(1, 5), r.randint(1, 3)))
                if r.random() < .9:
                    numbers[0] = 1
                for n in numbers:
                    near = self.since if r.random() < .5 else today
                    spread = r.choice([3, 40, 500])
                    phase = {"compound": key, "phase": n, "households": r.choice([0, 100, 100, r.randint(1, 400)]),
                             "care_space_m2": r.choice(["", 0, 50, 100, r.randint(0, 150), 33.3])}
                    for step in ("planned", "built", "accepted", "delivered"):
                        phase["housing_" + step] = self.date(near=near, spread=spread)
                    for step in ("planned", "built", "accepted", "delivered"):
                        phase["care_" + step] = self.date(near=near, spread=spread)
                    phases.append(phase)
                r.shuffle(phases)
            for _ in range(r.choice([0, 0, 1, 2, 3])):
                gx, gy = self.somewhere(1) if r.random() < .1 else (x + r.uniform(-80, 80), y + r.uniform(-80, 80))
                lon, lat = self.at(gx, gy)
                gates.append({"compound": key, "lon": lon, "lat": lat})
        layer = {"path": "compounds.geojson"}
        if polygons:
            self.geojson("compounds.geojson", [({k: v if v != "" else None for k, v in row.items()}, g)
                                               for row, g in rows])
        else:
            words = {"id": "编号", "name": "小区名称", "community": "所属社区", "households": "总户数",
                     "elders": "老年人口", "estimated": "估算", "care_space_m2": "养老用房面积", "planned": "规划许可时间",
                     "delivered": "交付时间", "x": "经度", "y": "纬度"}
            kind = r.choice(["gcj02", "bd09", "plain", "projected"] if self.china else ["plain", "projected"])
            table = []
            for row, shape in rows:
                lon, lat = shape["coordinates"]
                if kind in ("gcj02", "bd09"):
                    lon, lat = _gcj02_from_wgs84(lon, lat)
                    if kind == "bd09":
                        lon, lat = _bd09_from_gcj02(lon, lat)
                    lon, lat = round(lon, 8), round(lat, 8)
                elif kind == "projected":
                    lon, lat = (round(v, 3) for v in self.plane.transform(lon, lat))
                dwellings = str(row["households"])
                if r.random() < .3:
                    dwellings = "".join(chr(ord(c) + 0xFEE0) for c in dwellings)
                elif dwellings.isdigit() and r.random() < .3:
                    dwellings = f"{int(dwellings) * 3:,}"
                row = {**row, "households": dwellings, "x": lon, "y": lat}
                table.append({words[k]: v for k, v in row.items()})
            encoding = r.choice(["gb18030", "utf-8-sig", "utf-8"])
            self.csv("compounds.csv", table, encoding)
            layer = {"path": "compounds.csv", "x": "经度", "y": "纬度"}
            if kind in ("gcj02", "bd09"):
                layer["datum"] = kind
            elif kind == "projected":
                layer["crs"] = self.crs
            if r.random() < .5:
                layer["encoding"] = encoding.replace("-sig", "")
        self.layer = layer
        self.csv("phases.csv", phases)
        self.has_gates = bool(gates)
        if gates:
            self.csv("gates.csv", gates)

    def facilities(self):
        all_closed = self.r.random() < .05
        r, rows, spots = self.r, [], [self.somewhere(.05) for _ in range(6)]
        for k in range(r.randint(4, 14)):
            key = r.choice(["F%d", "f%d", "设施%d", "F-%03d"]) % (k + r.choice([0, 8]) * 10)
            if key in {row["id"] for row, _ in rows}:
                key += "x"
            x, y = r.choice(spots) if r.random() < .5 else self.somewhere(.1)
            shape = self.place(x, y, r.random() < .2)
            if r.random() < .3:  # on a node of the streets
                shape = {"type": "Point", "coordinates": r.choice(self.street_nodes)[1:3]}
            opened = self.date(near=(self.year - 3, 6, 30), spread=1000, empty=.4)
            closed = "" if r.random() < .7 else self.date(near=(self.year + 3, 6, 30), spread=1000, empty=.1)
            if opened and closed and opened[:4] >= closed[:4]:
                closed = ""
            rows.append(({"id": key, "name": key, "level": r.choice(["community", "subdistrict", "micro"]),
                          "area_m2": r.choice([None, 0, r.randint(1, 900), 120.5]),
                          "beds": r.choice([None, None, 0, r.randint(1, 60)]),
                          "kind": r.choice(["station", "centre", "platform", "meal_point"]),
                          "community": r.choice([None, None, None, r.choice(self.names)[0] or None]),
                          "opened": opened or None, "closed": closed or None,
                          "status": "planned" if all_closed else r.choice(
                              [None, None, None, "operating", "planned", "suspended"])}, shape))
        self.geojson("facilities.geojson", rows)

    def write(self):
        r, self.street_file = self.r, "streets.osm"
        self.streets()
        self.communities()
        self.has_communities = r.random() < .93
        if not self.has_communities:
            self.names = [("", "")]
        self.compounds()
        self.facilities()
        lines = ["name: Random town", f"base_year: {self.year}", f"policy: {self.pack}"]
        if r.random() < .3:
            lines.append(f"crs: {self.crs}")
        if r.random() < .5:
            options = [f"minutes: {r.choice([5, 10, 15])}", f"speed_m_per_s: {r.choice([0.8, 1.0, 1.2])}",
                       f"snap_limit_m: {r.choice([40, 100, 300])}"]
            if r.random() < .4:
                options.append("private_ways: true")
            lines.append("walking: {" + ", ".join(options) + "}")
        if r.random() < .5:
            lines.append(f"radius_m: {r.choice([300, 500, 1000])}")
        lines += ["layers:"] + ["  communities: {path: communities.geojson}"] * self.has_communities + [
                  "  compounds: " + json.dumps(self.layer, ensure_ascii=False), "  phases: {path: phases.csv}",
                  "  facilities: {path: facilities.geojson}"]
        if r.random() < .95:
            lines.append("  streets: {path: %s}" % self.street_file)
        if self.has_gates:
            lines.append("  gates: {path: gates.csv, x: lon, y: lat}")
        with open(os.path.join(self.folder, "plain.yaml"), "w") as file:
            file.write("name: plain\n")
        with open(os.path.join(self.folder, "study.yaml"), "w") as file:
            file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    Writer(int(sys.argv[1]), sys.argv[2]).write()
