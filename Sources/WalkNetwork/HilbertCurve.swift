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
        let x = step((p.x - west) * steps)
        let y = step((p.y - south) * steps)
        // Four bits of each axis at a time; the course within a square is one of four.
        var course = 0
        var number: UInt32 = 0
        let courses = Self.courses.span
        var shift: UInt32 = 16
        while shift > 0 {
            shift -= 4
            let square = (Int((x >> shift) & 15) << 4) | Int((y >> shift) & 15)
            let entry = courses[(course << 8) | square]
            number = (number << 8) | UInt32(entry & 0xFF)
            course = Int(entry >> 8)
        }
        return number
    }

    private func step(_ value: Double) -> UInt32 { UInt32(min(max(value, 0), 65_535)) }

    /// For each course through a square of 16 by 16 and each step in it: its number along the course, and in the
    /// upper byte the course through the step's own square.
    ///
    /// A course is Hilbert's own (0) with its axes swapped (1), turned about (2), or both (3).
    private static let courses: ContiguousArray<UInt16> = {
        var table = ContiguousArray<UInt16>(repeating: 0, count: 4 << 8)
        for entry in table.indices {
            var (isSwapped, isTurned) = ((entry >> 8) & 1, (entry >> 9) & 1)
            var number = 0
            for bit in [3, 2, 1, 0] {
                var x = ((entry >> (4 + bit)) & 1) ^ isTurned
                var y = ((entry >> bit) & 1) ^ isTurned
                if isSwapped == 1 { swap(&x, &y) }
                number = (number << 2) | ((3 * x) ^ y)
                if y == 0 {
                    isTurned ^= x
                    isSwapped ^= 1
                }
            }
            table[entry] = UInt16((isTurned << 9) | (isSwapped << 8) | number)
        }
        return table
    }()
}
