import CGDAL
import Studies
import Testing

@Suite struct LayerTableTests {
    let folder: TableFolder

    init() throws { folder = try TableFolder() }

    private func at(_ east: Double, _ north: Double) -> RawPosition { RawPosition(east: east, north: north) }

    @Test func geoJSON() throws {
        try folder.write(
            "t.geojson",
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"id":"a","n":1200,"x":0.1,"ok":true,"when":"2021-05-30","list":["p","q"],"part":"2021-05"},
             "geometry":{"type":"Point","coordinates":[114.3,30.5,12]}},
            {"type":"Feature","properties":{"id":" b ","n":null,"x":123456789.123456789,"ok":false,"when":"2020-02-29","list":[],"part":""},
             "geometry":{"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,0.5],[2,0.5],[2,1],[1,0.5]]]}},
            {"type":"Feature","properties":{"id":"c"},"geometry":null},
            {"type":"Feature","properties":{"id":"d"},"geometry":{"type":"MultiPoint","coordinates":[[1,2]]}},
            {"type":"Feature","properties":{"id":"e"},"geometry":{"type":"GeometryCollection","geometries":[
              {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]},{"type":"Polygon","coordinates":[[[5,5],[6,5],[6,6],[5,5]]]}]}},
            {"type":"Feature","properties":{"id":"f"},"geometry":{"type":"MultiLineString","coordinates":[[[0,0],[1,1]],[[2,2],[3,3]]]}},
            {"type":"Feature","properties":{"id":"g"},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}}
            ]}
            """)
        let table = try folder.source("t.geojson").read()
        #expect(table.header == ["id", "n", "x", "ok", "when", "list", "part"])
        #expect(table.rows.map(\.number) == Array(1...7))
        #expect(table.rows[0].cells == ["a", "1200", "0.1", "true", "2021-05-30", "p;q", "2021-05"])
        #expect(table.rows[1].cells == ["b", "", "123456789.12345679", "false", "2020-02-29", "", ""])
        #expect(
            table.rows.map(\.geometry) == [
                .point(at(114.3, 30.5)),
                .polygons([
                    [
                        [at(0, 0), at(4, 0), at(4, 4), at(0, 0)],
                        [at(1, 0.5), at(2, 0.5), at(2, 1), at(1, 0.5)],
                    ]
                ]),
                nil, .point(at(1, 2)),
                .polygons([
                    [[at(0, 0), at(1, 0), at(1, 1), at(0, 0)]], [[at(5, 5), at(6, 5), at(6, 6), at(5, 5)]],
                ]),
                .lines([[at(0, 0), at(1, 1)], [at(2, 2), at(3, 3)]]),
                .other("MULTIPOINT"),
            ])
        #expect(table.crs == "EPSG:4326")
        #expect(table.problems.isEmpty)

        // The filter leaves a feature its number in the file.
        let some = try folder.source("t.geojson", filter: "id >= 'c' AND id < 'f'").read()
        #expect(some.rows.map(\.number) == [3, 4, 5])
        let refused = #expect(throws: Problem.self) {
            try folder.source("t.geojson", filter: "nope = 1").read()
        }
        guard case .invalidFilter? = refused?.fault else {
            Issue.record("\(String(describing: refused))")
            return
        }
    }

    static let fields: [(String, OGRFieldType)] = [
        ("id", OFTString), ("n", OFTInteger64), ("x", OFTReal), ("when", OFTDate),
    ]
    static let features: [([String?], String?)] = [
        (["甲", "1234567", "85.25", "2021/05/30"], "POINT (114.3 30.5)"),
        (["乙", nil, "0.1", nil], "POINT (114.4 30.6)"),
        (["丙", "7", nil, "2020/02/29"], "POINT (114.5 30.7)"),
    ]

    @Test(arguments: [
        ("GPKG", "t.gpkg"), ("FlatGeobuf", "t.fgb"), ("ESRI Shapefile", "t.shp"), ("GeoJSON", "t.json"),
    ])
    func formatsAgree(driver: String, file: String) throws {
        folder.writeLayer(
            file, driver: driver, layer: "t", epsg: 4326, type: wkbPoint, fields: Self.fields,
            features: Self.features,
            options: driver == "ESRI Shapefile"
                ? ["ENCODING=UTF-8"] : driver == "FlatGeobuf" ? ["SPATIAL_INDEX=NO"] : [])
        let table = try folder.source(file).read()
        #expect(table.header == ["id", "n", "x", "when"])
        #expect(table.rows.map(\.number) == [1, 2, 3])
        // FlatGeobuf has no type for days, only for moments.
        let midnight = driver == "FlatGeobuf" ? "T00:00:00" : ""
        #expect(
            table.rows.map(\.cells) == [
                ["甲", "1234567", "85.25", "2021-05-30\(midnight)"], ["乙", "", "0.1", ""],
                ["丙", "7", "", "2020-02-29\(midnight)"],
            ])
        #expect(
            table.rows.map(\.geometry) == [
                .point(at(114.3, 30.5)), .point(at(114.4, 30.6)), .point(at(114.5, 30.7)),
            ])
        #expect(table.crs == "EPSG:4326")
        #expect(try folder.source(file, filter: "n > 100").read().rows.map(\.number) == [1])
        #expect(try folder.source(file, filter: "\"when\" < '2021-01-01'").read().rows.map(\.number) == [3])
    }

    // EPSG:4547 counts north before east; files hold east first, and so must the rows.
    @Test(arguments: [("GPKG", "t.gpkg"), ("ESRI Shapefile", "t.shp")])
    func eastComesFirst(driver: String, file: String) throws {
        folder.writeLayer(
            file, driver: driver, layer: "t", epsg: 4547, type: wkbPoint, fields: [("id", OFTString)],
            features: [(["a"], "POINT (530000 3380000)")])
        let table = try folder.source(file).read()
        #expect(table.rows.first?.geometry == .point(at(530_000, 3_380_000)))
        #expect(table.crs == "EPSG:4547")
    }

    @Test func layersByName() throws {
        for (index, name) in ["communities", "facilities"].enumerated() {
            folder.writeLayer(
                "t.gpkg", driver: "GPKG", layer: name, epsg: 4326, type: wkbPoint,
                fields: [("id", OFTString)],
                features: [([name], nil)], append: index > 0)
        }
        #expect(try folder.source("t.gpkg", layer: "facilities").read().rows.map(\.cells) == [["facilities"]])
        let known = ["communities", "facilities"]
        #expect(
            throws: Problem(
                file: "t.gpkg", .unknownLayer(name: "facility", nearest: "facilities", known: known))
        ) { try folder.source("t.gpkg", layer: "facility").read() }
        #expect(throws: Problem(file: "t.gpkg", .severalLayers(known: known))) {
            try folder.source("t.gpkg").read()
        }
    }

    @Test func anEmptyLayerHasNoRows() throws {
        folder.writeLayer(
            "t.gpkg", driver: "GPKG", layer: "t", type: wkbPoint, fields: [("id", OFTString)], features: [])
        let table = try folder.source("t.gpkg").read()
        #expect(table.rows.isEmpty && table.header == ["id"])
        #expect(table.crs == nil)
    }

    @Test func shapefilesInChineseEncodings() throws {
        // Written as GB 18030 without a word about it, as older desktop programs do.
        folder.writeLayer(
            "t.shp", driver: "ESRI Shapefile", layer: "t", type: wkbPoint, fields: [("名称", OFTString)],
            features: [(["汉口"], "POINT (1 2)"), (["武昌"], "POINT (3 4)")], options: ["ENCODING=GB18030"])
        let stated = try folder.source("t.shp", encoding: "gbk").read()
        #expect(stated.rows.map(\.cells) == [["汉口"], ["武昌"]])
        try folder.remove("t.cpg")
        var table = try folder.bytes("t.dbf")
        table[29] = 0
        try folder.write("t.dbf", table)
        let detected = try folder.source("t.shp").read()
        #expect(detected.header == ["名称"])
        #expect(detected.rows.map(\.cells) == [["汉口"], ["武昌"]])
        #expect(detected.encoding == .gb18030)
        #expect(detected.rows.first?.geometry == .point(at(1, 2)))
        #expect(throws: Problem(file: "t.shp", .unknownEncoding(name: "klingon"))) {
            try folder.source("t.shp", encoding: "klingon").read()
        }
    }

    @Test(arguments: [
        ("GPKG", "t.gpkg"), ("FlatGeobuf", "t.fgb"), ("ESRI Shapefile", "t.shp"), ("GeoJSON", "t.json"),
    ])
    func halfWrittenFiles(driver: String, file: String) throws {
        let many = (0..<500).map { i in
            (["社区\(i)", "\(i)", nil, nil], "POINT (114.\(i) 30.5)") as ([String?], String?)
        }
        folder.writeLayer(
            file, driver: driver, layer: "t", epsg: 4326, type: wkbPoint, fields: Self.fields, features: many,
            options: driver == "FlatGeobuf"
                ? ["SPATIAL_INDEX=NO"] : driver == "ESRI Shapefile" ? ["ENCODING=UTF-8"] : [])
        #expect(try folder.source(file).read().rows.count == 500)
        let whole = try folder.bytes(file)
        for length in [0, 20, whole.count / 3, whole.count / 2, whole.count - 60] {
            try folder.write(file, Array(whole.prefix(length)))
            expectUnreadable { try folder.source(file).read() }
        }
    }

    @Test func shapefilesWithoutTheirOtherFiles() throws {
        for missing in ["shx", "dbf"] {
            folder.writeLayer(
                "\(missing).shp", driver: "ESRI Shapefile", layer: missing, type: wkbPoint,
                fields: [("id", OFTString)], features: [(["a"], "POINT (1 2)")])
            try folder.remove("\(missing).\(missing)")
        }
        expectUnreadable { try folder.source("shx.shp").read() }
        // Without its table a Shapefile is geometry alone.
        #expect(try folder.source("dbf.shp").read().rows.map(\.geometry) == [.point(at(1, 2))])
    }

    @Test func manyThreadsReadTheSame() async throws {
        let features = (0..<300).map { i in
            (["社区\(i)", "\(i)", nil, nil], "POINT (114.\(i) 30.5)") as ([String?], String?)
        }
        folder.writeLayer(
            "t.gpkg", driver: "GPKG", layer: "t", epsg: 4326, type: wkbPoint, fields: Self.fields,
            features: features)
        try folder.write("t.csv", "id,WKT\n" + (0..<300).map { "\($0),POINT (\($0) 1\n" }.joined())
        let (good, bad) = (folder.source("t.gpkg", filter: "n < 200"), folder.source("t.csv"))
        let expected = try (good.read().rows, bad.read().problems)
        #expect(expected.0.count == 200 && expected.1.count == 300)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try good.read().rows == expected.0 && bad.read().problems == expected.1 }
            }
            for try await same in group { #expect(same) }
        }
    }

    // As libpq and other drivers take them: https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING
    @Test(arguments: [
        ("PG:dbname=x password = s3cret user=u", "PG:dbname=x password = … user=u"),
        ("PG:dbname=x PASSWORD=s3,c;r&et user=u", "PG:dbname=x PASSWORD=… user=u"),
        (#"PG:dbname=x password='s3\'c ret' user=u"#, "PG:dbname=x password=… user=u"),
        (#"PG:dbname=x password=s3\ cret user=u"#, "PG:dbname=x password=… user=u"),
        ("PG:dbname=x password='s3cret", "PG:dbname=x password=…"),
        ("PG:dbname=x password= user=u", "PG:dbname=x password= …"),
        ("MYSQL:care,user=u,password=s3cret,host=h", "MYSQL:care,user=u,password=…,host=h"),
        ("MSSQL:server=h;uid=u;pwd=s3cret;database=d", "MSSQL:server=h;uid=u;pwd=…;database=d"),
        ("postgresql://u:s3@cret@h:5432/db", "postgresql://u:…@h:5432/db"),
        ("PG:postgresql://h/db?user=u&password=s3cret&x=1", "PG:postgresql://h/db?user=u&password=…&x=1"),
        ("postgresql://u@h/db", "postgresql://u@h/db"), ("a/b:c@d.csv", "a/b:c@d.csv"),
    ])
    func passwordsAreHidden(text: String, shown: String) {
        #expect(TableSource(file: text, path: text).file == shown)
    }

    @Test("Of a password that breaks the URL, the rest is not told in the words of the refusal either")
    func passwordInTheHost() {
        let path = "PG:postgresql://u:s3@cret@127.0.0.1:1/db"
        do {
            _ = try TableSource(file: path, path: path).read()
            Issue.record("nobody answers there")
        } catch {
            #expect(!"\(error)".contains("cret"), "\(error)")
        }
    }

    @Test func passwordsAreNotTold() throws {
        let source = TableSource(
            file: "PG:dbname=x user=u password='a b' host=127.0.0.1",
            path: "PG:dbname=x user=u password='a b' host=127.0.0.1 port=1")
        #expect(source.file == "PG:dbname=x user=u password=… host=127.0.0.1")
        expectUnreadable { try source.read() }
        #expect(
            TableSource(file: "PG:postgresql://u:secret@host/db", path: "").file
                == "PG:postgresql://u:…@host/db")
    }
}
