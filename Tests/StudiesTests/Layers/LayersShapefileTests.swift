import CGDAL
import Places
import Studies
import Testing

/// Shapefiles, whose columns have names of ten bytes.
@Suite struct LayersShapefileTests {
    /// Takes a layer of a study from a Shapefile that GDAL writes, which cuts the names.
    private func take(
        _ name: String, insteadOf file: String, of sample: SampleStudy, type: OGRwkbGeometryType,
        encoding: String, fields: [(String, OGRFieldType)], features: [([String?], String?)]
    ) throws {
        let folder = try TableFolder()
        folder.writeLayer(
            "\(name).shp", driver: "ESRI Shapefile", layer: name, epsg: 4326, type: type, fields: fields,
            features: features, options: ["ENCODING=\(encoding)"])
        for part in ["shp", "shx", "dbf", "prj", "cpg"] {
            sample.bytes["\(name).\(part)"] = try folder.bytes("\(name).\(part)")
        }
        sample.files[file] = nil
        sample.replacing(file, with: "\(name).shp", in: "study.yaml")
    }

    @Test func agesAndSubdistrictsOfCommunities() throws {
        let sample = SampleStudy()
        try take(
            "communities", insteadOf: "communities.geojson", of: sample, type: wkbPolygon, encoding: "UTF-8",
            fields: [
                ("id", OFTString), ("name", OFTString), ("subdistrict", OFTString),
                ("households", OFTInteger),
                ("elders_60_69", OFTInteger), ("elders_70_79", OFTInteger), ("elders_80_plus", OFTInteger),
            ],
            features: SampleStudy.squares.map { square in
                let (w, s, e, n) = (square.west, square.south, square.west + 0.01, square.south + 0.01)
                return (
                    [square.id, square.name, "Quay", "1000", "130", "80", "40"],
                    "POLYGON((\(w) \(s), \(e) \(s), \(e) \(n), \(w) \(n), \(w) \(s)))"
                )
            })
        let reading = try read(sample).get()
        #expect(reading.study.communities.map(\.subdistrict) == ["Quay", "Quay", "Quay", "Quay"])
        #expect(reading.study.communities.allSatisfy { $0.elders.sixties == ExactDecimal(130) })
        #expect(reading.study.communities.allSatisfy { $0.elders.seventies == ExactDecimal(80) })
        #expect(reading.study.communities.allSatisfy { $0.elders.eightyPlus == ExactDecimal(40) })
        #expect(reading.layers.first { $0.layer == .communities }?.ignoredColumns == [])
    }

    @Test(
        "Chinese names are cut within characters in UTF-8, between them in GBK", arguments: ["UTF-8", "GBK"])
    func chineseNamesOfCompounds(encoding: String) throws {
        let sample = SampleStudy()
        sample.files["phases.csv"] = "compound,phase,households\nA1,1,400\n"
        sample.files["gates.csv"] = "compound,lon,lat\nA1,114.303,30.503\n"
        try take(
            "compounds", insteadOf: "compounds.csv", of: sample, type: wkbPoint, encoding: encoding,
            fields: [
                ("编号", OFTString), ("小区名称", OFTString), ("户数", OFTInteger), ("养老用房面积", OFTReal),
                ("规划许可时间", OFTString), ("备注与说明文字", OFTString),
            ],
            features: [(["A1", "东门", "400", "80.5", "2018-03-01", "-"], "POINT(114.303 30.503)")])
        let reading = try read(sample).get()
        let compound = try #require(reading.study.compounds.first)
        #expect(compound.name == "东门")
        #expect(compound.careSpace == ExactDecimal(coefficient: 805, scale: 1))
        #expect(compound.planned?.text == "2018-03-01")
        #expect(reading.layers.first { $0.layer == .compounds }?.ignoredColumns.count == 1)
    }
}
