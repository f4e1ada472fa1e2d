import Geodesy
import Geometry
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// Walk circles on real streets where one has gone wrong before.
@Suite(.enabled(if: RealData.path("porto") != nil, "the folder with real data is absent"))
struct RealCirclesTests {
    /// In Porto a street leaves a face on the other side of the next one less than a metre's room: a circle of 300 m lacked
    /// the piece along it, and rings that were open there were closed across the circle, 62 m too far.
    @Test("a circle is closed by the shortest line where two streets leave a face no room")
    func closedAtOnce() async throws {
        let path = try #require(RealData.path("porto/porto.osm.pbf"))
        let plane = try WorkingPlane(definition: "EPSG:32629")
        let network = WalkNetwork(streets: try StreetsReader().read(path).streets, plane: plane)
        let (limit, snapLimit) = (Metres(300), Metres(300))
        let site = GeographicPoint(longitude: -8.6254584, latitude: 41.1464430)
        let circle = try #require(
            await network.walkCircles(
                of: network.join([site], within: snapLimit, on: plane), limit: Micrometres(limit),
                snapLimit: snapLimit, jobs: 2)[0])
        let check = CircleCheck(
            network: network, plane: plane, sites: [site], limit: limit, snapLimit: snapLimit)
        let places = (0..<60).flatMap { row in
            (0..<60).map { column in
                GeographicPoint(
                    longitude: site.longitude + 0.00012 * Double(column - 30),
                    latitude: site.latitude + 0.00009 * Double(row - 30))
            }
        }
        let outcome = check.outcome(of: circle, at: places)
        #expect(outcome.wrong.isEmpty, "\(outcome.wrong.prefix(3))")
        #expect(outcome.inside > 500, "\(outcome.inside)")
    }
}
