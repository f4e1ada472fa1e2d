package import Geometry

/// A piece of a walk along one segment of a street.
package struct WalkStretch: Hashable, Sendable {
    /// The vertex of the street on one side of the segment.
    package let from: GeographicPoint
    /// The vertex on the other side.
    package let to: GeographicPoint
    /// How much of the segment is walked.
    package let length: Micrometres

    /// Makes a stretch of its parts.
    package init(from: GeographicPoint, to: GeographicPoint, length: Micrometres) {
        (self.from, self.to, self.length) = (from, to, length)
    }
}

extension WalkNetwork {
    /// The streets of the shortest walk between two places on the network, segment by segment, legs left out.
    ///
    /// Of several walks of the same length the one along edges of smaller numbers.
    /// - Parameters:
    ///   - start: Where the walk sets out.
    ///   - end: Where it ends.
    ///   - limit: The longest walk that is looked for, both legs included.
    /// - Returns: The stretches in the order walked; nothing where no walk leads there within the limit.
    package func route(from start: Attachment, to end: Attachment, limit: Micrometres) -> [WalkStretch]? {
        var search = BoundedSearch(on: self)
        search.run(from: end, on: self, limit: limit.count)
        // The first edge: straight along it, or by one of its ends.
        var best: (walk: Int64, edge: Int, from: Int64, to: Int64, node: Int?)?
        func offer(_ walk: Int64, _ edge: Int, _ from: Int64, _ to: Int64, _ node: Int?) {
            guard walk + start.leg.count <= limit.count, best.map({ walk < $0.walk }) ?? true else { return }
            best = (walk, edge, from, to, node)
        }
        forEachLanding(of: start) { landing in
            forEachLanding(of: end) { last in
                guard last.edge == landing.edge else { return }
                offer(
                    abs(last.position - landing.position) + end.leg.count, landing.edge, landing.position,
                    last.position, nil)
            }
            for (node, position) in [
                (Int(edgeStarts[landing.edge]), Int64(0)),
                (Int(edgeEnds[landing.edge]), edgeLengths[landing.edge]),
            ] where search.distances[node] != BoundedSearch.unreached {
                offer(
                    search.distances[node] + abs(position - landing.position), landing.edge, landing.position,
                    position, node)
            }
        }
        guard let best else { return nil }
        var stretches = stretches(ofEdge: best.edge, from: best.from, to: best.to)
        var seen: Set<Int> = []
        var node = best.node
        // What is left at a node says which edge the walk takes from it.
        while let at = node, seen.insert(at).inserted {
            let rest = search.distances[at]
            if let last = lastEdge(to: end, from: at, over: rest) {
                return stretches + self.stretches(ofEdge: last.edge, from: last.from, to: last.to)
            }
            let next = arcs[arcs(ofNode: at)].first { arc in
                !seen.contains(Int(arc.target)) && search.distances[Int(arc.target)] + arc.length == rest
            }
            if let next {
                stretches += self.stretches(
                    ofEdge: next.edge, from: next.isReversed ? next.length : 0,
                    to: next.isReversed ? 0 : next.length)
            }
            node = next.map { Int($0.target) }
        }
        return stretches
    }

    /// The way from a node straight along an edge to where a walk ends, if it is just so long with the leg.
    private func lastEdge(
        to end: Attachment, from node: Int, over rest: Int64
    ) -> (edge: Int, from: Int64, to: Int64)? {
        var found: (edge: Int, from: Int64, to: Int64)?
        forEachLanding(of: end) { last in
            for (other, position) in [
                (edgeStarts[last.edge], Int64(0)), (edgeEnds[last.edge], edgeLengths[last.edge]),
            ] where found == nil && Int(other) == node {
                if end.leg.count + abs(position - last.position) == rest {
                    found = (last.edge, position, last.position)
                }
            }
        }
        return found
    }

    /// A part of an edge by its segments, in the order walked.
    func stretches(ofEdge edge: Int, from start: Int64, to end: Int64) -> [WalkStretch] {
        let (low, high) = (min(start, end), max(start, end))
        let found = vertices(ofEdge: edge).dropLast().compactMap { v -> WalkStretch? in
            let walked = min(high, vertexAlong[v + 1]) - max(low, vertexAlong[v])
            guard walked > 0 else { return nil }
            return WalkStretch(
                from: vertexPlaces[v], to: vertexPlaces[v + 1], length: Micrometres(walked))
        }
        return start <= end ? found : found.reversed()
    }
}
