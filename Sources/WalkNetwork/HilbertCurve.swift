internal import Geometry

/// Numbers places along Hilbert's space-filling curve (1891), so that what is near in the number is near on
/// the ground and in memory.
struct HilbertCurve {
    private let west: Double
    private let south: Double
    private let steps: Double

    /// A curve over a square around an envelope, with 65,536 steps a side.
    init(over envelope: Envelope<PlanePoint>) {
        west = envelope.west
        south = envelope.south
        let side = max(envelope.east - envelope.west, envelope.north - envelope.south)
        steps = side > 0 ? 65_535 / side : 0
    }

    /// How far along the curve a place lies; what lies outside the envelope counts as on its edge.
    func number(of p: PlanePoint) -> UInt32 {
        var x = step((p.x - west) * steps)
        var y = step((p.y - south) * steps)
        var number: UInt32 = 0
        var side: UInt32 = 1 << 15
        while side > 0 {
            let right: UInt32 = x & side != 0 ? 1 : 0
            let upper: UInt32 = y & side != 0 ? 1 : 0
            number &+= side &* side &* ((3 &* right) ^ upper)
            if upper == 0 {
                if right == 1 {
                    x = 65_535 &- x
                    y = 65_535 &- y
                }
                swap(&x, &y)
            }
            side >>= 1
        }
        return number
    }

    private func step(_ value: Double) -> UInt32 { UInt32(min(max(value, 0), 65_535)) }
}
