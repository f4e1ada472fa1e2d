internal import Places
internal import Policy

extension Study {
    /// The candidates that no facility of the study has come from, in the study's order: of a scenario's year those that
    /// its programmes have not opened yet, a facility there bearing the candidate's id.
    var unopenedCandidates: [Int] {
        let opened = Set(facilities.map(\.id))
        return candidates.indices.filter { !opened.contains(candidates[$0].id) }
    }
}

extension Candidate {
    /// Whether a facility there could count by a selector, as far as kind, level, role, size and beds are stated; who runs it
    /// and what it offers can be arranged.
    func mayBecome(_ selector: FacilitySelector) -> Bool {
        func fits<Value: Equatable>(_ value: Value?, _ named: [Value]) -> Bool {
            value.map { named.isEmpty || named.contains($0) } ?? true
        }
        func reaches(_ value: ExactDecimal?, _ least: ExactDecimal?) -> Bool {
            least.flatMap { least in value.map { $0 >= least } } ?? true
        }
        return mayHouse(selector.kinds) && fits(level, selector.levels) && fits(network, selector.networks)
            && reaches(area, selector.minimumArea) && reaches(beds, selector.minimumBeds)
    }

    /// The facility that it upgrades, as it would be then.
    func upgrading(_ facility: Facility) -> Facility {
        var changed = facility
        if let level { changed.level = level }
        changed.network = network ?? facility.network
        changed.area = area ?? facility.area
        changed.beds = beds ?? facility.beds
        changed.dayCarePlaces = dayCarePlaces ?? facility.dayCarePlaces
        return changed
    }

    /// Whether a facility there could be of one of some kinds: an institution serves a district or the city, and a
    /// platform is no building; where no level is stated, it may become one.
    private func mayHouse(_ kinds: [FacilityKind]) -> Bool {
        let isLarge = level.map { $0 == .city || $0 == .district } ?? true
        return kinds.isEmpty || kinds.contains { $0 != .platform && ($0 != .institution || isLarge) }
    }
}
