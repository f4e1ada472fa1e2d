import Foundation
import Geodesy
import Geometry
import Synthesis
import TestWorlds
import Testing

/// The real extract of Las Palmas, against pyosmium, shapely and pyproj:
/// `python Tests/Reference/from_extract.py las_palmas_20230221.osm.pbf [las_palmas_boundary.geojson]`.
@Suite(.enabled(if: RealData.path("las-palmas") != nil, "the folder with real data is absent"))
struct LasPalmasStudyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(bounded: Bool) throws -> ExtractStudyReport {
        let extract = try #require(RealData.path("las-palmas/las_palmas_20230221.osm.pbf"))
        let boundary = try #require(RealData.path("las-palmas/las_palmas_boundary.geojson"))
        return try ExtractStudy.write(
            ExtractStudyOptions(extract: extract, boundary: bounded ? boundary : nil),
            to: folder.path(of: "study"))
    }

    @Test func dwellingsOfTheWholeExtract() throws {
        let report = try write(bounded: false)
        #expect(report.compounds == 19278)
        #expect(report.households == 78600)
        #expect(
            report.buildingsRefused == [
                .careSite: 5, .otherGround: 1052, .otherUse: 1121, .partOfRelation: 4, .tooSmall: 860,
                .usedOtherwise: 275, .noArea: 16,
            ])
        #expect(report.baseYear == 2023 && report.plane == "EPSG:32628")
    }

    @Test func dwellingsInsideTheBoundary() throws {
        let report = try write(bounded: true)
        #expect(report.compounds == 19015)
        #expect(report.households == 77009)
        #expect(report.buildingsRefused[.outside] == 263)
        // The extract's municipality boundaries run out of it: none can be closed, so the cells serve.
        #expect(report.units.allSatisfy { $0.origin == .cell })
        let plane = try WorkingPlane(definition: report.plane)
        let boundary = try StudyBoundary(
            file: #require(RealData.path("las-palmas/las_palmas_boundary.geojson")))
        let area = boundary.area.mapped(plane.project).area
        let sum = report.units.reduce(0) { $0 + $1.area.mapped(plane.project).area }
        #expect(abs(sum - area) < 1e-6 * area)
    }

    /// The 18 sites that carry `amenity=social_facility` or `nursing_home`, each judged by hand.
    @Test func everyTaggedSiteIsAccountedFor() throws {
        let report = try write(bounded: true)
        let verdicts = report.sites.map { "\($0.label) \($0.verdict.refusal?.rawValue ?? "taken")" }
        #expect(
            verdicts == [
                "n439213087 taken", "n3316818187 not_known_for_elders", "n4353910988 taken",
                "n4353911100 taken", "n4353950170 not_known_for_elders", "n5084179351 not_known_for_elders",
                "n5086545382 taken", "n5194432631 not_known_for_elders", "n5198453474 not_known_for_elders",
                "n5198453505 not_known_for_elders", "n5198453563 taken", "n5214997448 taken",
                "n5215000345 taken", "w391921181 same_site", "w391921182 same_site", "w393394234 taken",
                "w686174652 taken", "r7491447 taken",
            ])
        #expect(report.facilities == 10)
    }
}
