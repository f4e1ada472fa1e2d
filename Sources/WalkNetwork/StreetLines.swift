package import Geodesy
package import Geometry

extension Streets {
    /// How near two vertices of a line layer must lie on the working plane to be one node, in metres.
    package static let meetingDistance = 0.01

    /// The streets of a line layer: lines meet where they share a vertex.
    ///
    /// Vertices within ``meetingDistance`` of each other are one node, and so are those that a chain of such
    /// neighbours ties together; it lies at the coordinates read first. Crossings without a vertex do not meet
    /// unless `splittingCrossings` asks for it: then lines meet wherever they cross on the plane, and where a
    /// vertex of one lies within ``meetingDistance`` of another. Vertices that have no place on the plane
    /// break their line.
    /// - Parameters:
    ///   - lines: The lines on WGS 84, in the order read.
    ///   - ids: The source's id of each line.
    ///   - stairs: Whether each line is a stair; nothing where nobody asks.
    ///   - splittingCrossings: Whether lines meet where they cross.
    ///   - plane: The working plane on which nearness is measured.
    package init(
        lines: [Polyline<GeographicPoint>], ids: [Int64], stairs: [Bool]? = nil,
        splittingCrossings: Bool = false, on plane: WorkingPlane
    ) {
        precondition(lines.count == ids.count, "one id for each line")
        precondition(stairs.map { $0.count == lines.count } ?? true, "an answer for each line")
        var places: [GeographicPoint] = []
        var runs: [(vertices: [Int32], line: Int)] = []
        for (index, line) in lines.enumerated() {
            runs.append((line.positions.indices.map { Int32(places.count + $0) }, index))
            places.append(contentsOf: line.positions)
        }
        var locations = plane.project(places)
        runs = runs.flatMap { run in
            run.vertices.split { !locations[Int($0)].isFinite }.filter { $0.count > 1 }
                .map { (Array($0), run.line) }
        }
        if splittingCrossings {
            let crossings = StreetCrossings(runs: runs.map(\.vertices), locations: locations)
            places += plane.unproject(crossings.added)
            locations += crossings.added
            for (index, vertices) in crossings.runs.enumerated() { runs[index].vertices = vertices }
        }
        let meeting = MeetingVertices(locations, within: Streets.meetingDistance)

        var nodeOfVertex = [Int32](repeating: -1, count: places.count)
        var nodes: [GeographicPoint] = []
        var offsets: [Int32] = [0]
        var wayNodes: [Int32] = []
        for run in runs {
            for vertex in run.vertices {
                let first = meeting.first(of: Int(vertex))
                if nodeOfVertex[first] < 0 {
                    nodeOfVertex[first] = Int32(nodes.count)
                    nodes.append(places[first])
                }
                wayNodes.append(nodeOfVertex[first])
            }
            offsets.append(Int32(wayNodes.count))
        }
        self.init(
            nodes: nodes, wayOffsets: offsets, wayNodes: wayNodes, wayIDs: runs.map { ids[$0.line] },
            blocked: [],
            features: stairs.map { stairs in
                StreetFeatures(stairs: runs.indices.filter { stairs[runs[$0].line] }.map(Int32.init))
            })
    }
}

extension PlanePoint {
    /// Whether both coordinates are finite; a failed projection leaves infinite ones.
    var isFinite: Bool { x.isFinite && y.isFinite }
}
