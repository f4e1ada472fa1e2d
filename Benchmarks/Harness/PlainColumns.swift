internal import Coverage
internal import Foundation
internal import Geodesy
internal import Geometry
internal import WalkNetwork

/// A world as columns of numbers, little-endian without heads: `.f64`, `.i32`, `.i64` by their names.
struct PlainColumns {
    private let world: World
    private let folder: URL
    /// The number of each vertex's node: junctions first, then the vertices between.
    private let nodeOfVertex: [Int32]
    private let nodeLocations: [PlanePoint]

    init(_ world: World, folder: URL) {
        self.world = world
        self.folder = folder
        let network = world.network
        var locations = (0..<network.nodeCount).map(network.location(ofNode:))
        var nodes = [Int32](repeating: 0, count: network.vertexAlong.count)
        for edge in 0..<network.edgeCount {
            let vertices = network.vertices(ofEdge: edge)
            for v in vertices {
                if v == vertices.lowerBound {
                    nodes[v] = network.edgeStarts[edge]
                } else if v == vertices.upperBound - 1 {
                    nodes[v] = network.edgeEnds[edge]
                } else {
                    nodes[v] = Int32(locations.count)
                    locations.append(network.vertexLocations[v])
                }
            }
        }
        nodeOfVertex = nodes
        nodeLocations = locations
    }

    /// Writes the network, the places and our answers.
    func write(jobs: Int) async throws {
        try writeNetwork()
        try writePlaces()
        try await writeAnswers(jobs: jobs)
    }

    private func writeNetwork() throws {
        let network = world.network
        var ends: [Int32] = []
        var lengths: [Int64] = []
        for edge in 0..<network.edgeCount {
            for v in network.vertices(ofEdge: edge).dropLast() {
                ends += [nodeOfVertex[v], nodeOfVertex[v + 1]]
                lengths.append(network.vertexAlong[v + 1] - network.vertexAlong[v])
            }
        }
        try write("nodes.f64", nodeLocations.flatMap { [$0.x, $0.y] })
        try write("edges.i32", ends)
        try write("lengths.i64", lengths)
    }

    private func writePlaces() throws {
        let facilities = world.facilities.map { $0.map(node(of:)) ?? -1 }
        let compounds = world.compounds.map { $0.first.map(node(of:)) ?? -1 }
        try write("facilities.i32", facilities)
        try write("compounds.i32", compounds)
        try write("facilities.f64", world.facilityPoints.flatMap { [$0.longitude, $0.latitude] })
        try write("compounds.f64", world.compoundPoints.flatMap { [$0.longitude, $0.latitude] })
        try write("facilities_plane.f64", world.plane.project(world.facilityPoints).flatMap { [$0.x, $0.y] })
        try write("compounds_plane.f64", world.plane.project(world.compoundPoints).flatMap { [$0.x, $0.y] })
        try write("discs.f64", world.discs.flatMap { [$0.centre.x, $0.centre.y, $0.radius] })
        let shapes = world.areas.map { area in
            "MULTIPOLYGON("
                + area.polygons.map { polygon in
                    "("
                        + polygon.rings.map { ring in
                            "(" + ring.positions.map { "\($0.x) \($0.y)" }.joined(separator: ",") + ")"
                        }.joined(separator: ",") + ")"
                }.joined(separator: ",") + ")\n"
        }
        try shapes.joined().write(to: folder.appending(path: "areas.wkt"), atomically: true, encoding: .utf8)
        try write("limit.i64", [world.limit.count])
    }

    /// The node of the vertex where something has joined.
    private func node(of attachment: Attachment) -> Int32 {
        let network = world.network
        let vertices = network.vertices(ofEdge: Int(attachment.edge))
        let position = attachment.position.count
        let vertex = vertices.min {
            abs(network.vertexAlong[$0] - position) < abs(network.vertexAlong[$1] - position)
        }
        return nodeOfVertex[vertex ?? vertices.lowerBound]
    }

    private func writeAnswers(jobs: Int) async throws {
        let walks = await NearestFacilities.search(world.facilities, on: world.network, jobs: jobs)
            .walksOfVertices(jobs: jobs)
        var nearest = [Int64](repeating: -1, count: nodeLocations.count)
        // Nodes are numbered there as they are here.
        for node in nearest.indices {
            if let walk = walks[node] { nearest[node] = walk.count }
        }
        try write("nearest_ours.i64", nearest)
        let table = await world.network.reachTable(
            from: world.facilities, to: world.compounds, within: world.limit, jobs: jobs)
        var rows: [Int64] = []
        for facility in 0..<table.facilityCount {
            for (place, walk) in table.row(ofFacility: facility) {
                rows += [Int64(facility), Int64(place), walk.count]
            }
        }
        try write("reach_ours.i64", rows)
        let union = DiscUnion(world.discs)
        try write("shares_ours.f64", world.areas.map { union.coveredArea(of: $0) / $0.area })
        let index = GeodesicIndex(world.facilityPoints)
        try write(
            "straight_ours.f64",
            world.compoundPoints.map { index.nearest(to: $0)?.distance.value ?? .nan })
    }

    private func write<Number: BitwiseCopyable>(_ name: String, _ numbers: [Number]) throws {
        let data = numbers.withUnsafeBytes { Data($0) }
        try data.write(to: folder.appending(path: name))
    }
}
