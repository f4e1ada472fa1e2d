internal import WalkNetwork

extension CatchmentTable {
    /// The enhanced two-step floating catchment area (E2SFCA).
    ///
    /// Luo and Qi, *An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial accessibility
    /// to primary care physicians* (Health & Place 15, 2009): as ``twoStep()``, with the zone's weight W on every
    /// pair in both steps. R(j) = S(j) / Σ W(k,j)·P(k); A(i) = Σ W(i,j)·R(j).
    ///
    /// - Parameter zones: the weights by distance.
    /// - Returns: access by place, ratios by facility.
    package func enhancedTwoStep(_ zones: CatchmentZones) -> CatchmentAccess {
        access(weights: reach.walks.map { zones.weight(of: $0) })
    }
}
