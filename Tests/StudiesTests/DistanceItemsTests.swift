import Compliance
import Coverage
import Geodesy
import Geometry
import Places
import Policy
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// A distance of a published document: a place within it, one beyond it by a metre, and a change of the pack's number that
/// leaves the first one out.
@Suite struct DistanceItemsTests {
    struct Radius: Sendable, CustomTestStringConvertible {
        let item: String
        let pack: String
        let metres: Double
        /// The walking circle that states it, by its minutes; nothing: the pack's own radius.
        var circle: Int?

        var testDescription: String { "\(item) \(pack) \(metres) m" }
    }

    static let radii = [
        Radius(item: "A7 1 km", pack: "wuhan", metres: 1000),
        Radius(item: "Guizhou radius", pack: "guizhou", metres: 700),
        Radius(item: "GB 50180 five minutes", pack: "national", metres: 300, circle: 5),
        Radius(item: "GB 50180 ten minutes", pack: "national", metres: 500, circle: 10),
        Radius(item: "GB 50180 fifteen minutes", pack: "national", metres: 1000, circle: 15),
    ]

    @Test(arguments: radii) func aRadiusToTheMetre(_ item: Radius) throws {
        var pack = try PolicyPackReader.read(.bundled(item.pack)).pack
        if let minutes = item.circle {
            let circle = try #require(pack.circles.first { $0.minutes == minutes })
            pack.radius = Metres(circle.mostMetres.double)
        }
        pack.addTarget("near", .coverage(.within1km), atLeast: "1", selector: .any)
        func verdict(_ metres: Double) throws -> Verdict? {
            var study = ItemWorld(communities: [.init(elders: "10")], facilities: [.init()]).study
            study.facilities[0].point = Ellipsoid.wgs84.direct(
                from: study.communities[0].point, azimuth: 60, distance: Metres(metres))
            return try PolicyItemsTests.findings(study, pack, asOf: "2030-12-31")
                .first { $0.rule == "target.near" }?.verdict
        }
        // A millimetre is left to the arithmetic of the geodesic.
        #expect(try verdict(item.metres - 0.001) == .pass)
        #expect(try verdict(item.metres + 1) == .fail)
        pack.radius = Metres(item.metres - 1)
        #expect(try verdict(item.metres - 0.001) == .fail)
    }

    /// C6's circle as its target reads it; and D6's quarter of an hour to the door, a response time that no study
    /// states, read as the walk from a station.
    @Test(arguments: [("C6 quarter hour", "gaoxin", true), ("D6 to the door", "yunfu", false)])
    func aQuarterOfAnHourToTheMetre(_ item: String, _ id: String, _ isOwnTarget: Bool) throws {
        let town = try GridTown(blocks: 12, spacing: 100)
        func verdict(_ metres: Double, minutes: Double = 15, kind: FacilityKind = .station) throws -> Verdict?
        {
            var pack = try PolicyPackReader.read(.bundled(id)).pack
            pack.walking = WalkingStandard(minutes: minutes)
            if !isOwnTarget {
                pack.addTarget(
                    "quarter-hour-circle", .coverage(.within15min), atLeast: "1",
                    selector: FacilitySelector(kinds: [.station]))
            }
            var study = ItemWorld(communities: [.init(elders: "10")], facilities: [.init(kind: kind)]).study
            study.communities[0].point = town.point(0, 6)
            study.facilities[0].point = town.point(metres / 100, 6)
            return try PolicyItemsTests.findings(study, pack, asOf: "2030-12-31", on: town.network)
                .first { $0.rule == "target.quarter-hour-circle" }?.verdict
        }
        // 15 minutes at 1 m/s.
        #expect(try verdict(899.9) == .pass)
        #expect(try verdict(900.9) == .fail)
        #expect(try verdict(899.9, minutes: 14) == .fail)
        if !isOwnTarget { #expect(try verdict(899.9, kind: .mealPoint) == .fail) }
    }

    /// Anhui's five-minute circle, in which small compounds pool: 300 m on the streets, from gate to gate.
    @Test func anhuiPoolsToTheMetre() async throws {
        let town = try GridTown(blocks: 12, spacing: 100)
        func verdict(_ metres: Double, within: Int? = nil) async throws -> Verdict? {
            var pack = try PolicyPackReader.read(.bundled("anhui")).pack
            if let within {
                pack.pooledSpace = pack.pooledSpace.map {
                    PooledSpaceRule(clause: $0.clause, grouping: .walk(ExactDecimal(within)))
                }
            }
            var study = ItemWorld(compounds: [
                .init(households: "50", space: "0"), .init(households: "50", space: "30"),
            ]).study
            study.compounds[0].point = town.point(2, 6)
            study.compounds[1].point = town.point(2 + metres / 100, 6)
            let ground = StudyGround(study: study, pack: pack, network: town.network, plane: town.plane)
            let walks = await ground.compoundsWithinWalks(pack.walksBetweenCompounds, jobs: 1)
            return try PolicyItemsTests.findings(
                study, pack, asOf: "2030-12-31", nearOnFoot: walks.values.first
            ).first { $0.rule == "space.pooled" }?.verdict
        }
        #expect(try await verdict(299.9) == .pass)
        #expect(try await verdict(300.9) == .fail)
        #expect(try await verdict(299.9, within: 299) == .fail)
    }
}
