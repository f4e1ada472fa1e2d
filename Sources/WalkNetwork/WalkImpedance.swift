/// What walking costs somebody in time: how fast on the level, and what stairs, crossings and slopes add.
package struct WalkImpedance: Hashable, Sendable {
    /// What stairs are to a walker.
    package enum Stairs: Hashable, Sendable {
        /// A street like any other.
        case asStreets
        /// So many times as long as a level street; slopes are in this.
        case slowed(by: Double)
        /// No way at all.
        case refused
    }

    /// The speed on level streets, m/s.
    package let speed: Double
    /// What stairs are.
    package let stairs: Stairs
    /// The wait at each kind of crossing, seconds; none where it is left out.
    package let waits: [CrossingKind: Double]

    /// Makes an impedance; with a speed alone, time is length over speed.
    package init(speed: Double, stairs: Stairs = .asStreets, waits: [CrossingKind: Double] = [:]) {
        self.speed = speed
        self.stairs = stairs
        self.waits = waits
    }

    /// The time that a length takes on the level, in microseconds.
    @inline(__always)
    func time(for length: Int64) -> Int64 { Int64((Double(length) / speed).rounded()) }

    /// The wait at a crossing, in microseconds.
    func wait(at crossing: CrossingKind?) -> Int64 {
        crossing.flatMap { waits[$0] }.map { Int64(($0 * 1e6).rounded()) } ?? 0
    }
}

/// How the ground rises along the streets, and what that does to a walker.
package struct StreetSlopes: Sendable {
    /// How high each vertex of the network lies, metres; not finite where nobody knows.
    package let heights: [Float]
    /// How many times as long a metre takes as on the level, by the rise per metre walked; always above 0.
    package let pace: @Sendable (Double) -> Double
    /// The steepest slope that is believed: over a few metres the heights of a raster say little.
    package let steepest: Double

    /// Makes slopes of the heights of all vertices.
    package init(heights: [Float], steepest: Double, pace: @escaping @Sendable (Double) -> Double) {
        self.heights = heights
        self.steepest = steepest
        self.pace = pace
    }

    /// The pace from a vertex to the next of its edge, or back, over a length in micrometres.
    func pace(from a: Int, to b: Int, over length: Int64) -> Double {
        let rise = Double(heights[b]) - Double(heights[a])
        guard rise.isFinite, length > 0 else { return 1 }
        let slope = rise / (Double(length) / 1e6)
        return pace(min(max(slope, -steepest), steepest))
    }
}
