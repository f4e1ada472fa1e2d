import Geodesy
import Geometry
import TestWorlds
import Testing
import WalkNetwork

@Suite("Agreement with a plain search")
struct PlainSearchAgreementTests {
    @Test("joining, walks and ties on 500 small random networks")
    func nearest() throws {
        var (compared, tied, unreached, far) = (0, 0, 0, 0)
        let plane = try WorkingPlane(definition: StreetSketch.planeDefinition)
        try withEverySeed(0..<500) { seed, generator in
            let world = RandomStreets(&generator, on: plane)
            let network = WalkNetwork(streets: world.streets, plane: world.plane)
            #expect(network.checkInvariants().isEmpty, "seed \(seed)")
            let plain = PlainSearch(world.streets, on: world.plane)
            guard !plain.keptIsAmbiguous else { return }
            let limit = Metres(100)
            var points: [GeographicPoint] = []
            var joints: [[PlainSearch.Joint]] = []
            while points.count < 4 {
                let point = world.point(&generator)
                switch plain.join(point, within: limit.value) {
                case .ambiguous: continue
                case .tooFar: joints.append([])
                case .joined(let found): joints.append(found)
                }
                points.append(point)
            }
            let sites = network.join(points, within: limit, on: world.plane)
            #expect(sites.map { $0 == nil } == joints.map(\.isEmpty), "seed \(seed)")
            let field = NearestFacilities(sites, on: network)
            for _ in 0..<6 {
                let point = world.point(&generator)
                let attachment = network.join(point, within: limit, on: world.plane)
                let plainJoining = plain.join(point, within: limit.value)
                guard case .joined(let starts) = plainJoining else {
                    if case .tooFar = plainJoining {
                        far += 1
                        #expect(attachment == nil, "seed \(seed)")
                    }
                    continue
                }
                let start = try #require(attachment, "seed \(seed)")
                #expect(abs(start.leg.count - starts[0].leg) <= 1)
                let walks = joints.map { $0.isEmpty ? nil : plain.walk(starts, $0) }
                let found = field.nearest(from: start)
                guard let least = walks.compactMap({ $0 }).min() else {
                    #expect(found == nil, "seed \(seed)")
                    unreached += 1
                    continue
                }
                let nearest = try #require(found, "seed \(seed)")
                #expect(abs(nearest.walk.count - least) <= 20, "seed \(seed): \(nearest.walk) and \(least)")
                // Sums of rounded parts may differ by some micrometres: leave out what lies on a rounding edge.
                if abs((least + 500) % 1000 - 500) < 480 {
                    let millimetres = Micrometres(least).wholeMillimetres
                    let near = walks.map { walk in
                        walk.map { abs($0 - least) < 1020 } ?? false
                    }
                    let same = walks.map {
                        $0.map { Micrometres($0).wholeMillimetres == millimetres } ?? false
                    }
                    if near == same {
                        #expect(nearest.rank == same.firstIndex(of: true), "seed \(seed)")
                        if same.count(where: { $0 }) > 1 { tied += 1 }
                    }
                }
                compared += 1
            }
        }
        #expect(
            compared > 1200 && tied > 60 && unreached > 60 && far > 20,
            "\(compared) \(tied) \(unreached) \(far)")
    }
}
