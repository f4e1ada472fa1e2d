package import Siting

/// Why an action of a build-out was chosen.
package struct BuildOutChoice: Hashable, Sendable {
    /// What it is for.
    package enum Purpose: Hashable, Sendable {
        /// A target of the pack, or a stated share (of which this is the year).
        case target(String)
        case share(year: Int)
        /// The objective; of equity, with the tenth it was chosen for, 1 the worst served.
        case objective(BuildOutProblem.Objective, tenth: Int?)
    }

    package let candidate: String
    package let purpose: Purpose
    /// How good the whole build-out is.
    package let quality: BuildOutQuality
}

/// What a build-out comes to, and how good it is known to be.
package struct BuildOutQuality: Hashable, Sendable {
    package let objective: BuildOutProblem.Objective
    package let method: YearlyBuildOut.Method
    /// People or dwellings times years newly covered, years in which targets are met that are not met without it, or yuan.
    package let value: Double
    /// What no openings do better than; nothing where it is not known.
    package let bound: Double?
    package let isProven: Bool

    /// How far the value is from the bound at most, as a share of the value.
    package var gap: Double? {
        guard let bound else { return nil }
        if bound == value { return 0 }
        return value == 0 ? nil : abs(bound - value) / abs(value)
    }
}

/// What became of a build-out.
package struct BuildOutOutcome: Hashable, Sendable {
    /// A target or share that was to be reached.
    package struct Goal: Hashable, Sendable {
        package let purpose: BuildOutChoice.Purpose
        /// Where: the scope's identifier.
        package let scope: String
        /// The first year of the run in which it is to be reached.
        package let due: Int
        /// The first year from which on it is reached; nothing where it is not.
        package let metFrom: Int?
        /// Of a share how far it has come at the end of the run.
        package let end: SharesEnd?
    }

    package let quality: BuildOutQuality
    package let basis: StudySiting.Basis
    /// How many candidates could be chosen.
    package let candidates: Int
    /// How many of them were.
    package let chosen: Int
    /// How many were left out since nobody states what they cost.
    package let withoutCost: Int
    package let goals: [Goal]
    /// Where capacities count, how many sites state no size and serve nobody.
    package let withoutSize: Int
    /// How many of the goals are met in every year without it.
    package let standing: Int
    /// Whether openings of least cost wait until goals need them, since the money pays for running too.
    package let waits: Bool
}

/// How far a share that was to be covered has come at the end of a run.
package struct SharesEnd: Hashable, Sendable {
    /// The share asked for, the one covered, and the one that all candidates together would cover.
    package let asked: Double
    package let covered: Double
    package let coverable: Double

    /// Makes the end of a share.
    package init(asked: Double, covered: Double, coverable: Double) {
        (self.asked, self.covered, self.coverable) = (asked, covered, coverable)
    }

    /// Whether all is covered that candidates reach.
    package var isAllThatCanBe: Bool { covered >= coverable - 1e-9 }
}

extension BuildOutOutcome.Goal {
    /// What a careful reader should know of it; nothing where it is reached in time.
    var notice: ScenarioNotice? {
        guard let from = metFrom else {
            guard case .share(let year) = purpose, let end else {
                return .goalNotReached(purpose, scope: scope)
            }
            return .shareNotReached(end, from: year, scope: scope)
        }
        return from > due ? .goalReachedLate(purpose, scope: scope, due: due, from: from) : nil
    }
}
