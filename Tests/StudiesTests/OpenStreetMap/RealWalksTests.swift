import Geodesy
import Geometry
import Studies
import TestWorlds
import Testing
import WalkNetwork

/// Walks on real streets against numbers made without any of this code.
///
/// They come of the rule written once more in Python: pyosmium 4.3.2 reads the ways and splits nodes with
/// `foot=no`, scipy's `connected_components` keeps the components, shapely's `STRtree.nearest` on EPSG:32628
/// chooses the places joined, pyproj's `Geod(ellps="WGS84").inv` measures segments and legs, and scipy's
/// `dijkstra(min_only=True)` walks over a graph in which every place joined is a node of its own.
@Suite(
    "Walks on the streets of Las Palmas",
    .enabled(if: RealData.path("las-palmas") != nil, "the folder with real data is absent"))
struct RealWalksTests {
    private static let facilities = [
        (-15.4323129, 28.1499484), (-15.4477884, 28.0634410), (-15.4918976, 28.0598282),
        (-15.4564945, 28.0742187), (-15.3943803, 28.0301016), (-15.4123189, 28.1023039),
    ].map { GeographicPoint(longitude: $0.0, latitude: $0.1) }

    /// Longitude, latitude, the nearest facility and the walk to it in metres.
    private static let walks: [(Double, Double, Int, Double)] = [
        (-15.4021070, 28.0312237, 4, 1582.8610), (-15.5015384, 28.0982978, 2, 8884.8667),
        (-15.4352008, 28.1053633, 5, 3064.9493), (-15.4316762, 28.1497988, 0, 96.4422),
        (-15.4308752, 28.1201479, 5, 3142.2503), (-15.4688958, 28.0690730, 2, 3507.6344),
        (-15.4506181, 28.0937985, 5, 4812.3688), (-15.5145475, 28.0327063, 2, 6311.4266),
        (-15.4546955, 28.0360675, 1, 5881.6696), (-15.4908265, 28.1317473, 0, 10910.2146),
        (-15.5116471, 28.0367890, 2, 6216.4891), (-15.4342419, 28.1144299, 5, 3223.3004),
        (-15.5079680, 28.0453762, 2, 3087.5665), (-15.4649364, 28.0255975, 1, 6680.0983),
        (-15.4891359, 28.0624332, 2, 641.7028), (-15.4349802, 28.1120973, 5, 3212.9223),
        (-15.4590297, 28.0268737, 1, 6890.5446), (-15.4293698, 28.1175179, 5, 2857.9111),
        (-15.4641266, 28.0151409, 4, 9575.0544), (-15.4411022, 28.0940511, 5, 3990.8575),
        (-15.4819018, 28.1320623, 0, 7427.3312), (-15.5102745, 28.0884136, 2, 10226.8434),
        (-15.4283038, 28.0800603, 1, 3114.9835), (-15.4689580, 28.1254578, 0, 5806.8640),
    ]

    private func world() throws -> (network: WalkNetwork, plane: WorkingPlane) {
        let path = try #require(RealData.path("las-palmas/las_palmas_20230221.osm.pbf"))
        let plane = try WorkingPlane(definition: "EPSG:32628")
        return (WalkNetwork(streets: try StreetsReader().read(path).streets, plane: plane), plane)
    }

    @Test("every walk is that of another program to a millimetre, and so are the counts")
    func walks() throws {
        let (network, plane) = try world()
        #expect(network.checkInvariants().isEmpty)
        #expect(network.report.keptComponents == 1)
        #expect(network.report.keptNodes == 81_707)
        #expect(network.report.segments == 88_273)
        #expect(abs(network.report.length.metres.value - 2_023_021.888455) < 1e-3)
        let snapLimit = Metres(300)
        let field = NearestFacilities(
            network.join(Self.facilities, within: snapLimit, on: plane), on: network)
        for (longitude, latitude, rank, metres) in Self.walks {
            let place = GeographicPoint(longitude: longitude, latitude: latitude)
            let start = try #require(network.join(place, within: snapLimit, on: plane))
            let found = try #require(field.nearest(from: start))
            #expect(found.rank == rank)
            #expect(abs(found.walk.metres.value - metres) < 1e-3, "\(place)")
        }
    }

    @Test("circles hold the rule beyond their tolerance")
    func circles() async throws {
        let (network, plane) = try world()
        let (limit, snapLimit) = (Metres(900), Metres(300))
        let circles = await network.walkCircles(
            of: network.join(Self.facilities, within: snapLimit, on: plane), limit: Micrometres(limit),
            snapLimit: snapLimit, jobs: 2)
        var generator = SeededGenerator(seed: 17)
        for (site, circle) in zip(Self.facilities, circles) {
            let circle = try #require(circle)
            let check = CircleCheck(
                network: network, plane: plane, sites: [site], limit: limit, snapLimit: snapLimit)
            let middle = plane.project(site)
            let places = (0..<3000).map { _ in
                plane.unproject(
                    PlanePoint(
                        x: middle.x + generator.double(in: -1100...1100),
                        y: middle.y + generator.double(in: -1100...1100)))
            }
            let outcome = check.outcome(of: circle, at: places)
            #expect(outcome.wrong.isEmpty, "\(outcome.wrong.prefix(3))")
            #expect(outcome.inside > 100)
        }
    }
}
