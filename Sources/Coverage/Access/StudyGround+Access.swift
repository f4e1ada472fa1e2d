package import Places
package import WalkNetwork

/// How access to capacity is measured.
package struct AccessWishes: Hashable, Sendable {
    /// The longest walk, minutes; nothing: the standard's.
    package var minutes: Double?
    /// Capacity that a thousand elders ought to have; nothing: what there is, spread evenly over all elders.
    package var normPerThousand: Double?

    /// Makes wishes; left out, as the type says.
    package init(minutes: Double? = nil, normPerThousand: Double? = nil) {
        self.minutes = minutes
        self.normPerThousand = normPerThousand
    }
}

extension StudyGround {
    /// What elders have access to on foot of each capacity that any facility states.
    ///
    /// Facilities are those that count for walks; one that does not state its capacity, and one that cannot be
    /// reached, gives nobody any. Places are the counted compounds and the residuals, each with its elders.
    ///
    /// - Parameters:
    ///   - coverage: the study's coverage of the day, which knows who lives where.
    ///   - wishes: how it is measured.
    ///   - jobs: how many searches run at once; the result does not depend on it.
    /// - Returns: one for each capacity, in their order; nothing where the study gives no streets.
    package func capacityAccess(
        _ coverage: CoverageResult, _ wishes: AccessWishes = AccessWishes(), jobs: Int
    ) async -> [CapacityAccess]? {
        guard let network, let joined else { return nil }
        return await CapacityAccess.measured(
            of: study, coverage: coverage, network: network, joined: joined, wishes, jobs: jobs)
    }
}

extension StudyGround {
    /// What access is worked out from; nothing where the study gives no streets.
    package func accessSources(
        _ coverage: CoverageResult, _ wishes: AccessWishes = AccessWishes(), jobs: Int
    ) async -> AccessSources? {
        guard let network, let joined else { return nil }
        return await AccessSources(
            of: study, coverage: coverage, network: network, joined: joined, wishes, jobs: jobs)
    }
}

extension CapacityAccess {
    /// What elders have access to on foot of each capacity that any facility of a study states.
    ///
    /// - Parameters:
    ///   - study: the study, with its facilities as they stand on the day.
    ///   - coverage: its coverage of the day, which knows who lives where.
    ///   - network: its streets.
    ///   - joined: where its places have joined them.
    ///   - wishes: how access is measured.
    ///   - norms: capacity per elder that each capacity is held against where the wishes name none.
    ///   - jobs: how many searches run at once; the result does not depend on it.
    /// - Returns: one for each capacity, in their order.
    package static func measured(
        of study: Study, coverage: CoverageResult, network: WalkNetwork, joined: JoinedPlaces,
        _ wishes: AccessWishes, norms: [CareCapacity: Double] = [:], jobs: Int
    ) async -> [CapacityAccess] {
        await AccessSources(
            of: study, coverage: coverage, network: network, joined: joined, wishes, norms: norms, jobs: jobs
        ).measured(of: study)
    }
}
