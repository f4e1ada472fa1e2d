/// A network with an impedance folded into it: what every stretch of street takes, in whole microseconds.
///
/// Times belong to a direction: uphill is not downhill. Each segment's time is rounded by itself. A crossing costs
/// its wait whenever a walk passes through its node, in whatever direction; who sets out or ends just there does
/// not pass it.
package struct WalkTimes: Sendable {
    /// The network.
    package let network: WalkNetwork
    /// What walking costs.
    package let impedance: WalkImpedance

    /// Marks a way that is none: longer than any walk.
    static let closed = Int64.max / 4

    /// The time from an edge's start to each of its vertices, without waits.
    private let forward: ContiguousArray<Int64>
    /// The time from each vertex back to the edge's start, without waits.
    private let backward: ContiguousArray<Int64>
    /// The waits at the vertices of an edge that come before each, the edge's first left out; empty without waits.
    private let waits: ContiguousArray<Int64>
    /// How many refused segments of an edge come before each vertex; empty where none is refused.
    private let refusals: ContiguousArray<Int32>
    /// For each arc of the network, the time that a walk from its target to the node that it leaves takes, with the
    /// wait at the target: what a search outwards from a facility adds up.
    let towards: ContiguousArray<Int64>

    /// Folds an impedance into a network.
    ///
    /// - Parameters:
    ///   - network: The network; it knows its stairs and crossings where its streets did.
    ///   - impedance: What walking costs.
    ///   - slopes: How the ground rises; nothing: it is level.
    package init(of network: WalkNetwork, impedance: WalkImpedance, slopes: StreetSlopes? = nil) {
        self.network = network
        self.impedance = impedance
        let count = network.vertexAlong.count
        let marks = network.vertexMarks
        let isWaiting = !marks.isEmpty && !impedance.waits.isEmpty
        let isRefusing = !marks.isEmpty && impedance.stairs == .refused
        var forward = ContiguousArray<Int64>(repeating: 0, count: count)
        var backward = slopes == nil ? [] : forward
        var waits = isWaiting ? forward : []
        var refusals = ContiguousArray<Int32>(repeating: 0, count: isRefusing ? count : 0)
        for edge in 0..<network.edgeCount {
            let vertices = network.vertices(ofEdge: edge)
            for v in vertices.dropLast() {
                let length = network.vertexAlong[v + 1] - network.vertexAlong[v]
                let mark = VertexMark(rawValue: marks.isEmpty ? 0 : marks[v])
                var (there, back) = (1.0, 1.0)
                switch impedance.stairs {
                case .slowed(let factor) where mark.isStairs: (there, back) = (factor, factor)
                case _ where mark.isOffGround: break
                default:
                    if let slopes {
                        there = slopes.pace(from: v, to: v + 1, over: length)
                        back = slopes.pace(from: v + 1, to: v, over: length)
                    }
                }
                let level = Double(length) / impedance.speed
                forward[v + 1] = forward[v] + Int64((level * there).rounded())
                if slopes != nil { backward[v + 1] = backward[v] + Int64((level * back).rounded()) }
                if isWaiting {
                    // The edge's first vertex is a node, whose wait belongs to no edge.
                    let own = v == vertices.lowerBound ? 0 : impedance.wait(at: mark.crossing)
                    waits[v + 1] = waits[v] + own
                }
                if isRefusing { refusals[v + 1] = refusals[v] + (mark.isStairs ? 1 : 0) }
            }
        }
        if slopes == nil { backward = forward }
        (self.forward, self.backward, self.waits, self.refusals) = (forward, backward, waits, refusals)
        var towards = ContiguousArray<Int64>(repeating: 0, count: network.arcs.count)
        for (index, arc) in network.arcs.enumerated() {
            let vertices = network.vertices(ofEdge: arc.edge)
            let last = vertices.upperBound - 1
            guard refusals.isEmpty || refusals[last] == 0 else {
                towards[index] = Self.closed
                continue
            }
            let target = arc.isReversed ? vertices.lowerBound : last
            towards[index] =
                (arc.isReversed ? forward[last] : backward[last]) + (waits.isEmpty ? 0 : waits[last])
                + (isWaiting ? impedance.wait(at: VertexMark(rawValue: marks[target]).crossing) : 0)
        }
        self.towards = towards
    }

    /// Whether there are stairs that the walker refuses.
    var refusesStairs: Bool { !refusals.isEmpty }

    /// The wait at an end of an edge, in microseconds.
    func wait(atEndOf edge: Int, isStart: Bool) -> Int64 {
        guard !waits.isEmpty else { return 0 }
        let vertices = network.vertices(ofEdge: edge)
        let vertex = isStart ? vertices.lowerBound : vertices.upperBound - 1
        return impedance.wait(at: VertexMark(rawValue: network.vertexMarks[vertex]).crossing)
    }

    /// The time that a walk along an edge takes from one position to another, in microseconds.
    ///
    /// - Returns: The time with the waits strictly between; nothing where a refused stair lies between.
    func time(onEdge edge: Int, from start: Int64, to end: Int64) -> Int64? {
        guard start != end else { return 0 }
        let (low, high) = (min(start, end), max(start, end))
        let vertices = network.vertices(ofEdge: edge)
        // The first vertex beyond the lower position, and the first not before the upper.
        let after = firstVertex(of: vertices) { network.vertexAlong[$0] > low }
        let upTo = firstVertex(of: vertices) { network.vertexAlong[$0] >= high }
        if !refusals.isEmpty, refusals[upTo] != refusals[max(after - 1, vertices.lowerBound)] { return nil }
        let moving =
            start < end
            ? time(forward, at: high, before: upTo) - time(forward, at: low, before: after)
            : time(backward, at: high, before: upTo) - time(backward, at: low, before: after)
        return moving + (waits.isEmpty ? 0 : waits[upTo] - waits[after])
    }

    /// The first of an edge's vertices of which something holds; the last where it holds of none.
    private func firstVertex(of vertices: Range<Int>, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (vertices.lowerBound, vertices.upperBound - 1)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// A column's time at a position on the segment that ends at a vertex.
    private func time(_ column: ContiguousArray<Int64>, at position: Int64, before vertex: Int) -> Int64 {
        let along = network.vertexAlong
        guard along[vertex] != position else { return column[vertex] }
        let (from, to) = (along[vertex - 1], along[vertex])
        let share = Double(position - from) / Double(to - from)
        return column[vertex - 1] + Int64((Double(column[vertex] - column[vertex - 1]) * share).rounded())
    }
}
