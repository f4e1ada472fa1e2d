import Geodesy
import Geometry
import TestWorlds
import WalkNetwork

/// Small random streets and points near them: nodes on a lattice so that walks tie, points on nodes or anywhere.
struct RandomStreets {
    let plane: WorkingPlane
    let streets: Streets
    private let locations: [PlanePoint]

    init(_ generator: inout SeededGenerator, on plane: WorkingPlane) {
        self.plane = plane
        let count = generator.int(in: 4...11)
        var locations: [PlanePoint] = []
        while locations.count < count {
            let p = PlanePoint(
                x: 500_000 + Double(generator.int(in: 0...6)) * 50,
                y: 3_380_000 + Double(generator.int(in: 0...6)) * 50)
            if !locations.contains(p) { locations.append(p) }
        }
        var offsets: [Int32] = [0]
        var wayNodes: [Int32] = []
        for _ in 0..<generator.int(in: 2...count) {
            var at = Int32(generator.int(in: 0...count - 1))
            wayNodes.append(at)
            for _ in 0..<generator.int(in: 1...4) {
                // Now and then a node is repeated or a way turns back.
                at = Int32(generator.int(in: 0...count - 1))
                wayNodes.append(at)
            }
            offsets.append(Int32(wayNodes.count))
        }
        let used = Set(wayNodes)
        let blocked = (0..<Int32(count)).filter { used.contains($0) && generator.int(in: 0...5) == 0 }
        self.locations = locations
        streets = Streets(
            nodes: plane.unproject(locations), wayOffsets: offsets, wayNodes: wayNodes,
            wayIDs: (1..<offsets.count).map(Int64.init), blocked: blocked)
    }

    /// A point on a node, or up to some way off the streets.
    func point(_ generator: inout SeededGenerator) -> GeographicPoint {
        let node = generator.int(in: 0...locations.count - 1)
        if generator.int(in: 0...2) == 0 { return streets.nodes[node] }
        return plane.unproject(
            PlanePoint(
                x: locations[node].x + generator.double(in: -160...160),
                y: locations[node].y + generator.double(in: -160...160)))
    }
}
