import Foundation

extension OtherFault {
    static let ofStudy = [
        OtherFault(
            "study.yaml:2: base_year: does not fit, expected whole number 1900–2200", in: "study.yaml",
            "base_year: 2020", "base_year: last"),
        OtherFault(
            "study.yaml:12: the key “note” is unknown, expected one that a study has here, did you mean “notes”?",
            appending: "note: drawn by hand\n", to: "study.yaml"),
    ]
    static let ofCommunities = [
        OtherFault(
            "communities.geojson:1: elders: “many” is not a number, expected a number such as 1200",
            in: "communities.geojson", "\"elders\": 200", "\"elders\": \"many\""),
        OtherFault(
            "communities.geojson:3: population: “-400” is negative, expected zero or more",
            in: "communities.geojson", "\"population\": 400", "\"population\": -400"),
    ]
    static let ofCompounds = [
        OtherFault(
            "compounds.csv:3: care_space_m2: “eighty” is not a number, expected a number such as 1200",
            in: "compounds.csv", "400,,80,", "400,,eighty,"),
        OtherFault(
            "compounds.csv:7: care_space_m2: “-24.6” is negative, expected zero or more", in: "compounds.csv",
            ",24.6,", ",-24.6,"),
    ]
    static let ofPhases = [
        OtherFault(
            "phases.csv:2: care_built: “2019-01-32” is not a date, expected one such as 2021-05-30, 2021-05 or 2021年5月30日",
            in: "phases.csv", "2019-01-31", "2019-01-32"),
        OtherFault(
            "phases.csv:4: households: “-250” is negative, expected zero or more", in: "phases.csv",
            "H3,1,250", "H3,1,-250"),
    ]
    static let ofGates = [
        OtherFault(
            "gates.csv:4: compound: there is no compound “H11”, expected the id of one, did you mean “H1”?",
            appending: "H11,114.303,30.509\n", to: "gates.csv"),
        OtherFault(
            "gates.csv:5: compound: is empty, expected a value", appending: ",114.303,30.509\n",
            to: "gates.csv"),
    ]
    static let ofFacilities = [
        OtherFault(
            "facilities.csv:2: area_m2: “wide” is not a number, expected a number such as 1200",
            in: "facilities.csv", ",180,", ",wide,"),
        OtherFault(
            "facilities.csv:5: beds: “-12” is negative, expected zero or more", in: "facilities.csv",
            "150,12,", "150,-12,"),
    ]
    static let ofCandidates = [
        OtherFault(
            "candidates.geojson:1: area_m2: “-300” is negative, expected zero or more",
            in: "candidates.geojson", "\"area_m2\": 300", "\"area_m2\": -300"),
        OtherFault(
            "candidates.geojson:1: cost_yuan: “-900000” is negative, expected zero or more",
            in: "candidates.geojson", "900000", "-900000"),
    ]
}

extension BadInput {
    static let all = ofStudyFile + ofWholeFiles + ofColumns + ofNumbers + ofPlaces + ofReferences + ofDates

