"""Writes the hamlet's layers in other formats: python formats.py (pyosmium 4, openpyxl 3.1), in this folder."""
import csv, datetime, sqlite3, struct, os
import openpyxl, osmium

HAMLET = "../hamlet/"


def extract(name, highway=None):
    """The streets as a PBF; every way of one kind, where that is given."""
    with osmium.SimpleWriter(name, overwrite=True) as writer:
        for item in osmium.FileProcessor(HAMLET + "streets.osm"):
            if item.is_way() and highway:
                item = item.replace(tags={"highway": highway})
            writer.add(item)


def workbook(name):
    """The facilities as a workbook with a sheet of remarks."""
    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime.datetime(2020, 1, 1)
    sheet = book.active
    sheet.title = "设施"
    for row in csv.reader(open(HAMLET + "facilities.csv")):
        sheet.append([float(cell) if cell.replace(".", "").isdigit() and len(cell) != 4 else cell or None for cell in row])
    book.create_sheet("备注").append(["remarks"])
    book.save(name)


def geopackage(name):
    """The gates as a GeoPackage, with no more in it than the standard (OGC 12-128r18) asks for."""
    if os.path.exists(name):
        os.remove(name)
    db = sqlite3.connect(name)
    db.executescript("""
    PRAGMA page_size = 512; PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300;
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
        organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
    INSERT INTO gpkg_spatial_ref_sys VALUES ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]', NULL);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT, description TEXT,
        last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
    INSERT INTO gpkg_contents VALUES ('gates', 'features', 'gates', '', '2020-01-01T00:00:00.000Z', 114.303, 30.509, 114.3065, 30.509, 4326);
    CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
        srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
    INSERT INTO gpkg_geometry_columns VALUES ('gates', 'geom', 'POINT', 4326, 0, 0);
    CREATE TABLE gates (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, compound TEXT);
    """)
    for row in csv.DictReader(open(HAMLET + "gates.csv")):
        point = struct.pack("<2sBBi", b"GP", 0, 1, 4326) + struct.pack("<BIdd", 1, 1, float(row["lon"]), float(row["lat"]))
        db.execute("INSERT INTO gates (geom, compound) VALUES (?, ?)", (point, row["compound"]))
    db.commit()
    db.execute("VACUUM")
    db.close()


extract("streets.osm.pbf")
extract("motorways.osm.pbf", "motorway")
workbook("facilities.xlsx")
geopackage("gates.gpkg")
