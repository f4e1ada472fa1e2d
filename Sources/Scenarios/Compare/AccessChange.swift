package import Coverage

/// What elders have access to of one capacity at the end of one year, in two scenarios.
///
/// What they lack is held against one norm in both: that asked for, else what the first scenario has, spread evenly.
package struct AccessChange: Sendable {
    package let year: Int
    package let capacity: CareCapacity
    /// The first scenario; nothing where none of its facilities states the capacity.
    package let first: CapacityAccess?
    /// The other.
    package let other: CapacityAccess?

    /// Of either, that which is there.
    package var any: CapacityAccess? { other ?? first }
}

extension ScenarioComparison {
    /// Access in both scenarios, in the years that both have maps of.
    ///
    /// - Parameters:
    ///   - grounds: of the first scenario and of the other, what does not change from year to year.
    ///   - wishes: how access is measured.
    ///   - jobs: how many searches run at once; the result does not depend on it.
    /// - Returns: by year and capacity; nothing where the study gives no streets.
    package func access(
        on grounds: (first: ScenarioGround, other: ScenarioGround), _ wishes: AccessWishes, jobs: Int
    ) async -> [AccessChange]? {
        var changes: [AccessChange] = []
        for map in first.maps {
            guard let later = other.maps.first(where: { $0.year == map.year }) else { continue }
            guard let before = await grounds.first.access(map, wishes, jobs: jobs) else { return nil }
            var norms: [CareCapacity: Double] = [:]
            for access in before { norms[access.capacity] = access.norm }
            guard let after = await grounds.other.access(later, wishes, norms: norms, jobs: jobs) else {
                return nil
            }
            for capacity in CareCapacity.allCases {
                let pair = (
                    before.first { $0.capacity == capacity }, after.first { $0.capacity == capacity }
                )
                guard pair.0 != nil || pair.1 != nil else { continue }
                changes.append(
                    AccessChange(year: map.year, capacity: capacity, first: pair.0, other: pair.1))
            }
        }
        return changes
    }
}

extension ScenarioGround {
    /// Access at the end of one year; nothing where the study gives no streets.
    ///
    /// - Parameters:
    ///   - map: the year.
    ///   - wishes: how it is measured.
    ///   - norms: capacity per elder that each capacity is held against where the wishes name none.
    ///   - jobs: how many searches run at once.
    /// - Returns: one for each capacity that any facility states.
    func access(
        _ map: ScenarioMap, _ wishes: AccessWishes, norms: [CareCapacity: Double] = [:], jobs: Int
    ) async -> [CapacityAccess]? {
        guard let network, let joined else { return nil }
        return await CapacityAccess.measured(
            of: map.study, coverage: map.coverage, network: network, joined: joined, wishes, norms: norms,
            jobs: jobs)
    }
}