    static let ofStudyFile: [BadInput] = [
        .file(
            "unknown layer",
            [
                "study.yaml:10: layers: the key “candidate” is unknown, expected one that a study has here, did you mean “candidates”?"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("  candidates:", with: "  candidate:", in: "study.yaml") },
        .file(
            "unknown key of a layer",
            [
                "study.yaml:8: layers.gates: the key “encodng” is unknown, expected one that a study has here, did you mean “encoding”?"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("gates.csv}", with: "gates.csv, encodng: utf-8}", in: "study.yaml") },
        .file(
            "unknown canonical column",
            [
                "study.yaml:6: layers.compounds.columns: the key “hauseholds” is unknown, expected one that a study has here, did you mean “households”?"
            ], beside: OtherFault.ofStudy
        ) {
            try $0.replace(
                "compounds.csv}", with: "compounds.csv, columns: {hauseholds: households}}", in: "study.yaml")
        },
        .file(
            "unknown datum",
            [
                "study.yaml:6: layers.compounds.datum: “gcj2” is unknown, expected one of: wgs84, cgcs2000, gcj02, bd09"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("compounds.csv}", with: "compounds.csv, datum: gcj2}", in: "study.yaml") },
        .file(
            "unknown policy pack",
            [
                "study.yaml:3: policy: there is no policy pack “wuhna”, expected a path or one of: anhui, gaoxin, guangzhou, guizhou, harbin, hubei, jiangsu, national, panjin, wuhan, xuzhou, yinchuan, yunfu, did you mean “wuhan”?"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("wuhan", with: "wuhna", in: "study.yaml") },
        .file(
            "filter that cannot be parsed",
            [
                "study.yaml:8: layers.gates.where: the filter “lon >> 3” cannot be used on gates.csv, expected an OGR attribute filter (SQL Expression Parsing Error: syntax error, unexpected '>'. Occurred around : lon >> 3      ^)"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("gates.csv}", with: "gates.csv, where: lon >> 3}", in: "study.yaml") },
        .file(
            "unknown encoding",
            [
                "study.yaml:8: layers.gates.encoding: the encoding “gb-18031” is unknown, expected utf-8, gb18030 or another name that iconv knows"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("gates.csv}", with: "gates.csv, encoding: gb-18031}", in: "study.yaml") },
        .file(
            "header row that is not there",
            [
                "study.yaml:8: layers.gates.header_row: gates.csv has nothing on row 9, expected the row of its column names"
            ], beside: OtherFault.ofStudy
        ) { try $0.replace("gates.csv}", with: "gates.csv, header_row: 9}", in: "study.yaml") },
        .file(
            "radius larger than any",
            ["study.yaml:3: radius_m: “1e300” is out of range, expected at most 100000"],
            beside: OtherFault.ofStudy
        ) { try $0.replace("policy: wuhan", with: "radius_m: 1e300", in: "study.yaml") },
        .file(
            "walk longer than any",
            [
                "study.yaml:3: walking.minutes: “1e400” is out of range, expected at most 1440",
                "study.yaml:3: walking.speed_m_per_s: “-1e400” is not above zero, expected a positive number",
            ], beside: OtherFault.ofStudy
        ) {
            try $0.replace(
                "policy: wuhan", with: "walking: {minutes: 1e400, speed_m_per_s: -1e400}", in: "study.yaml")
        },
        .file(
            "no facilities", ["study.yaml:4: layers: lacks a layer, expected facilities"],
            beside: OtherFault.ofStudy
        ) { try $0.replace("  facilities: {path: facilities.csv}\n", with: "  # none\n", in: "study.yaml") },
    ]

    static let ofWholeFiles: [BadInput] = [
        .file(
            "missing file", ["gate.csv: there is no such file, expected a readable file"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("gates.csv", with: "gate.csv", in: "study.yaml") },
        .file(
            "missing file that others refer to",
            ["compounds.csv: there is no such file, expected a readable file"],
            beside: OtherFault.ofFacilities
        ) { try $0.remove("compounds.csv") },
        .file(
            "missing streets", ["streets.osm: there is no such file, expected a readable file"],
            beside: OtherFault.ofCompounds
        ) { try $0.remove("streets.osm") },
        .file(
            "missing file of a layer that is not used yet",
            ["totals.xlsx: there is no such file, expected a readable file"],
            beside: OtherFault.ofCompounds
        ) { try $0.append("  areas: {path: totals.xlsx}\n", to: "study.yaml") },
        .file(
            "title above the header",
            [
                "compounds.csv:1: is a title and no header, expected column names here, or `header_row: 2` for the layer"
            ],
            beside: [
                OtherFault(
                    "compounds.csv:4: care_space_m2: “eighty” is not a number, expected a number such as 1200",
                    in: "compounds.csv", "400,,80,", "400,,eighty,"),
                OtherFault(
                    "compounds.csv:8: care_space_m2: “-24.6” is negative, expected zero or more",
                    in: "compounds.csv", ",24.6,", ",-24.6,"),
            ]
        ) { try $0.replace("id,name,", with: "Compounds of 2020\nid,name,", in: "compounds.csv") },
        .file(
            "title in a row of empty cells",
            [
                "gates.csv:1: is a title and no header, expected column names here, or `header_row: 2` for the layer"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("compound,lon", with: "Gates of 2020,,\ncompound,lon", in: "gates.csv") },
        .file(
            "layer that the file lacks",
            [
                "study.yaml:5: layers.communities.layer: communities.geojson has no layer “Communitys”, expected one of: communities, did you mean “communities”?"
            ], beside: OtherFault.ofCompounds
        ) {
            try $0.replace(
                "communities.geojson}", with: "communities.geojson, layer: Communitys}", in: "study.yaml")
        },
        .file(
            "sheet that the workbook lacks",
            [
                "study.yaml:9: layers.facilities.layer: facilities.xlsx has no layer “设备”, expected one of: 设施, 备注, did you mean “设施”?"
            ],
            beside: OtherFault.ofCompounds
        ) {
            try $0.take("facilities.xlsx", insteadOf: "facilities.csv")
            try $0.replace("facilities.xlsx}", with: "facilities.xlsx, layer: 设备}", in: "study.yaml")
        },
        .file(
            "empty layer", ["gates.csv: holds no rows, expected at least one"], beside: OtherFault.ofCompounds
        ) { try $0.write(Data("compound,lon,lat\n".utf8), to: "gates.csv") },
        .file(
            "empty file", ["gates.csv: has no header row, expected a row of column names"],
            beside: OtherFault.ofCompounds
        ) { try $0.write(Data(), to: "gates.csv") },
        .file(
            "empty collection of features",
            ["communities.geojson: holds no rows, expected at least one"], beside: OtherFault.ofCompounds
        ) {
            try $0.write(
                Data("{\"type\": \"FeatureCollection\", \"features\": []}\n".utf8), to: "communities.geojson")
        },
        .file(
            "streets that are a web page",
            [
                "streets.osm: is no OpenStreetMap file, expected .osm.pbf, .osm or .osm.gz (it begins like a web page)"
            ], beside: OtherFault.ofCompounds
        ) {
            try $0.write(
                Data("<!DOCTYPE html>\n<html><body>Sign in</body></html>\n".utf8), to: "streets.osm")
        },
        .file(
            "streets that are a GeoPackage",
            [
                "streets.osm: is no OpenStreetMap file, expected .osm.pbf, .osm or .osm.gz (it begins like a GeoPackage or another SQLite file)"
            ], beside: OtherFault.ofCompounds
        ) {
            try $0.take("gates.gpkg", insteadOf: "streets.osm")
            try $0.rename("gates.gpkg", to: "streets.osm")
            try $0.replace("gates.gpkg", with: "streets.osm", in: "study.yaml")
        },
        .file(
            "truncated PBF",
            [
                "streets.osm.pbf: is cut short or damaged, expected a whole OpenStreetMap file (PBF error: unexpected EOF)"
            ], beside: OtherFault.ofCompounds
        ) { try $0.take("streets.osm.pbf", insteadOf: "streets.osm", bytes: 400) },
        .file(
            "PBF that ends with its nodes",
            ["streets.osm.pbf: holds no walkable way, expected streets or paths"],
            beside: OtherFault.ofCompounds
        ) { try $0.take("streets.osm.pbf", insteadOf: "streets.osm", bytes: 217) },
        .file(
            "PBF without a walkable way",
            ["motorways.osm.pbf: holds no walkable way, expected streets or paths"],
            beside: OtherFault.ofCompounds
        ) { try $0.take("motorways.osm.pbf", insteadOf: "streets.osm") },
        .file(
            "half-written workbook",
            ["facilities.xlsx: cannot be read, expected a whole, readable file (not a complete workbook)"],
            beside: OtherFault.ofCompounds
        ) { try $0.take("facilities.xlsx", insteadOf: "facilities.csv", bytes: 2900) },
        .file(
            "half-written GeoPackage",
            [
                "gates.gpkg: cannot be read, expected a whole, readable file (database disk image is malformed)"
            ],
            beside: OtherFault.ofCompounds
        ) { try $0.take("gates.gpkg", insteadOf: "gates.csv", bytes: 3000) },
        .file(
            "beginning of a GeoPackage",
            [
                "gates.gpkg: cannot be read, expected a whole, readable file (`gates.gpkg' not recognized as a supported file format.)"
            ], beside: OtherFault.ofCompounds
        ) { try $0.take("gates.gpkg", insteadOf: "gates.csv", bytes: 50) },
    ]

    static let ofColumns: [BadInput] = [
        .file(
            "unknown column",
            [
                "compounds.csv:1: house_holds: there is no such column, expected one of the file's, did you mean “households”?"
            ], beside: OtherFault.ofCompounds
        ) {
            try $0.replace(
                "compounds.csv}", with: "compounds.csv, columns: {households: house_holds}}", in: "study.yaml"
            )
        },
        .file(
            "unknown column of coordinates",
            [
                "gates.csv:1: long: there is no such column, expected one of the file's, did you mean “lon”?"
            ], beside: OtherFault.ofGates
        ) { try $0.replace("gates.csv}", with: "gates.csv, x: long, y: lat}", in: "study.yaml") },
        .file(
            "missing required column",
            [
                "facilities.csv:1: level: the required column is missing, expected it among the columns, did you mean “levl”?"
            ], beside: OtherFault.ofFacilities
        ) { try $0.replace(",level,", with: ",levl,", in: "facilities.csv") },
        .file(
            "missing column that others refer to",
            [
                "communities.geojson: name: the required column is missing, expected it among the columns, did you mean “nam”?"
            ], beside: OtherFault.ofCommunities
        ) { try $0.replace("\"name\"", with: "\"nam\"", in: "communities.geojson") },
        .file(
            "missing coordinates",
            [
                "gates.csv:1: geometry: the layer states no places, expected columns such as lon and lat, a column of WKT, or geometries"
            ], beside: OtherFault.ofGates
        ) { try $0.replace("lon,lat", with: "a,b", in: "gates.csv") },
    ]

    static let ofNumbers: [BadInput] = [
        .row(
            "text where a number belongs",
            ["compounds.csv:2: households: “two hundred” is not a number, expected a number such as 1200"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("K1,200", with: "K1,two hundred", in: "compounds.csv") },
        .row(
            "text where a feature's number belongs",
            [
                "communities.geojson:2: households: “three hundred” is not a number, expected a number such as 1200"
            ], beside: OtherFault.ofCommunities
        ) {
            try $0.replace(
                "\"households\": 300", with: "\"households\": \"three hundred\"", in: "communities.geojson")
        },
        .row(
            "negative number", ["compounds.csv:4: households: “-250” is negative, expected zero or more"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("K2,250", with: "K2,-250", in: "compounds.csv") },
        .row(
            "number far below zero", ["compounds.csv:4: elders: “-1e400” is negative, expected zero or more"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("250,70", with: "250,-1e400", in: "compounds.csv") },
        .row(
            "number beyond any", ["compounds.csv:4: elders: “1e4000” is too large, expected less than 10^15"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("250,70", with: "250,1e4000", in: "compounds.csv") },
        .row(
            "coordinate beyond any",
            ["compounds.csv:2: lat: “-1e400” is too far below zero, expected more than -10^15"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("114.303,30.5055", with: "114.303,-1e400", in: "compounds.csv") },
        .row(
            "half a bed",
            ["facilities.csv:3: beds: “40.5” is not a whole number, expected one such as 3"],
            beside: OtherFault.ofFacilities
        ) { try $0.replace("900,40,", with: "900,40.5,", in: "facilities.csv") },
        .row(
            "number that is none", ["compounds.csv:4: elders: “nan” is not finite, expected a finite number"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("250,70", with: "250,nan", in: "compounds.csv") },
        .row(
            "infinite number", ["compounds.csv:5: elders: “inf” is not finite, expected a finite number"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("300,100", with: "300,inf", in: "compounds.csv") },
        .row(
            "word that a column does not know",
            [
                "facilities.csv:3: level: “borough” is unknown, expected one of: city (市级), district (区级), subdistrict (街道级), community (社区级), micro (小微)"
            ], beside: OtherFault.ofFacilities
        ) { try $0.replace("subdistrict", with: "borough", in: "facilities.csv") },
        .row(
            "cell too many", ["compounds.csv:4: has 11 cells, expected 10"], beside: OtherFault.ofCompounds
        ) { try $0.replace("School Park", with: "School,Park", in: "compounds.csv") },
    ]

    static let ofPlaces: [BadInput] = [
        .row(
            "latitude and longitude swapped",
            [
                "facilities.csv:3: lon,lat: longitude 30.508 and latitude 114.315 look swapped, expected them the other way round"
            ], beside: OtherFault.ofFacilities
        ) { try $0.replace("114.315,30.508", with: "30.508,114.315", in: "facilities.csv") },
        .row(
            "feature with latitude and longitude swapped",
            [
                "candidates.geojson:2: longitude 30.5055 and latitude 114.3265 look swapped, expected them the other way round"
            ], beside: OtherFault.ofCandidates
        ) { try $0.replace("[114.3265, 30.5055]", with: "[30.5055, 114.3265]", in: "candidates.geojson") },
        .row(
            "metres where degrees belong",
            [
                "facilities.csv:3: lon,lat: 500000, 3380000 look like metres of a projected CRS, expected degrees, or the layer's `crs:`"
            ], beside: OtherFault.ofFacilities
        ) { try $0.replace("114.315,30.508", with: "500000,3380000", in: "facilities.csv") },
        .row(
            "feature in metres",
            [
                "candidates.geojson:2: 531400, 3376200 look like metres of a projected CRS, expected degrees, or the layer's `crs:`"
            ], beside: OtherFault.ofCandidates
        ) { try $0.replace("[114.3265, 30.5055]", with: "[531400, 3376200]", in: "candidates.geojson") },
        .row(
            "metres of which x and y are swapped",
            [
                "gates.csv:3: lon,lat: x 3376586 and y 529421 look swapped, expected them the other way round"
            ], beside: OtherFault.ofCompounds
        ) {
            try $0.replace("114.303,30.509", with: "529085,3376586", in: "gates.csv")
            try $0.replace("114.3065,30.509", with: "3376586,529421", in: "gates.csv")
            try $0.replace("gates.csv}", with: "gates.csv, crs: \"EPSG:4547\"}", in: "study.yaml")
        },
        .row(
            "place off the earth",
            [
                "facilities.csv:3: lon,lat: 214.315, 30.508 lies outside the area of EPSG:4326, expected coordinates in that system, or the right `crs:`"
            ], beside: OtherFault.ofFacilities
        ) { try $0.replace("114.315,30.508", with: "214.315,30.508", in: "facilities.csv") },
        .row(
            "degrees where metres belong",
            [
                "gates.csv:2: lon,lat: 114.303, 30.509 lies outside the area of EPSG:4547, expected coordinates in that system, or the right `crs:`",
                "gates.csv:3: lon,lat: 114.3065, 30.509 lies outside the area of EPSG:4547, expected coordinates in that system, or the right `crs:`",
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("gates.csv}", with: "gates.csv, crs: \"EPSG:4547\"}", in: "study.yaml") },
        .row(
            "0,0", ["gates.csv:2: lon,lat: the place is 0,0, expected real coordinates"],
            beside: OtherFault.ofGates
        ) { try $0.replace("114.303,30.509", with: "0,0", in: "gates.csv") },
        .row(
            "feature at 0,0", ["candidates.geojson:2: the place is 0,0, expected real coordinates"],
            beside: OtherFault.ofCandidates
        ) { try $0.replace("[114.3265, 30.5055]", with: "[0, 0]", in: "candidates.geojson") },
        .row(
            "upgrade of no facility",
            [
                "candidates.geojson:2: upgrade_of: there is no facility “nowhere”, expected the id of one"
            ], beside: OtherFault.ofCandidates
        ) {
            try $0.replace(
                "\"earliest\": 2022", with: "\"earliest\": 2022, \"upgrade_of\": \"nowhere\"",
                in: "candidates.geojson")
        },
        .row(
            "no place", ["compounds.csv:2: lon,lat: has no place, expected coordinates or a geometry"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("114.303,30.5055", with: ",", in: "compounds.csv") },
        .row(
            "half a place", ["compounds.csv:2: lat: is empty, expected a value"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("114.303,30.5055", with: "114.303,", in: "compounds.csv") },
        .row(
            "infinite coordinate", ["compounds.csv:2: lon: “inf” is not finite, expected a finite number"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("114.303,30.5055", with: "inf,30.5055", in: "compounds.csv") },
    ]

    static let ofReferences: [BadInput] = [
        .row(
            "duplicate id",
            ["facilities.csv:4: id: the id “F1” stands already at facilities.csv:2, expected each id once"],
            beside: OtherFault.ofFacilities
        ) { try $0.replace("F3,", with: "F1,", in: "facilities.csv") },
        .row(
            "duplicate id of a compound",
            ["compounds.csv:6: id: the id “H4” stands already at compounds.csv:5, expected each id once"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("H5,", with: "H4,", in: "compounds.csv") },
        .row(
            "phase twice",
            ["phases.csv:3: phase: phase 1 of “H2” stands already at phases.csv:2, expected once"],
            beside: OtherFault.ofPhases
        ) { try $0.replace("H2,2,", with: "H2,1,", in: "phases.csv") },
        .row(
            "phase of an unknown compound",
            [
                "phases.csv:3: compound: there is no compound “H22”, expected the id of one, did you mean “H2”?"
            ], beside: OtherFault.ofPhases
        ) { try $0.replace("H2,2,", with: "H22,2,", in: "phases.csv") },
        .row(
            "gate of an unknown compound",
            ["gates.csv:3: compound: there is no compound “Brook”, expected the id of one"],
            beside: OtherFault.ofGates
        ) { try $0.replace("H2,114.3065", with: "Brook,114.3065", in: "gates.csv") },
        .row(
            "unknown community",
            [
                "compounds.csv:4: community: there is no community “Schol”, expected an id or an unambiguous name, did you mean “School”?"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("School Park,K2", with: "School Park,Schol", in: "compounds.csv") },
    ]

    static let ofDates: [BadInput] = [
        .row(
            "closed before it opened",
            ["facilities.csv:4: closed: 2013-12-31 is before it opened (2014-05), expected a later date"],
            beside: OtherFault.ofFacilities
        ) { try $0.replace("2014,2019-12-31", with: "2014-05,2013-12-31", in: "facilities.csv") },
        .row(
            "day that the calendar lacks",
            [
                "facilities.csv:4: closed: “2019-02-29” is not a date, expected one such as 2021-05-30, 2021-05 or 2021年5月30日"
            ], beside: OtherFault.ofFacilities
        ) { try $0.replace("2019-12-31", with: "2019-02-29", in: "facilities.csv") },
        .row(
            "word for a date",
            [
                "compounds.csv:2: delivered: “soon” is not a date, expected one such as 2021-05-30, 2021-05 or 2021年5月30日"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace(",2012,", with: ",soon,", in: "compounds.csv") },
        .row(
            "Chinese date that the calendar lacks",
            [
                "phases.csv:3: housing_built: “2020年13月” is not a date, expected one such as 2021-05-30, 2021-05 or 2021年5月30日"
            ], beside: OtherFault.ofPhases
        ) { try $0.replace(",2020-03,", with: ",2020年13月,", in: "phases.csv") },
    ]
}
