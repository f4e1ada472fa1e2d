internal import Geodesy
package import Geometry
internal import Glibc

extension DiscUnion {
    /// The area that an area and the circles have in common, in square metres of the plane.
    ///
    /// Formula: Green's theorem, ½∮(x dy − y dx), around the boundary of the common part. That boundary is
    /// every piece of the area's edges inside any circle, and every bare arc of a circle inside the area;
    /// both are integrated in closed form, so nothing is approximated. Arcs are cut wherever an edge comes
    /// near them and each part is judged by its middle: a cut too many does no harm, and a touch decides
    /// nothing. The area has to be valid (OGC Simple Features); how its rings run does not matter.
    package func coveredArea(of area: MultiPolygon<PlanePoint>) -> Double {
        guard let envelope = area.envelope else { return 0 }
        // Around the middle of the area, so that large coordinates cost no digits.
        let origin = envelope.centre
        let near = reaching(west: envelope.west, east: envelope.east).filter {
            discs[$0].east > envelope.west && discs[$0].north > envelope.south
                && discs[$0].south < envelope.north
        }
        guard !near.isEmpty else { return 0 }
        let edges = BoundaryEdges(area, origin: origin)
        var cuts: [Cut] = []
        var doubled = doubledEdgeIntegral(edges, near, origin, &cuts)
        cuts.sort { ($0.disc, $0.angle) < ($1.disc, $1.angle) }
        var next = 0
        for disc in near {
            let first = next
            while next < cuts.count, cuts[next].disc == disc { next += 1 }
            doubled += doubledArcIntegral(of: disc, cuts[first..<next], edges, envelope, origin)
        }
        return max(0, doubled / 2)
    }

    /// Where an edge meets a circle, or nearly does.
    private struct Cut {
        let disc: Int
        let angle: Double
    }

    /// ∮(x dy − y dx) along the pieces of all edges inside any circle; notes where edges meet circles.
    private func doubledEdgeIntegral(
        _ edges: BoundaryEdges, _ near: [Int], _ origin: PlanePoint, _ cuts: inout [Cut]
    ) -> Double {
        // Metres by which a meeting point may miss the edge and still cut the arc.
        let slack = 1e-7
        var sum = 0.0
        var covered: [(from: Double, to: Double)] = []
        for edge in edges.edges {
            let (dx, dy) = (edge.bx - edge.ax, edge.by - edge.ay)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 0 else { continue }
            let (ux, uy) = (dx / length, dy / length)
            covered.removeAll(keepingCapacity: true)
            let stretch = reaching(
                west: min(edge.ax, edge.bx) + origin.x - slack, east: max(edge.ax, edge.bx) + origin.x + slack
            )
            for index in near[firstIndex(near, atLeast: stretch.lowerBound)...] {
                guard index < stretch.upperBound else { break }
                let disc = discs[index]
                // From the circle's middle to the start of the edge.
                let px = edge.ax - (disc.centre.x - origin.x)
                let py = edge.ay - (disc.centre.y - origin.y)
                let aside = ux * py - uy * px
                guard abs(aside) < disc.radius + slack else { continue }
                let foot = -(px * ux + py * uy)
                let half = max(0, (disc.radius - aside) * (disc.radius + aside)).squareRoot()
                guard foot + half > -slack, foot - half < length + slack else { continue }
                let from = max(0, foot - half)
                let to = min(length, foot + half)
                if to > from { covered.append((from, to)) }
                guard arcOffsets[index] < arcOffsets[index + 1] else { continue }
                for along in [foot - half, foot + half] where along > -slack && along < length + slack {
                    let angle = atan2(py + uy * along, px + ux * along)
                    cuts.append(Cut(disc: index, angle: angle < 0 ? angle + 2 * .pi : angle))
                }
            }
            covered.sort { $0.from < $1.from }
            var total = 0.0
            var reached = 0.0
            for piece in covered where piece.to > reached {
                total += piece.to - max(piece.from, reached)
                reached = piece.to
            }
            sum += total * (edge.ax * uy - edge.ay * ux)
        }
        return sum
    }

    /// The first place in an ascending list whose number is at least so great.
    private func firstIndex(_ ascending: [Int], atLeast least: Int) -> Int {
        var (low, high) = (0, ascending.count)
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] >= least { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// ∮(x dy − y dx) along the bare arcs of one circle inside the area.
    private func doubledArcIntegral(
        of index: Int, _ cuts: ArraySlice<Cut>, _ edges: BoundaryEdges, _ envelope: Envelope<PlanePoint>,
        _ origin: PlanePoint
    ) -> Double {
        let disc = discs[index]
        let (cx, cy, r) = (disc.centre.x - origin.x, disc.centre.y - origin.y, disc.radius)
        let bare = arcs[arcOffsets[index]..<arcOffsets[index + 1]]
        func isInside(_ angle: Double) -> Bool { edges.contain(cx + r * cos(angle), cy + r * sin(angle)) }
        /// The integral in closed form; the difference of sines and cosines by half angles, for short arcs.
        func integral(_ from: Double, _ to: Double) -> Double {
            let middle = (from + to) / 2
            let chord = 2 * sin((to - from) / 2)
            return r * (r * (to - from) + chord * (cx * cos(middle) + cy * sin(middle)))
        }
        if cuts.isEmpty {
            // The whole circle lies on one side of the boundary, and inside only if its box fits.
            guard let arc = bare.first, disc.west >= envelope.west, disc.east <= envelope.east,
                disc.south >= envelope.south, disc.north <= envelope.north,
                isInside((arc.from + arc.to) / 2)
            else { return 0 }
            return bare.reduce(0) { $0 + integral($1.from, $1.to) }
        }
        var sum = 0.0
        var next = cuts.startIndex
        for arc in bare {
            var from = arc.from
            while next < cuts.endIndex, cuts[next].angle <= from { next += 1 }
            while from < arc.to {
                let isCut = next < cuts.endIndex && cuts[next].angle < arc.to
                let to = isCut ? cuts[next].angle : arc.to
                if to > from, isInside((from + to) / 2) { sum += integral(from, to) }
                from = to
                if isCut { next += 1 }
            }
        }
        return sum
    }
}
