package import Geometry

/// The way from a working plane to degrees over some extent, without a call to PROJ for each place.
///
/// The extent is divided into squares of 2 km. Over each, longitude and latitude are polynomials of second degree
/// in either axis through nine places that PROJ has unprojected. What is left out is of the third order of the
/// square's size over the earth's radius: some 1e-10 degrees, a hundredth of a millimetre. Each square is held
/// against PROJ at four places between the nine.
package struct UnprojectionGrid: Sendable {
    private static let side = 2_000.0
    /// How far a polynomial may be from PROJ, in degrees: a tenth of a millimetre.
    private static let agreement = 1e-9

    private let west: Double
    private let south: Double
    private let columns: Int
    private let rows: Int
    private let squares: ContiguousArray<Square>

    /// Longitude and latitude over one square, as u and v run from -1 to 1: the factors of 1, u and u² for each of
    /// 1, v and v².
    private struct Square: BitwiseCopyable {
        var bottom: (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)
        var middle: (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)
        var top: (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)

        @inline(__always)
        func value(_ u: Double, _ v: Double) -> SIMD2<Double> {
            let b = bottom.0 + u * (bottom.1 + u * bottom.2)
            let m = middle.0 + u * (middle.1 + u * middle.2)
            let t = top.0 + u * (top.1 + u * top.2)
            return b + v * (m + v * t)
        }
    }

    /// Fits the polynomials of an extent; nothing where they do not come near enough to PROJ, or PROJ has no
    /// place for a part of it.
    package init?(of plane: WorkingPlane, over extent: Envelope<PlanePoint>) {
        guard extent.west.isFinite, extent.east.isFinite, extent.south.isFinite, extent.north.isFinite
        else { return nil }
        (west, south) = (extent.west, extent.south)
        let (across, up) = ((extent.east - west) / Self.side, (extent.north - south) / Self.side)
        guard across < 2_000, up < 2_000 else { return nil }
        (columns, rows) = (Int(across) + 1, Int(up) + 1)
        // Neighbouring squares share the places along their sides.
        let (half, width) = (Self.side / 2, 2 * columns + 1)
        var places: [PlanePoint] = []
        places.reserveCapacity(width * (2 * rows + 1) + 4 * columns * rows)
        for v in 0...2 * rows {
            for u in 0..<width {
                places.append(PlanePoint(x: west + Double(u) * half, y: south + Double(v) * half))
            }
        }
        let tests = [(-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5)]
        let firstTest = places.count
        for row in 0..<rows {
            for column in 0..<columns {
                let x = west + (Double(column) + 0.5) * Self.side
                let y = south + (Double(row) + 0.5) * Self.side
                for (u, v) in tests { places.append(PlanePoint(x: x + u * half, y: y + v * half)) }
            }
        }
        let degrees = plane.unproject(places).map { SIMD2($0.longitude, $0.latitude) }
        var squares: ContiguousArray<Square> = []
        squares.reserveCapacity(columns * rows)
        for number in 0..<columns * rows {
            let corner = 2 * (number / columns) * width + 2 * (number % columns)
            // Along each line of three places: the factors of 1, u and u².
            func line(_ k: Int) -> (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>) {
                let at = corner + k * width
                return Self.parabola(degrees[at], degrees[at + 1], degrees[at + 2])
            }
            let (south, centre, north) = (line(0), line(1), line(2))
            let (ones, us, squaredUs) = (
                Self.parabola(south.0, centre.0, north.0), Self.parabola(south.1, centre.1, north.1),
                Self.parabola(south.2, centre.2, north.2)
            )
            let square = Square(
                bottom: (ones.0, us.0, squaredUs.0), middle: (ones.1, us.1, squaredUs.1),
                top: (ones.2, us.2, squaredUs.2))
            for (index, (u, v)) in tests.enumerated() {
                let difference = square.value(u, v) - degrees[firstTest + 4 * number + index]
                guard abs(difference.x) <= Self.agreement, abs(difference.y) <= Self.agreement
                else { return nil }
            }
            squares.append(square)
        }
        self.squares = squares
    }

    /// The factors of 1, t and t² of what has three values at -1, 0 and 1.
    private static func parabola(
        _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ c: SIMD2<Double>
    ) -> (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>) { (b, (c - a) / 2, (a + c) / 2 - b) }

    /// From the plane to degrees; beyond the extent by the polynomial at its rim.
    @inline(__always)
    package func unproject(_ p: PlanePoint) -> GeographicPoint {
        let x = (p.x - west) / Self.side
        let y = (p.y - south) / Self.side
        let column = min(max(Int(x), 0), columns - 1)
        let row = min(max(Int(y), 0), rows - 1)
        let u = 2 * (x - Double(column)) - 1
        let v = 2 * (y - Double(row)) - 1
        let value = squares[row * columns + column].value(u, v)
        return GeographicPoint(longitude: value.x, latitude: value.y)
    }
}
