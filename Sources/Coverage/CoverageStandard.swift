package import Geometry
package import Places
package import Policy

/// By what a study's coverage is judged: the study's own choices, else the policy pack's.
package struct CoverageStandard: Sendable, Equatable {
    /// The radius of `within_1km`.
    package var radius: Metres
    /// The limit of `within_15min`, in minutes.
    package var minutes: Double
    /// The headline walking speed, m/s.
    package var speed: Double
    /// The longest leg from a place to a street.
    package var snapLimit: Metres
    /// Which facilities count for `within_1km`.
    package var straightSelector: FacilitySelector
    /// Which facilities count for `within_15min`.
    package var walkSelector: FacilitySelector
    /// Which facilities count for `has_facility`.
    package var presenceSelector: FacilitySelector
    /// The day from which the pack's space rule for new compounds holds; see ``deliveryStates(of:on:ruleForNewFrom:rule:)``.
    package var ruleForNewFrom: Day?
    /// The walking profiles that are measured beside the headline speed.
    package var profiles: [WalkingProfile]

    /// Joins a study's choices with a pack's standards.
    package init(study: Study, pack: PolicyPack) {
        radius = study.radius ?? pack.radius
        minutes = study.walking.minutes ?? pack.walking.minutes
        speed = study.walking.speed ?? pack.walking.speed
        snapLimit = study.walking.snapLimit ?? pack.walking.snapLimit
        straightSelector = pack.selector(for: .within1km)
        walkSelector = pack.selector(for: .within15min)
        presenceSelector = pack.selector(for: .hasFacility)
        ruleForNewFrom = pack.newCompoundsFrom
        profiles = study.walking.profiles ?? pack.walking.profiles
    }

    /// The standard with one selector for all measures.
    package func counting(_ selector: FacilitySelector) -> CoverageStandard {
        var standard = self
        standard.straightSelector = selector
        standard.walkSelector = selector
        standard.presenceSelector = selector
        return standard
    }

    /// How far one walks within the minutes.
    package var walkLimit: Metres { walkLimit(minutes: minutes) }

    /// How far one walks within some minutes.
    package func walkLimit(minutes: Double) -> Metres { Metres(minutes * 60 * speed) }

    /// The time that a walk takes, in seconds.
    package func seconds(for walk: Micrometres) -> Double { walk.metres.value / speed }

    /// Whether a place lies within the radius of a counted facility.
    package func isWithinRadius(_ access: PlaceAccess) -> Bool {
        access.straight.map { $0.distance <= radius } ?? false
    }

    /// Whether a place can walk to a counted facility within the minutes; nothing where that is unknown.
    package func isWithinWalk(_ access: PlaceAccess) -> Bool? {
        switch access.walk {
        case .noStreets, .tooFarFromStreets: nil
        case .noFacilityReached: false
        case .reached(_, let walk): seconds(for: walk) <= minutes * 60
        }
    }
}
