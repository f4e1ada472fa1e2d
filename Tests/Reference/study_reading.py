"""Reads a study of the plain form (CSV, GeoJSON, XLSX) into dictionaries, for the reference scripts.

Written from the project's documented formats alone and sharing no code with the program. It trusts its
input: a study that the program would refuse raises an error here or goes through unnoticed.
"""
import calendar
import csv
import datetime
import io
import json
import math
import os
import re
import unicodedata
from types import SimpleNamespace

import numpy
import openpyxl
import shapely
import shapely.geometry
import yaml
from pyproj import CRS, Transformer

HEADERS = {
    "*": {
        "编号": "id", "代码": "id", "名称": "name", "社区": "community", "所属社区": "community",
        "社区名称": "community", "街道": "subdistrict", "所属街道": "subdistrict", "乡镇": "subdistrict",
        "区": "district", "区县": "district", "市": "city", "城市": "city", "城乡": "setting", "经度": "x",
        "纬度": "y", "户数": "households", "总户数": "households", "人口": "population",
        "总人口": "population", "老年人口": "elders", "60岁以上人口": "elders",
        "养老用房面积": "care_space_m2", "估算": "estimated", "规划许可时间": "planned", "交付时间": "delivered", "级别": "level",
        "层级": "level", "等级": "grade", "评定等级": "grade", "类型": "kind", "设施类型": "kind",
        "网络形式": "network", "建筑面积": "area_m2", "床位数": "beds", "日托位数": "daycare_places",
        "启用时间": "opened", "开业时间": "opened", "停用时间": "closed", "运营": "operator",
        "运营方式": "operator", "服务类别": "service_class", "医疗点": "medical_point",
        "小区编号": "compound", "所属小区": "compound", "分期": "phase", "期": "phase",
    },
    "communities": {"社区名称": "name"},
    "compounds": {"小区名称": "name"},
    "facilities": {"设施名称": "name"},
    "phases": {"交付时间": "housing_delivered"},
}
X_NAMES = ("x", "lon", "lng", "longitude", "经度")
Y_NAMES = ("y", "lat", "latitude", "纬度")
VALUES = {
    "setting": {"城镇": "urban", "城市": "urban", "农村": "rural"},
    "level": {"市级": "city", "区级": "district", "县级": "district", "街道级": "subdistrict",
              "镇级": "subdistrict", "社区级": "community", "村级": "community", "小微": "micro"},
    # The kinds and states that the synthetic studies write in Chinese.
    "kind": {"信息服务平台": "platform", "统分结合平台": "platform"},
    "status": {"运营中": "operating", "在建": "building", "规划": "planned", "停业": "suspended"},
}


# ---- datums -----------------------------------------------------------------------------------------

def _gcj02_from_wgs84(lon, lat):
    if not (72.004 <= lon <= 137.8347 and 0.8293 <= lat <= 55.8271):
        return lon, lat
    a, ee, pi = 6378245.0, 0.00669342162296594323, math.pi
    x, y = lon - 105.0, lat - 35.0
    wave = (20.0 * math.sin(6.0 * x * pi) + 20.0 * math.sin(2.0 * x * pi)) * 2.0 / 3.0
    dlat = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave
    dlat += (20.0 * math.sin(y * pi) + 40.0 * math.sin(y / 3.0 * pi)) * 2.0 / 3.0
    dlat += (160.0 * math.sin(y / 12.0 * pi) + 320.0 * math.sin(y * pi / 30.0)) * 2.0 / 3.0
    dlon = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave
    dlon += (20.0 * math.sin(x * pi) + 40.0 * math.sin(x / 3.0 * pi)) * 2.0 / 3.0
    dlon += (150.0 * math.sin(x / 12.0 * pi) + 300.0 * math.sin(x / 30.0 * pi)) * 2.0 / 3.0
    rad = math.radians(lat)
    magic = 1.0 - ee * math.sin(rad) ** 2
    dlat = dlat * 180.0 / ((a * (1.0 - ee)) / (magic * math.sqrt(magic)) * pi)
    dlon = dlon * 180.0 / (a / math.sqrt(magic) * math.cos(rad) * pi)
    return lon + dlon, lat + dlat


def _bd09_from_gcj02(lon, lat):
    turn = math.pi * 3000.0 / 180.0
    z = math.hypot(lon, lat) + 0.00002 * math.sin(lat * turn)
    theta = math.atan2(lat, lon) + 0.000003 * math.cos(lon * turn)
    return z * math.cos(theta) + 0.0065, z * math.sin(theta) + 0.006


def _inverse(forward, lon, lat):
    """The place that a datum shift takes to this one, by fixed-point iteration."""
    at = lon, lat
    for _ in range(100):
        there = forward(*at)
        off = lon - there[0], lat - there[1]
        at = at[0] + off[0], at[1] + off[1]
        if abs(off[0]) < 1e-13 and abs(off[1]) < 1e-13:
            break
    return at


