/// Which of the 64 equal sectors of a circle lie altogether under some single arc.
///
/// Says cheaply that a circle is covered all round. It may miss that, where two arcs meet within a sector; it is
/// never wrong when it says so.
struct CoveredSectors {
    private var mask: UInt64 = 0

    /// Marks the sectors that an arc covers altogether.
    ///
    /// - Parameters:
    ///   - from: where it begins, in radians from due east within 0…2π.
    ///   - to: where it ends, counter-clockwise; beyond 2π where it passes due east.
    mutating func cover(from: Double, to: Double) {
        let sectorsPerRadian = 32 / Double.pi
        // The margin outweighs the rounding of sector limits.
        let first = Int((from * sectorsPerRadian + 1e-9).rounded(.up))
        let count = Int((to * sectorsPerRadian - 1e-9).rounded(.down)) - first
        guard count > 0 else { return }
        guard count < 64 else {
            mask = .max
            return
        }
        let run = (UInt64(1) << UInt64(count)) - 1
        let shift = UInt64(first & 63)
        mask |= run << shift
        if shift > 0 { mask |= run >> (64 - shift) }
    }

    /// Whether every sector is covered.
    var areAll: Bool { mask == .max }
}
