package import Geometry

/// The zones that a catchment is divided into, each with the weight of a facility that far away.
package struct CatchmentZones: Hashable, Sendable {
    /// Up to which walk each zone goes, ascending; one of just this length belongs to it.
    package let limits: [Micrometres]
    /// The weight of each zone.
    package let weights: [Double]

    /// Makes zones of their limits and weights.
    package init(limits: [Micrometres], weights: [Double]) {
        precondition(limits.count == weights.count, "a weight for each zone")
        self.limits = limits
        self.weights = weights
    }

    /// Three zones of equal width with the weights 1, 0.68 and 0.22.
    ///
    /// Luo and Qi (*An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility
    /// to primary care physicians*, Health & Place 15, 2009) give these, from a Gaussian function, to the thirds of a
    /// catchment of 30 minutes by car; here they go to the thirds of the walk.
    package static func thirds(of limit: Micrometres) -> Self {
        Self(
            limits: [Micrometres(limit.count / 3), Micrometres(limit.count * 2 / 3), limit],
            weights: [1, 0.68, 0.22])
    }

    /// The weight at a walk; 0 beyond the last zone.
    package func weight(of walk: Micrometres) -> Double {
        limits.firstIndex { walk <= $0 }.map { weights[$0] } ?? 0
    }
}
