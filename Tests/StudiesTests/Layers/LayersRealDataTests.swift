import Foundation
import Geometry
import Places
import Studies
import Testing

/// Where the real files are; those tests are skipped where there are none.
private let realData: String? = {
    let named = ProcessInfo.processInfo.environment["CARECIRCLE_DATA"]
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/data").path
    return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
}()

@Suite(.enabled(if: realData != nil)) struct LayersRealDataTests {
    private func sample(_ layers: String, facilities: String) throws -> SampleStudy {
        let sample = SampleStudy()
        sample.files = [
            "study.yaml": "name: Real\nbase_year: 2020\nlayers:\n  facilities: {path: f.csv}\n" + layers,
            "f.csv": facilities,
        ]
        return sample
    }

    @Test func wuhanCommunitiesWithTheirBrokenRings() throws {
        let data = try #require(realData)
        let sample = try sample(
            """
              communities:
                path: \(data)/wuhan-communities/wuhan_communities_wgs84.geojson
                columns: {id: FID_1, name: FID_1, population: Avg_Pop}

            """, facilities: "id,level,lon,lat\nF1,city,114.3,30.6\n")
        let reading = try read(sample).get()
        let study = reading.study
        #expect(study.communities.count == 974)
        // shapely: sum(not shape(f["geometry"]).is_valid for f in features) = 23
        #expect(reading.warnings.count { if case .repairedGeometry = $0.fault { true } else { false } } == 23)
        #expect(reading.layers.last?.repaired == 23 || reading.layers.first?.repaired == 23)
        #expect(study.plane == "EPSG:4547")
        #expect(study.communities[0].population == ExactDecimal(10130))
        for community in study.communities { #expect(community.area?.contains(community.point) == true) }
        #expect(!reading.warnings.contains { if case .likelyDatumShift = $0.fault { true } else { false } })
    }

    @Test func beijingParcelsAgainstSubdistrictsAreNotSuspected() throws {
        let data = try #require(realData)
        let sample = try sample(
            """
              communities:
                path: \(data)/beijing-2012/beijing_subdistricts_wgs84approx.geojson
                columns: {name: id}
              compounds: {path: \(data)/beijing-2012/beijing_residential_parcels.csv, columns: {id: obs}}

            """, facilities: "id,level,lon,lat\nF1,city,116.39,39.9\n")
        let reading = try read(sample).get()
        #expect(reading.study.communities.count == 111)
        #expect(reading.study.compounds.count == 1117)
        #expect(!reading.warnings.contains { if case .likelyDatumShift = $0.fault { true } else { false } })
    }
}
