package import Geodesy
package import Geometry
internal import Glibc

/// Everything that lies within any of many circles on the working plane.
///
/// Holds the circles in order of their western edges, so that those near an area are one stretch of the
/// list, and of each circle the arcs that no other circle covers: together they are the boundary.
package struct DiscUnion: Sendable {
    /// Part of a circle, counter-clockwise, in radians from due east within 0…2π.
    struct Arc: Sendable {
        var from: Double
        var to: Double
    }

    /// Circles by ascending western edge, each pair of centre and radius once.
    let discs: [PlaneDisc]
    /// The arcs of circle `i` that no other circle covers: `arcs[arcOffsets[i]..<arcOffsets[i + 1]]`.
    let arcs: [Arc]
    let arcOffsets: [Int]
    /// Twice the greatest radius: how far east of its western edge a circle may reach.
    let greatestDiameter: Double

    /// Joins circles; of several that coincide one counts, those without a positive finite radius not at all.
    package init(_ discs: [PlaneDisc]) {
        let sound = discs.filter {
            $0.radius > 0 && $0.radius.isFinite && $0.centre.x.isFinite && $0.centre.y.isFinite
        }
        // By western edge first; the rest of the key makes the order, and so every sum, depend on the
        // circles alone.
        func key(_ d: PlaneDisc) -> (Double, Double, Double, Double) {
            (d.west, d.centre.y, d.radius, d.centre.x)
        }
        var ordered: [PlaneDisc] = []
        for disc in sound.sorted(by: { key($0) < key($1) }) where ordered.last != disc {
            ordered.append(disc)
        }
        let diameter = 2 * (ordered.map(\.radius).max() ?? 0)
        var arcs: [Arc] = []
        var offsets = [0]
        var covered: [Arc] = []
        for i in ordered.indices {
            Self.cover(i, among: ordered, diameter, &covered)
            Self.appendBareArcs(besides: covered, to: &arcs)
            offsets.append(arcs.count)
        }
        self.discs = ordered
        self.arcs = arcs
        arcOffsets = offsets
        greatestDiameter = diameter
    }

    /// Joins circles given by their middles and radii, in metres of the plane.
    package init(centres: [PlanePoint], radii: [Double]) {
        precondition(centres.count == radii.count, "a radius for each middle")
        self.init(zip(centres, radii).map { PlaneDisc(centre: $0, radius: $1) })
    }

    /// The circles whose western edge lets them reach into a span of eastings.
    func reaching(west: Double, east: Double) -> Range<Int> {
        Self.reaching(discs, west: west, east: east, greatestDiameter)
    }

    /// The arcs of one circle that lie inside others.
    ///
    /// Where facilities stand close, the few circles whose middles lie inside this one cover it all, and the
    /// many that only touch it need no look: those near go first, and ``CoveredSectors`` tells when to stop.
    private static func cover(
        _ i: Int, among discs: [PlaneDisc], _ diameter: Double, _ covered: inout [Arc]
    ) {
        covered.removeAll(keepingCapacity: true)
        let disc = discs[i]
        let candidates = reaching(discs, west: disc.west, east: disc.east, diameter)
        let near = disc.radius * disc.radius
        var sectors = CoveredSectors()
        for isNear in [true, false] {
            for j in candidates where j != i {
                let other = discs[j]
                let dx = other.centre.x - disc.centre.x
                let dy = other.centre.y - disc.centre.y
                let square = dx * dx + dy * dy
                let reach = disc.radius + other.radius
                guard square < reach * reach, (square < near) == isNear else { continue }
                let apart = square.squareRoot()
                // Differences of near numbers are exact, so of two circles at most one lies inside the other.
                if other.radius - disc.radius >= apart {
                    covered.removeAll(keepingCapacity: true)
                    covered.append(Arc(from: 0, to: 2 * .pi))
                    return
                }
                if disc.radius - other.radius >= apart { continue }
                let cosine =
                    (square + (disc.radius - other.radius) * (disc.radius + other.radius))
                    / (2 * apart * disc.radius)
                let half = acos(min(1, max(-1, cosine)))
                let middle = atan2(dy, dx)
                var from = middle - half
                if from < 0 { from += 2 * .pi }
                let to = from + 2 * half
                // Across due east: two parts.
                if to > 2 * .pi {
                    covered.append(Arc(from: from, to: 2 * .pi))
                    covered.append(Arc(from: 0, to: to - 2 * .pi))
                } else {
                    covered.append(Arc(from: from, to: to))
                }
                sectors.cover(from: from, to: to)
                if sectors.areAll {
                    covered.removeAll(keepingCapacity: true)
                    covered.append(Arc(from: 0, to: 2 * .pi))
                    return
                }
            }
        }
        if covered.count > 1 { covered.sort { $0.from < $1.from } }
    }

    /// What some arcs, by ascending start, leave of a circle.
    private static func appendBareArcs(besides covered: [Arc], to bare: inout [Arc]) {
        var reached = 0.0
        for arc in covered {
            if arc.from > reached { bare.append(Arc(from: reached, to: arc.from)) }
            reached = max(reached, arc.to)
        }
        if reached < 2 * .pi { bare.append(Arc(from: reached, to: 2 * .pi)) }
    }

    private static func reaching(
        _ discs: [PlaneDisc], west: Double, east: Double, _ diameter: Double
    ) -> Range<Int> {
        let first = partition(discs) { $0.west >= west - diameter }
        return first..<max(first, partition(discs) { $0.west > east })
    }

    /// The first index for which a condition holds that, once it holds, holds to the end.
    private static func partition(_ discs: [PlaneDisc], _ holds: (PlaneDisc) -> Bool) -> Int {
        var (low, high) = (0, discs.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(discs[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

extension PlaneDisc {
    var west: Double { centre.x - radius }
    var east: Double { centre.x + radius }
    var south: Double { centre.y - radius }
    var north: Double { centre.y + radius }
}

extension PlaneDisc {
    /// Whether a box has any of its inside within the circle.
    func meets(_ box: Envelope<PlanePoint>) -> Bool {
        let dx = max(box.west - centre.x, centre.x - box.east, 0)
        let dy = max(box.south - centre.y, centre.y - box.north, 0)
        return dx * dx + dy * dy < radius * radius
    }

    /// Whether a box lies altogether within the circle, the rim counted in.
    func holds(_ box: Envelope<PlanePoint>) -> Bool {
        let dx = max(centre.x - box.west, box.east - centre.x)
        let dy = max(centre.y - box.south, box.north - centre.y)
        return dx * dx + dy * dy <= radius * radius
    }
}
