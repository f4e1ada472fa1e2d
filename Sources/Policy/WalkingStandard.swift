package import Geometry
package import Places

/// How people walk where a pack or a study says nothing else: 15 minutes at 1 m/s, streets within 300 m.
package struct WalkingStandard: Hashable, Sendable {
    /// How long a walk may take, minutes.
    package let minutes: Double
    /// The headline speed, m/s.
    package let speed: Double
    /// How far a place may lie from the street that it joins, on the ground.
    package let snapLimit: Metres
    /// The profiles measured beside the headline speed.
    package let profiles: [WalkingProfile]

    /// Makes a standard; what is left out is the default.
    package init(
        minutes: Double = 15, speed: Double = 1, snapLimit: Metres = Metres(300),
        profiles: [WalkingProfile] = []
    ) {
        self.minutes = minutes
        self.speed = speed
        self.snapLimit = snapLimit
        self.profiles = profiles
    }

    /// How long a walk may take, seconds.
    package var limitInSeconds: Double { minutes * 60 }

    /// This standard with what a study chooses instead.
    package func overridden(by choice: WalkingChoice) -> WalkingStandard {
        WalkingStandard(
            minutes: choice.minutes ?? minutes, speed: choice.speed ?? speed,
            snapLimit: choice.snapLimit ?? snapLimit, profiles: choice.profiles ?? profiles)
    }
}
