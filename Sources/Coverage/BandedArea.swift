internal import Geodesy
internal import Geometry

/// An area whose sides are sorted into bands of latitude, for asking again and again what lies in it.
struct BandedArea: Sendable {
    /// All rings, outer and inner.
    let rings: [[GeographicPoint]]
    /// Its envelope; nothing for an empty area.
    let box: Envelope<GeographicPoint>?
    private let bandCount: Int
    /// The sides that come near band `k` are `sides[offsets[k]..<offsets[k + 1]]`.
    private let offsets: [Int]
    private let sides: [(a: GeographicPoint, b: GeographicPoint)]

    /// Sorts an area's sides.
    init(_ area: MultiPolygon<GeographicPoint>) {
        rings = area.polygons.flatMap(\.rings).map(\.positions)
        let count = rings.reduce(0) { $0 + $1.count }
        guard let box = Envelope(around: rings.lazy.flatMap { $0 }) else {
            (self.box, bandCount, offsets, sides) = (nil, 0, [0], [])
            return
        }
        self.box = box
        let bandCount = max(1, min(count / 6, 4096))
        self.bandCount = bandCount
        var bySize = [Int](repeating: 0, count: bandCount + 1)
        func bands(_ a: GeographicPoint, _ b: GeographicPoint) -> ClosedRange<Int> {
            Self.band(
                min(a.latitude, b.latitude), box, bandCount)...Self.band(
                    max(a.latitude, b.latitude), box, bandCount)
        }
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) {
                for band in bands(a, b) { bySize[band + 1] += 1 }
            }
        }
        for band in 0..<bandCount { bySize[band + 1] += bySize[band] }
        let nowhere = GeographicPoint(longitude: 0, latitude: 0)
        var sides = [(a: GeographicPoint, b: GeographicPoint)](
            repeating: (nowhere, nowhere), count: bySize[bandCount])
        var next = bySize
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) {
                for band in bands(a, b) {
                    sides[next[band]] = (a, b)
                    next[band] += 1
                }
            }
        }
        (offsets, self.sides) = (bySize, sides)
    }

    private static func band(_ latitude: Double, _ box: Envelope<GeographicPoint>, _ count: Int) -> Int {
        let height = box.north - box.south
        guard height > 0 else { return 0 }
        return min(max(Int((latitude - box.south) / height * Double(count)), 0), count - 1)
    }

    /// Whether a place lies inside by the even-odd rule over all rings.
    func contains(_ p: GeographicPoint) -> Bool {
        guard let box, box.contains(p) else { return false }
        var inside = false
        let band = Self.band(p.latitude, box, bandCount)
        for side in sides[offsets[band]..<offsets[band + 1]] {
            guard (side.a.latitude > p.latitude) != (side.b.latitude > p.latitude) else { continue }
            let share = (p.latitude - side.a.latitude) / (side.b.latitude - side.a.latitude)
            if p.longitude < side.a.longitude + share * (side.b.longitude - side.a.longitude) {
                inside.toggle()
            }
        }
        return inside
    }

    /// Whether a place lies within some metres of the boundary.
    func isNear(_ p: GeographicPoint, within metres: Double, by local: LocalMetres) -> Bool {
        guard let box else { return false }
        let reach = local.moved(p, metres, metres)
        let (wide, high) = (reach.longitude - p.longitude, reach.latitude - p.latitude)
        guard p.longitude >= box.west - wide, p.longitude <= box.east + wide, p.latitude >= box.south - high,
            p.latitude <= box.north + high
        else { return false }
        let bands =
            Self.band(p.latitude - high, box, bandCount)...Self.band(p.latitude + high, box, bandCount)
        for side in sides[offsets[bands.lowerBound]..<offsets[bands.upperBound + 1]] {
            let (a, b) = (side.a.longitude - p.longitude, side.b.longitude - p.longitude)
            guard min(a, b) <= wide, max(a, b) >= -wide else { continue }
            if Self.squaredDistance(from: p, to: side, local) <= metres * metres { return true }
        }
        return false
    }

    private static func squaredDistance(
        from p: GeographicPoint, to side: (a: GeographicPoint, b: GeographicPoint), _ metres: LocalMetres
    ) -> Double {
        let (ax, ay) = metres.way(from: p, to: side.a)
        let (bx, by) = metres.way(from: p, to: side.b)
        let (ux, uy) = (bx - ax, by - ay)
        let squared = ux * ux + uy * uy
        let t = squared > 0 ? min(max(-(ax * ux + ay * uy) / squared, 0), 1) : 0
        let (x, y) = (ax + t * ux, ay + t * uy)
        return x * x + y * y
    }

    /// How far a place lies from the boundary, in metres on the ground; infinite where there is none.
    func distance(from p: GeographicPoint) -> Double {
        guard let box else { return .infinity }
        let metres = LocalMetres(at: p)
        let (width, height) = metres.way(
            from: GeographicPoint(
                longitude: min(box.west, p.longitude), latitude: min(box.south, p.latitude)),
            to: GeographicPoint(longitude: max(box.east, p.longitude), latitude: max(box.north, p.latitude)))
        var reach = 4.0
        while true {
            // Every side within reach comes near a band that lies within reach.
            let high = metres.moved(p, 0, reach).latitude - p.latitude
            let bands =
                Self.band(p.latitude - high, box, bandCount)...Self.band(p.latitude + high, box, bandCount)
            var least = Double.infinity
            for side in sides[offsets[bands.lowerBound]..<offsets[bands.upperBound + 1]] {
                least = min(least, Self.squaredDistance(from: p, to: side, metres))
            }
            if least <= reach * reach || reach > width + height { return least.squareRoot() }
            reach *= 4
        }
    }
}
