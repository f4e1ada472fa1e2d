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
        for i in ordered.indices {
            arcs += Self.bareArcs(of: i, among: ordered, diameter)
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

    /// What is left of one circle when the insides of all others are taken away.
    private static func bareArcs(of i: Int, among discs: [PlaneDisc], _ diameter: Double) -> [Arc] {
        let disc = discs[i]
        var covered: [Arc] = []
        for j in reaching(discs, west: disc.west, east: disc.east, diameter) where j != i {
            let other = discs[j]
            let dx = other.centre.x - disc.centre.x
            let dy = other.centre.y - disc.centre.y
            let apart = (dx * dx + dy * dy).squareRoot()
            guard apart < disc.radius + other.radius else { continue }
            // Differences of near numbers are exact, so of two circles at most one lies inside the other.
            if other.radius - disc.radius >= apart { return [] }
            if disc.radius - other.radius >= apart { continue }
            let cosine =
                (apart * apart + (disc.radius - other.radius) * (disc.radius + other.radius))
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
        }
        covered.sort { $0.from < $1.from }
        var bare: [Arc] = []
        var reached = 0.0
        for arc in covered {
            if arc.from > reached { bare.append(Arc(from: reached, to: arc.from)) }
            reached = max(reached, arc.to)
        }
        if reached < 2 * .pi { bare.append(Arc(from: reached, to: 2 * .pi)) }
        return bare
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
