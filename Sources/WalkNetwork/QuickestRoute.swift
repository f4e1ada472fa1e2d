internal import Geometry

/// The quickest walk to a facility in its parts.
package struct QuickestRoute: Hashable, Sendable {
    /// Where it sets out, as an index into the attachments asked for.
    package let start: Int
    /// The streets, segment by segment in the order walked, legs left out.
    package let stretches: [WalkStretch]
}

extension QuickestFacilities {
    /// A way on from some place: straight to a facility, or by a node.
    private struct Step {
        let label: WalkTimeSearch.Label
        let edge: Int
        let from: Int64
        let to: Int64
        /// The node that it comes to; nothing where it ends at a facility.
        let node: Int?
    }

    /// The streets of the quickest walk, as ``quickest(from:)`` finds it; nothing where no facility is reached.
    package func route(from attachments: [Attachment]) -> QuickestRoute? {
        guard let found = quickest(from: attachments) else { return nil }
        let network = times.network
        for (index, attachment) in attachments.enumerated() {
            var first: Step?
            network.forEachLanding(of: attachment) { landing in
                guard first == nil else { return }
                first = steps(from: landing, leg: attachment.leg.count).first {
                    $0.label.time == found.microseconds && Int($0.label.rank) == found.rank
                        && $0.label.length == found.walk.count
                }
            }
            guard let first else { continue }
            var stretches = network.stretches(ofEdge: first.edge, from: first.from, to: first.to)
            var seen: Set<Int> = []
            var node = first.node
            // What is left at a node says which edge the walk takes from it.
            while let at = node, seen.insert(at).inserted {
                guard let next = step(from: at, seen) else { break }
                stretches += network.stretches(ofEdge: next.edge, from: next.from, to: next.to)
                node = next.node
            }
            return QuickestRoute(start: index, stretches: stretches)
        }
        return nil
    }

    /// All ways on from a place on an edge, with the walk that each comes to.
    private func steps(from landing: Landing, leg: Int64) -> [Step] {
        let network = times.network
        let length = network.edgeLengths[landing.edge]
        guard landing.position == 0 || landing.position == length else {
            return toEnd(of: landing, isStart: true, leg: leg) + toEnd(of: landing, isStart: false, leg: leg)
                + toFacilities(from: landing, leg: leg)
        }
        let node = landing.position == 0 ? network.edgeStarts[landing.edge] : network.edgeEnds[landing.edge]
        return network.arcs[network.arcs(ofNode: Int(node))].flatMap { arc -> [Step] in
            let own = Landing(edge: arc.edge, position: arc.isReversed ? arc.length : 0)
            return toEnd(of: own, isStart: arc.isReversed, leg: leg) + toFacilities(from: own, leg: leg)
        }
    }

    private func toEnd(of landing: Landing, isStart: Bool, leg: Int64) -> [Step] {
        let network = times.network
        let node = Int(isStart ? network.edgeStarts[landing.edge] : network.edgeEnds[landing.edge])
        let end = isStart ? 0 : network.edgeLengths[landing.edge]
        let label = search.labels[node]
        guard label < .unreached, let time = times.time(onEdge: landing.edge, from: landing.position, to: end)
        else { return [] }
        return [
            Step(
                label: WalkTimeSearch.Label(
                    time: times.impedance.time(for: leg) + time + label.time, rank: label.rank,
                    length: leg + abs(end - landing.position) + label.length), edge: landing.edge,
                from: landing.position, to: end, node: node)
        ]
    }

    private func toFacilities(from landing: Landing, leg: Int64) -> [Step] {
        var found: [Step] = []
        sources.forEach(onEdge: landing.edge) { position, facilityLeg, rank in
            guard let time = times.time(onEdge: landing.edge, from: landing.position, to: position) else {
                return
            }
            found.append(
                Step(
                    label: WalkTimeSearch.Label(
                        time: times.impedance.time(for: leg) + time + times.impedance.time(for: facilityLeg),
                        rank: rank, length: leg + abs(position - landing.position) + facilityLeg),
                    edge: landing.edge, from: landing.position, to: position, node: nil))
        }
        return found
    }

    /// The step that the search has taken from a node: to a facility on one of its edges, or to the next node.
    private func step(from node: Int, _ seen: Set<Int>) -> Step? {
        let network = times.network
        let label = search.labels[node]
        for arc in network.arcs[network.arcs(ofNode: node)] {
            let own = arc.isReversed ? arc.length : 0
            var last: Step?
            sources.forEach(onEdge: arc.edge) { position, leg, rank in
                guard last == nil, rank == label.rank,
                    let time = times.time(onEdge: arc.edge, from: own, to: position),
                    leg + abs(position - own) == label.length
                else { return }
                let wait = own == position ? 0 : times.wait(atEndOf: arc.edge, isStart: !arc.isReversed)
                guard times.impedance.time(for: leg) + time + wait == label.time else { return }
                last = Step(label: label, edge: arc.edge, from: own, to: position, node: nil)
            }
            if let last { return last }
        }
        for arc in network.arcs[network.arcs(ofNode: node)] where !seen.contains(Int(arc.target)) {
            let next = search.labels[Int(arc.target)]
            guard next.rank == label.rank, next.length + arc.length == label.length else { continue }
            let isTaken = network.arcs(ofNode: Int(arc.target)).contains { index in
                let back = network.arcs[index]
                return back.edge == arc.edge && Int(back.target) == node
                    && back.isReversed != arc.isReversed && times.towards[index] < WalkTimes.closed
                    && next.time + times.towards[index] == label.time
            }
            guard isTaken else { continue }
            return Step(
                label: next, edge: arc.edge, from: arc.isReversed ? arc.length : 0,
                to: arc.isReversed ? 0 : arc.length, node: Int(arc.target))
        }
        return nil
    }
}
