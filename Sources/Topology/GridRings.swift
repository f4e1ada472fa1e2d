package import Geometry

/// The rings of an area on a grid of ten-millionths of a degree, and whether their lines keep apart there.
///
/// Rounding moves a place by half a centimetre: lines nearer together than that may cross, and rings may come by one
/// place twice. Whole numbers tell exactly.
///
/// The first ring of a polygon is its outer one, counter-clockwise, and those of its holes are clockwise.
package struct GridRings: Sendable, Equatable {
    /// Steps of the grid in a degree.
    private static let steps = 10_000_000.0
    /// Wider areas are not looked at: products of two differences would not fit.
    static let widest: Int64 = 2_000_000_000

    /// Longitude and latitude in steps.
    package typealias Place = SIMD2<Int32>

    /// The places of all rings; the last of each is its first.
    package private(set) var places: ContiguousArray<Place> = []
    /// The places of ring `r` are `offsets[r]..<offsets[r + 1]`.
    package private(set) var offsets: ContiguousArray<Int32> = [0]
    /// The polygon of each ring; its first ring is the outer one.
    package private(set) var polygons: ContiguousArray<Int32> = []
    /// How many polygons there are.
    package var polygonCount: Int { Int(nextPolygon) }

    private var nextPolygon: Int32 = 0

    /// Rounds an area; rings without area go, and an outer ring takes its holes with it.
    ///
    /// - Parameters:
    ///   - area: The area.
    ///   - degrees: Where its places lie.
    init<Point: Position>(_ area: MultiPolygon<Point>, _ degrees: (Point) -> GeographicPoint) {
        // Of a city many are kept: with no more room than they need.
        var (count, rings) = (0, 0)
        for polygon in area.polygons {
            count += polygon.holes.reduce(polygon.exterior.positions.count) { $0 + $1.positions.count }
            rings += 1 + polygon.holes.count
        }
        places.reserveCapacity(count)
        offsets.reserveCapacity(rings + 1)
        polygons.reserveCapacity(rings)
        for polygon in area.polygons {
            guard add(polygon.exterior, degrees) else { continue }
            for hole in polygon.holes { _ = add(hole, degrees) }
            nextPolygon += 1
        }
    }

    /// The rings as an area again.
    package var area: MultiPolygon<GeographicPoint> {
        var parts: [Polygon<GeographicPoint>] = []
        parts.reserveCapacity(polygonCount)
        var rings: [Ring<GeographicPoint>] = []
        for r in polygons.indices {
            let line = places[Int(offsets[r])..<Int(offsets[r + 1])].map {
                GeographicPoint(longitude: Double($0.x) / Self.steps, latitude: Double($0.y) / Self.steps)
            }
            do throws(RingFailure) { rings.append(try Ring(line)) } catch { continue }
            guard r + 1 == polygons.count || polygons[r + 1] != polygons[r] else { continue }
            parts.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
            rings.removeAll(keepingCapacity: true)
        }
        return MultiPolygon(parts)
    }

    /// The step of the grid nearest to so many degrees; a half goes away from zero.
    @inline(__always)
    private static func step(_ degrees: Double) -> Int32 {
        let steps = degrees * Self.steps
        return Int32(steps + (steps < 0 ? -0.5 : 0.5))
    }

    /// Adds a ring without places that repeat the one before and without ways there and straight back; false where
    /// nothing with an area is left.
    @inline(__always)
    private mutating func add<Point: Position>(
        _ ring: Ring<Point>, _ degrees: (Point) -> GeographicPoint
    ) -> Bool {
        let first = places.count
        for k in 0..<ring.positions.count - 1 {
            let position = degrees(ring.positions[k])
            let p = Place(Self.step(position.longitude), Self.step(position.latitude))
            if places.count > first, places[places.count - 1] == p { continue }
            if places.count > first + 1, places[places.count - 2] == p {
                places.removeLast()
                continue
            }
            places.append(p)
        }
        var start = first
        while places.count - start > 2 {
            let last = places[places.count - 1]
            if last == places[start] {
                places.removeLast()
            } else if places[places.count - 2] == places[start] {
                places.removeLast(2)
            } else if last == places[start + 1] {
                start += 1
            } else {
                break
            }
        }
        if start > first { places.removeSubrange(first..<start) }
        guard places.count - first > 2 else {
            places.removeLast(places.count - first)
            return false
        }
        places.append(places[first])
        return close(from: first)
    }

    /// Ends a ring whose places have been added; false where it has no area, and has gone.
    private mutating func close(from first: Int) -> Bool {
        var doubledArea = 0.0
        for k in first + 1..<places.count - 1 {
            let (a, b) = (difference(places[first], places[k]), difference(places[first], places[k + 1]))
            doubledArea += Double(a.x) * Double(b.y) - Double(a.y) * Double(b.x)
        }
        guard doubledArea != 0 else {
            places.removeLast(places.count - first)
            return false
        }
        let isOuter = polygons.last != nextPolygon
        if (doubledArea > 0) != isOuter { places[first...].reverse() }
        offsets.append(Int32(places.count))
        polygons.append(nextPolygon)
        return true
    }

    func difference(_ a: Place, _ b: Place) -> SIMD2<Int64> {
        SIMD2(Int64(b.x) - Int64(a.x), Int64(b.y) - Int64(a.y))
    }
}
