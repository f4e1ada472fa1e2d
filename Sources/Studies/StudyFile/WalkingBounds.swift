/// The largest figures that a study or a pack may state of how people get to a facility.
///
/// Far beyond any walk, and small enough that no length or area computed from them leaves the range of its
/// numbers.
enum WalkingBounds {
    /// A radius, or the way to the nearest street.
    static let metres = 100_000.0
    /// A day.
    static let minutes = 1_440.0
    /// 360 km/h.
    static let metresPerSecond = 100.0
}
