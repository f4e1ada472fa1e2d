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
        guard let box = area.envelope else { return 0 }
        // Most areas of a dense city lie inside a single circle.
        let candidates = reaching(west: box.west, east: box.east)
        if candidates.contains(where: { discs[$0].holds(box) }) { return area.area }
        let indices = candidates.filter { discs[$0].meets(box) }
        guard !indices.isEmpty, let boundary = BoundaryEdges(area) else { return 0 }
        let near = indices.map { nearCircle($0, from: boundary.origin) }
        var cuts: [Cut] = []
        var doubled = doubledEdgeIntegral(boundary, near, &cuts)
        cuts.sort { ($0.circle, $0.angle) < ($1.circle, $1.angle) }
        var next = 0
        for (number, circle) in near.enumerated() {
            let first = next
            while next < cuts.count, cuts[next].circle == number { next += 1 }
            doubled += doubledArcIntegral(of: circle, cuts[first..<next], boundary)
        }
        return max(0, doubled / 2)
    }

    /// A circle near an area, in metres from the middle of the area.
    private struct NearCircle {
        let cx: Double
        let cy: Double
        let radius: Double
        /// Its bare arcs in the union.
        let arcs: Range<Int>

        var west: Double { cx - radius }
    }

    /// Where an edge meets a circle, or nearly does.
    private struct Cut {
        /// The circle's number among those near.
        let circle: Int
        let angle: Double
    }

    /// A circle as seen from the middle of an area.
    private func nearCircle(_ index: Int, from origin: PlanePoint) -> NearCircle {
        let disc = discs[index]
        return NearCircle(
            cx: disc.centre.x - origin.x, cy: disc.centre.y - origin.y, radius: disc.radius,
            arcs: arcOffsets[index]..<arcOffsets[index + 1])
    }

    /// ∮(x dy − y dx) along the pieces of all edges inside any circle; notes where edges meet circles.
    private func doubledEdgeIntegral(
        _ boundary: BoundaryEdges, _ near: [NearCircle], _ cuts: inout [Cut]
    ) -> Double {
        // Metres by which a meeting point may miss the edge and still cut the arc.
        let slack = 1e-7
        var sum = 0.0
        var covered: [(from: Double, to: Double)] = []
        for edge in boundary.edges {
            let (dx, dy) = (edge.bx - edge.ax, edge.by - edge.ay)
            let length = (dx * dx + dy * dy).squareRoot()
            guard length > 0 else { continue }
            let (ux, uy) = (dx / length, dy / length)
            let east = max(edge.ax, edge.bx) + slack
            covered.removeAll(keepingCapacity: true)
            var number = firstNear(near, west: min(edge.ax, edge.bx) - slack - greatestDiameter)
            while number < near.count, near[number].west <= east {
                let circle = near[number]
                defer { number += 1 }
                // From the circle's middle to the start of the edge.
                let (px, py) = (edge.ax - circle.cx, edge.ay - circle.cy)
                let aside = ux * py - uy * px
                guard abs(aside) < circle.radius + slack else { continue }
                let foot = -(px * ux + py * uy)
                let half = max(0, (circle.radius - aside) * (circle.radius + aside)).squareRoot()
                guard foot + half > -slack, foot - half < length + slack else { continue }
                let from = max(0, foot - half)
                let to = min(length, foot + half)
                if to > from { covered.append((from, to)) }
                guard !circle.arcs.isEmpty else { continue }
                for end in 0..<2 {
                    let along = end == 0 ? foot - half : foot + half
                    guard along > -slack, along < length + slack else { continue }
                    let angle = atan2(py + uy * along, px + ux * along)
                    cuts.append(Cut(circle: number, angle: angle < 0 ? angle + 2 * .pi : angle))
                }
            }
            if covered.count > 1 { covered.sort { $0.from < $1.from } }
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

    /// The first of the circles near whose western edge lies at or beyond an easting.
    private func firstNear(_ near: [NearCircle], west: Double) -> Int {
        var (low, high) = (0, near.count)
        while low < high {
            let middle = (low + high) / 2
            if near[middle].west >= west { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// ∮(x dy − y dx) along the bare arcs of one circle inside the area.
    private func doubledArcIntegral(
        of circle: NearCircle, _ cuts: ArraySlice<Cut>, _ boundary: BoundaryEdges
    ) -> Double {
        let (cx, cy, r) = (circle.cx, circle.cy, circle.radius)
        func isInside(_ angle: Double) -> Bool {
            boundary.contain(cx + r * cos(angle), cy + r * sin(angle))
        }
        /// The integral in closed form; the difference of sines and cosines by half angles, for short arcs.
        func integral(_ from: Double, _ to: Double) -> Double {
            let middle = (from + to) / 2
            let chord = 2 * sin((to - from) / 2)
            return r * (r * (to - from) + chord * (cx * cos(middle) + cy * sin(middle)))
        }
        let bare = arcs[circle.arcs]
        guard let firstArc = bare.first else { return 0 }
        if cuts.isEmpty {
            // The whole circle lies on one side of the boundary, and inside only if its box fits.
            let box = boundary.envelope
            guard cx - r >= box.west, cx + r <= box.east, cy - r >= box.south, cy + r <= box.north,
                isInside((firstArc.from + firstArc.to) / 2)
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
