internal import Geometry

/// A way on the plane.
typealias PlaneVector = SIMD2<Double>

extension PlanePoint {
    /// The place as a way from the origin.
    @inline(__always) var vector: PlaneVector { PlaneVector(x, y) }

    @inline(__always) init(_ vector: PlaneVector) { self.init(x: vector.x, y: vector.y) }
}

extension PlaneVector {
    @inline(__always) func dot(_ other: PlaneVector) -> Double { x * other.x + y * other.y }

    /// Positive where the other points to the left of this one.
    @inline(__always) func cross(_ other: PlaneVector) -> Double { x * other.y - y * other.x }

    /// As long, and turned left by a right angle.
    @inline(__always) var left: PlaneVector { PlaneVector(-y, x) }

    @inline(__always) var length: Double { dot(self).squareRoot() }

    /// As a way of one metre.
    @inline(__always) var unit: PlaneVector { self / length }

    /// A number from 0 to 4 that grows with the angle from east.
    var turn: Double {
        let share = y / (abs(x) + abs(y))
        return x < 0 ? 2 - share : share < 0 ? 4 + share : share
    }
}
