package import Places

/// What elders have access to of one capacity, by one method.
package struct MethodAccess: Hashable, Sendable {
    /// By which method.
    package let method: CatchmentMethod
    /// Capacity per elder, over all elders whose access is known; nothing where there are none.
    package let mean: Double?
    /// What they lack against the norm, in beds or places.
    package let unmet: Double
    /// Elders who have access to none.
    package let eldersWithout: Double
    /// Gini's coefficient of access among elders; nothing where nobody has any.
    package let gini: Double?
    /// The Palma ratio; nothing, too, where the worst-served four tenths have none.
    package let palma: Double?
    /// Theil's index.
    package let theil: Double?
    /// The concentration index, communities ranked by the share of elders in their population.
    ///
    /// Above 0 where access goes with that share. Places whose community states no population are left out of it.
    package let concentration: Double?
}

/// What the elders of a community, or of a scope, have access to of one capacity.
package struct AccessRow: Hashable, Sendable {
    /// Elders whose access is known.
    package let elders: Double
    /// Elders of places that are too far from any street: what they have access to is not known.
    package let eldersUnknown: Double
    /// One for each method, in their order.
    package let methods: [MethodAccess]
}

/// What elders have access to of one capacity, sharing it with all who reach it.
package struct CapacityAccess: Hashable, Sendable {
    /// One scope's row, with the facilities that stand in it.
    package struct ScopeRow: Hashable, Sendable {
        package let scope: Scope
        package let access: AccessRow
        /// Open facilities that count and state the capacity, or state none of it.
        package let facilities: Int
        /// How many of them do not state it: they count as none.
        package let unstated: Int
        /// What the others state together.
        package let supply: Double
    }

    /// Of what.
    package let capacity: CareCapacity
    /// The longest walk to a facility, minutes.
    package let minutes: Double
    /// The capacity per elder that the unmet need is held against.
    package let norm: Double
    /// One for each community of the study.
    package let communities: [AccessRow]
    /// City, districts, subdistricts and settings.
    package let scopes: [ScopeRow]

    /// Takes what somebody has found out.
    package init(
        capacity: CareCapacity, minutes: Double, norm: Double, communities: [AccessRow], scopes: [ScopeRow]
    ) {
        self.capacity = capacity
        self.minutes = minutes
        self.norm = norm
        self.communities = communities
        self.scopes = scopes
    }
}
