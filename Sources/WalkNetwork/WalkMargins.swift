internal import Geometry

/// How much more walk is left at a place beside a street without facilities than it takes: three things that must hold.
///
/// Each changes evenly along a straight line.
struct WalkMargins: BitwiseCopyable {
    /// More than the way off the street, for who walks from the street's start.
    var fromStart = 0.0
    /// The same from its end.
    var fromEnd = 0.0
    /// More of the longest leg than the way off the street.
    var leg = 0.0

    /// Whether the place is in.
    @inline(__always)
    var isIn: Bool { max(fromStart, fromEnd) > 0 && leg > 0 }

    /// Whether the same things hold: then they do so on all of a straight line between the two places.
    @inline(__always)
    func agree(with other: WalkMargins) -> Bool {
        (fromStart > 0) == (other.fromStart > 0) && (fromEnd > 0) == (other.fromEnd > 0)
            && (leg > 0) == (other.leg > 0)
    }
}

extension FaceView {
    /// What is left at a place of a face beside a street without facilities.
    @inline(__always)
    func margins(_ p: PlanePoint) -> WalkMargins {
        let seen = seen(p)
        return WalkMargins(
            fromStart: fromStart - fall * seen.along - seen.off,
            fromEnd: fromEnd - fall * (length - seen.along) - seen.off, leg: leg - seen.off)
    }
}
