/// How a group of people walks: measured beside the headline speed, under a name of its own.
package struct WalkingProfile: Hashable, Sendable {
    /// What stairs are to them.
    package enum Stairs: Hashable, Sendable {
        /// A street like any other.
        case asStreets
        /// So many times as long as a level street.
        case slowed(by: Double)
        /// No way at all.
        case refused
    }

    /// How slopes slow them.
    package enum Slope: String, Hashable, Sendable, CaseIterable {
        /// Tobler's hiking function (1993).
        case tobler
    }

    /// Its name: small letters, digits and underscores, as it ends the names of measures and columns.
    package let name: String
    /// The speed on level streets, m/s.
    package let speed: Double
    /// What stairs are.
    package let stairs: Stairs
    /// The wait at crossings with traffic lights, seconds.
    package let signalWait: Double
    /// The wait at crossings that nothing marks, seconds.
    package let unmarkedWait: Double
    /// The wait at all other crossings, seconds.
    package let crossingWait: Double
    /// How slopes slow them; nothing: they do not.
    package let slope: Slope?

    /// Makes a profile; all but the speed is off unless it is stated.
    package init(
        name: String, speed: Double, stairs: Stairs = .asStreets, signalWait: Double = 0,
        unmarkedWait: Double = 0, crossingWait: Double = 0, slope: Slope? = nil
    ) {
        self.name = name
        self.speed = speed
        self.stairs = stairs
        self.signalWait = signalWait
        self.unmarkedWait = unmarkedWait
        self.crossingWait = crossingWait
        self.slope = slope
    }

    /// The walking speeds of elders by age that a profile of such a name has unless it states another, m/s.
    ///
    /// From a trial in the United Kingdom with 768 people at risk of losing their mobility, as quoted second-hand
    /// (docs/walking-rule.md).
    package static let speedsByAge: [(name: String, speed: Double)] = [
        ("65_74", 0.80), ("75_84", 0.75), ("85_plus", 0.71),
    ]

    /// Whether time is length over speed, so that the quickest walk is the shortest.
    ///
    /// Any other has to be told what streets are: stairs, crossings, or (slopes) on the ground at all.
    package var isSpeedAlone: Bool {
        stairs == .asStreets && signalWait == 0 && unmarkedWait == 0 && crossingWait == 0 && slope == nil
    }

    /// What it says, in the words of its keys: `speed_m_per_s: 0.75, stairs: refused`.
    package var text: String {
        var parts = ["speed_m_per_s: \(speed)"]
        switch stairs {
        case .asStreets: break
        case .slowed(let factor): parts.append("stairs: \(factor)")
        case .refused: parts.append("stairs: refused")
        }
        if signalWait > 0 { parts.append("signals_s: \(signalWait)") }
        if unmarkedWait > 0 { parts.append("unmarked_s: \(unmarkedWait)") }
        if crossingWait > 0 { parts.append("crossings_s: \(crossingWait)") }
        if let slope { parts.append("slope: \(slope.rawValue)") }
        return parts.joined(separator: ", ")
    }
}
