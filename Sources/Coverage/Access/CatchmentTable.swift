package import WalkNetwork

/// Capacity and people over a table of who reaches what: what floating catchment areas are computed from.
package struct CatchmentTable: Sendable {
    /// Who reaches what within the catchment.
    package let reach: ReachTable
    /// The capacity of each facility (beds, places).
    package let supply: [Double]
    /// The people of each place.
    package let demand: [Double]

    /// Joins capacity and people with a table.
    ///
    /// - Parameters:
    ///   - reach: who reaches what within the catchment; its limit is the catchment's.
    ///   - supply: the capacity of each facility of the table.
    ///   - demand: the people of each place of the table.
    package init(reach: ReachTable, supply: [Double], demand: [Double]) {
        precondition(reach.facilityCount == supply.count, "a capacity for each facility")
        self.reach = reach
        self.supply = supply
        self.demand = demand
    }

    /// The access that every place has, with some weight on each pair of the table.
    ///
    /// A facility's ratio is its capacity over the weighted people of its catchment, and a place's access the
    /// weighted sum of the ratios of all facilities that it reaches. The people times their access is then exactly the
    /// capacity of all facilities that anybody reaches.
    func access(weights: [Double]) -> CatchmentAccess {
        var ratios = [Double?](repeating: nil, count: supply.count)
        var access = [Double](repeating: 0, count: demand.count)
        for facility in supply.indices {
            let pairs = reach.offsets[facility]..<reach.offsets[facility + 1]
            let people = pairs.reduce(0) { $0 + weights[$1] * demand[Int(reach.places[$1])] }
            guard people > 0 else { continue }
            let ratio = supply[facility] / people
            ratios[facility] = ratio
            for pair in pairs { access[Int(reach.places[pair])] += weights[pair] * ratio }
        }
        return CatchmentAccess(places: access, ratios: ratios)
    }
}

/// What a floating catchment area says.
package struct CatchmentAccess: Hashable, Sendable {
    /// Capacity per person that each place has access to.
    package let places: [Double]
    /// Capacity per (weighted) person of each facility's catchment; nothing where nobody lives in it.
    package let ratios: [Double?]
}