def _to_wgs84(datum, crs):
    """A function from an array of coordinate pairs to WGS 84 longitude and latitude."""
    if crs:
        transformer = Transformer.from_crs(CRS(crs), CRS("EPSG:4326"), always_xy=True)
        return lambda c: numpy.column_stack(transformer.transform(c[:, 0], c[:, 1]))
    if datum == "gcj02":
        return lambda c: numpy.array([_inverse(_gcj02_from_wgs84, *p) for p in c])
    if datum == "bd09":
        return lambda c: numpy.array([
            _inverse(_gcj02_from_wgs84, *_inverse(_bd09_from_gcj02, *p)) for p in c])
    if datum in (None, "wgs84", "cgcs2000"):
        return lambda c: c
    raise ValueError(f"datum {datum}")


# ---- cells ------------------------------------------------------------------------------------------

def plain(value):
    """The text of a cell, full-width forms made plain."""
    if value is None:
        return ""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def number_text(text):
    """A number's text without grouping marks, or None of an empty cell."""
    text = unicodedata.normalize("NFKC", text or "").replace(",", "").replace(" ", "")
    return text or None


def date_span(text):
    """The first and the last day that a date can mean, or None of an empty cell."""
    text = unicodedata.normalize("NFKC", text or "").strip()
    if not text:
        return None
    found = re.fullmatch(
        r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?(?:[T ].*)?", text)
    if not found:
        raise ValueError(f"date {text}")
    year, month, day = (int(part) if part else None for part in found.groups())
    if day:
        return (datetime.date(year, month, day),) * 2
    if month:
        return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
    return datetime.date(year, 1, 1), datetime.date(year, 12, 31)


def last_day(text):
    span = date_span(text)
    return span[1] if span else None


YES = {"是", "有", "yes", "y", "true", "t", "1", "√"}
NO = {"否", "无", "no", "n", "false", "f", "0", "×"}
MARKED = {"households": {"households", "户数", "总户数"},
          "elders": {"elders", "elders_60_69", "elders_70_79", "elders_80_plus", "老年人口", "60岁以上人口"}}


def marked_figures(row):
    """Which of `households` and `elders` a row's column `estimated` says are estimates."""
    text = unicodedata.normalize("NFKC", row.get("estimated") or "").strip()
    if text.lower() in YES:
        return {"households", "elders"}
    if not text or text.lower() in NO:
        return set()
    found = set()
    for item in filter(None, (part.strip() for part in re.split(r"[;,|、\n]", text))):
        figures = {figure for figure, names in MARKED.items() if item in names}
        # Other columns of the row, and the outline, are not about people; any other words may be.
        if not figures and item != "outline" and item not in row:
            return {"households", "elders"}
        found |= figures
    return found


# ---- layers -----------------------------------------------------------------------------------------

def _csv_rows(path, encoding):
    data = open(path, "rb").read()
    if encoding:
        text = data.decode("utf-8-sig" if encoding.lower().replace("-", "") == "utf8" else encoding)
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
    rows = [row for row in csv.reader(io.StringIO(text)) if any(cell.strip() for cell in row)]
    header = [cell.strip().lstrip("\ufeff") for cell in rows[0]]
    return [(dict(zip(header, row)), None) for row in rows[1:]]


def _xlsx_rows(path, sheet, header_row):
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = list((book[sheet] if sheet else book.worksheets[0]).iter_rows(values_only=True))
    rows = [row for row in rows[(header_row or 1) - 1:] if any(cell is not None for cell in row)]
    header = [plain(cell) for cell in rows[0]]
    return [({h: plain(cell) for h, cell in zip(header, row)}, None) for row in rows[1:]]


def _geojson_rows(path):
    with open(path, encoding="utf-8-sig") as file:
        features = json.load(file)["features"]
    rows = []
    for feature in features:
        shape = feature.get("geometry")
        cells = {key: plain(value) for key, value in (feature.get("properties") or {}).items()
                 if not isinstance(value, (list, dict))}
        rows.append((cells, shapely.geometry.shape(shape) if shape else None))
    return rows


def _polygonal(shape):
    """The shape, repaired where its rings are invalid, polygonal parts kept."""
    if shape is None or shape.geom_type not in ("Polygon", "MultiPolygon") or shape.is_valid:
        return shape
    parts = shapely.get_parts(shapely.make_valid(shape))
    flat = [p for part in parts for p in shapely.get_parts(part) if p.geom_type == "Polygon"]
    return flat[0] if len(flat) == 1 else shapely.MultiPolygon(flat)


def read_layer(folder, name, source):
    """The rows of a layer: dictionaries by canonical column, with `shape` in WGS 84 (or None)."""
    if isinstance(source, str):
        source = {"path": source}
    paths = source["path"] if isinstance(source["path"], list) else [source["path"]]
    headers = {**HEADERS["*"], **HEADERS.get(name, {})}
    chosen = {str(v): k for k, v in (source.get("columns") or {}).items()}
    x, y = source.get("x"), source.get("y")
    to_wgs84 = _to_wgs84(source.get("datum"), source.get("crs"))
    rows = []
    for path in paths:
        full = os.path.join(folder, path)
        if path.endswith(".csv"):
            raw = _csv_rows(full, source.get("encoding"))
        elif path.endswith(".xlsx"):
            raw = _xlsx_rows(full, source.get("layer"), source.get("header_row"))
        else:
            raw = _geojson_rows(full)
        for cells, shape in raw:
            row = {}
            for header, value in cells.items():
                canonical = chosen.get(header) or headers.get(header)
                if header not in chosen and header in ("lon", "lng", "longitude", "lat", "latitude"):
                    canonical = header
                if canonical is None:
                    canonical = header
                if header in chosen or canonical not in row:
                    row[canonical] = plain(value)
            if shape is None:
                east = cells.get(x) if x else next((row[n] for n in X_NAMES if row.get(n)), None)
                north = cells.get(y) if y else next((row[n] for n in Y_NAMES if row.get(n)), None)
                if east not in (None, "") and north not in (None, ""):
                    shape = shapely.Point(float(number_text(plain(east))), float(number_text(plain(north))))
                elif row.get("wkt") or row.get("WKT") or row.get("geometry"):
                    shape = shapely.from_wkt(row.get("wkt") or row.get("WKT") or row.get("geometry"))
            if shape is not None:
                shape = _polygonal(shapely.force_2d(shapely.transform(shape, to_wgs84)))
            for column, words in VALUES.items():
                if column in row:
                    row[column] = words.get(row[column], row[column])
            row["shape"] = shape
            rows.append(row)
    return rows


def point_of(shape):
    """The place of a shape: itself, or of a polygon GEOS's point on surface in longitude and latitude."""
    if shape is None:
        return None
    place = shape if shape.geom_type == "Point" else shape.representative_point()
    return place.x, place.y


def working_plane(shapes):
    """The code of the default working plane of places: by the middle of their extent."""
    west, south, east, north = shapely.total_bounds([shape for shape in shapes if shape is not None])
    lon, lat = (west + east) / 2, (south + north) / 2
    if 73 <= lon <= 135.1 and 18 <= lat <= 53.6:
        return "EPSG:%d" % min(range(4534, 4555), key=lambda code: (abs(75 + 3 * (code - 4534) - lon), code))
    return "EPSG:%d" % ((32600 if lat >= 0 else 32700) + min(60, int((lon + 180) // 6) + 1))


class Communities:
    """The communities by id, and which of them a row of another layer belongs to."""

    def __init__(self, rows):
        self.by_id, names = {}, {}
        for row in rows:
            row["id"] = row.get("id") or row["name"]
            self.by_id[row["id"]] = row
            names.setdefault(row["name"], []).append(row["id"])
        self.names = {name: ids[0] for name, ids in names.items() if len(ids) == 1}
        areal = [(i, r["shape"]) for i, r in self.by_id.items()
                 if r["shape"] is not None and r["shape"].geom_type != "Point"]
        self.areal = [i for i, _ in areal]
        self.tree = shapely.STRtree([shape for _, shape in areal])

    def of(self, row):
        """The id of the row's community: by its column, else by its place, else None."""
        stated = row.get("community")
        if stated:
            return stated if stated in self.by_id else self.names[stated]
        place = point_of(row["shape"])
        if place is None or not self.areal:
            return None
        hits = [self.areal[i] for i in self.tree.query(shapely.Point(place), predicate="intersects")]
        return min(hits, key=lambda i: i.encode()) if hits else None


def read_study(folder):
    """The study: its settings, layers by name, and each row's community resolved."""
    with open(os.path.join(folder, "study.yaml"), encoding="utf-8") as file:
        settings = yaml.safe_load(file)
    layers = settings["layers"]
    tables = {name: read_layer(folder, name, layers[name]) if name in layers else []
              for name in ("communities", "compounds", "phases", "gates", "facilities")}
    communities = Communities(tables["communities"])
    for row in tables["compounds"] + tables["facilities"]:
        row["community_id"] = communities.of(row)
    streets, split_crossings = layers.get("streets") or [], False
    if isinstance(streets, dict):
        split_crossings = bool(streets.get("split_crossings"))
        streets = streets["path"]
    return SimpleNamespace(
        folder=folder, settings=settings, communities=communities.by_id, compounds=tables["compounds"],
        phases=tables["phases"], gates=tables["gates"], facilities=tables["facilities"],
        streets=[os.path.join(folder, p) for p in ([streets] if isinstance(streets, str) else streets)],
        split_crossings=split_crossings,
        plane=settings.get("crs") or working_plane(
            [r["shape"] for r in tables["communities"] or tables["compounds"]]))
