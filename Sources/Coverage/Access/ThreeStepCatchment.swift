internal import WalkNetwork

extension CatchmentTable {
    /// The three-step floating catchment area (3SFCA).
    ///
    /// Wan, Zou and Sternberg, *A three-step floating catchment area method for analyzing spatial access to health
    /// services* (International Journal of Geographical Information Science 26, 2012). Step 1: people choose among the
    /// facilities that they reach, G(i,j) = W(i,j) / Σ W(i,k) over all facilities k in place i's catchment. Step
    /// 2: R(j) = S(j) / Σ G(k,j)·W(k,j)·P(k). Step 3: A(i) = Σ G(i,j)·W(i,j)·R(j). So what lies nearby already no longer
    /// counts as demand on everything else.
    ///
    /// - Parameter zones: the weights by distance.
    /// - Returns: access by place, ratios by facility.
    package func threeStep(_ zones: CatchmentZones) -> CatchmentAccess {
        let weights = reach.walks.map { zones.weight(of: $0) }
        var sums = [Double](repeating: 0, count: demand.count)
        for (pair, place) in reach.places.enumerated() { sums[Int(place)] += weights[pair] }
        return access(
            weights: reach.places.indices.map { pair in
                let sum = sums[Int(reach.places[pair])]
                return sum > 0 ? weights[pair] * weights[pair] / sum : 0
            })
    }
}
