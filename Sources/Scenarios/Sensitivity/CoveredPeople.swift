internal import Coverage

/// Who is covered in the city and each district, added up in the order in which coverage adds up its communities.
struct CoveredPeople {
    /// One community, or those outside all.
    struct Sums {
        var elders = 0.0
        var elders1km = 0.0
        var elders15min = 0.0
        var households = 0.0
        var households15min = 0.0

        static func + (a: Self, b: Self) -> Self {
            Self(
                elders: a.elders + b.elders, elders1km: a.elders1km + b.elders1km,
                elders15min: a.elders15min + b.elders15min, households: a.households + b.households,
                households15min: a.households15min + b.households15min)
        }

        mutating func add(_ place: PlaceDemand, within1km: Bool, within15min: Bool?) {
            guard place.isCounted else { return }
            if let number = place.households {
                households += number
                if within15min == true { households15min += number }
            }
            if let number = place.elders {
                elders += number
                if within1km { elders1km += number }
                if within15min == true { elders15min += number }
            }
        }

        var elderShare1km: Double? { elders > 0 ? elders1km / elders : nil }
        var elderShare15min: Double? { elders > 0 ? elders15min / elders : nil }
        var householdShare15min: Double? { households > 0 ? households15min / households : nil }
    }

    private var communities: [Sums]
    private var outsiders = Sums()

    /// Adds up the places of a year.
    init(_ demand: Demand, reach: PlaceYear, communityOfCompound: [Int?]) {
        communities = [Sums](repeating: Sums(), count: demand.residuals.count)
        for (index, place) in demand.compounds.enumerated() {
            let (near, walk) = (reach.isWithin1km[index], reach.isWithin15min[index])
            if let community = communityOfCompound[index] {
                communities[community].add(place, within1km: near, within15min: walk)
            } else {
                outsiders.add(place, within1km: near, within15min: walk)
            }
        }
        for (index, residual) in demand.residuals.enumerated() {
            guard let residual else { continue }
            let place = demand.compounds.count + index
            communities[index].add(
                residual, within1km: reach.isWithin1km[place], within15min: reach.isWithin15min[place])
        }
    }

    /// The sums of a scope.
    func sums(of member: ScopeMembership.Member) -> Sums {
        member.communities.reduce(member.holdsOutsiders ? outsiders : Sums()) { $0 + communities[$1] }
    }
}
