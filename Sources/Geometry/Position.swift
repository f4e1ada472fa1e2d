/// A place on two axes, one pointing east and one pointing north.
///
/// The two conforming types say what the numbers are: degrees (``GeographicPoint``) or metres
/// (``PlanePoint``). Shapes are generic over them, so a ring of degrees never meets a ring of metres.
package protocol Position: Hashable, Sendable, BitwiseCopyable {
    /// How far east, in the unit of the conforming type.
    var east: Double { get }
    /// How far north, in the unit of the conforming type.
    var north: Double { get }
    /// Makes a position from its two axes.
    init(east: Double, north: Double)
}

/// A place by longitude and latitude, in degrees on WGS 84 (CGCS2000 differs by centimetres at most).
package struct GeographicPoint: Position {
    /// Degrees east of Greenwich.
    package var longitude: Double
    /// Degrees north of the equator.
    package var latitude: Double

    /// Makes a place from degrees; range and finiteness are the reader's to check.
    @inlinable
    package init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }

    @inlinable
    package init(east: Double, north: Double) { self.init(longitude: east, latitude: north) }

    @inlinable package var east: Double { longitude }
    @inlinable package var north: Double { latitude }
}

/// A place on the working plane, in metres.
package struct PlanePoint: Position {
    /// Metres east of the plane's origin.
    package var x: Double
    /// Metres north of the plane's origin.
    package var y: Double

    /// Makes a place from metres.
    @inlinable
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    @inlinable
    package init(east: Double, north: Double) { self.init(x: east, y: north) }

    @inlinable package var east: Double { x }
    @inlinable package var north: Double { y }

    /// The straight-line distance on the plane, in metres of the plane.
    @inlinable
    package func distance(to other: PlanePoint) -> Double {
        ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }
}
