internal import Places
internal import Policy

/// What compounds meet together with others, where a pack lets them pool their care space.
///
/// A compound that holds too little on its own is met where its verdict of `space.pooled` passes: its group's, or its
/// own with its neighbours'. Of single places (`space.min_single`) it is met where places of its group that are large
/// enough hold all that the group owes: the small one is not needed then. Neighbours agree on no common place.
struct HeldTogether {
    /// What `space.pooled` says of a compound.
    private struct Pooled {
        let finding: Finding
        /// The places of care space of its group, m²; none of neighbours.
        let places: [ExactDecimal]
    }

    private let pooled: [Int: Pooled]

    /// Gathers the verdicts of pools by compound.
    ///
    /// - Parameters:
    ///   - pools: each rule of pooled space with its compounds and its findings on them.
    ///   - study: the study.
    init(_ pools: [CompoundFindings.Pools], in study: Study) {
        var pooled: [Int: Pooled] = [:]
        for pools in pools {
            let findings = Dictionary(
                pools.findings.map { ($0.subject, $0) }, uniquingKeysWith: { first, _ in first })
            let members = PooledSpace.due(pools.members, under: pools.rule)
            switch pools.rule.grouping {
            case .pool, .community:
                for (name, group) in PooledSpace.grouped(members, pools.rule, study.communities) {
                    guard let finding = findings[name] else { continue }
                    let places = group.flatMap { SingleSite.places(of: $0.record) }
                    for member in group { pooled[member.index] = Pooled(finding: finding, places: places) }
                }
            case .within, .walk:
                for member in members {
                    guard let finding = findings[member.record.compound.id] else { continue }
                    pooled[member.index] = Pooled(finding: finding, places: [])
                }
            }
        }
        self.pooled = pooled
    }

    /// What a compound's pool says of its care space; nothing where it is in none.
    func verdict(on compound: Int) -> Verdict? { pooled[compound]?.finding.verdict }

    /// By which verdict of pooled space a compound's care space is met; nothing where it is not.
    func space(of compound: Int) -> PoolStanding? {
        guard let own = pooled[compound], own.finding.verdict == .pass else { return nil }
        return PoolStanding(scope: own.finding.scope, subject: own.finding.subject)
    }

    /// By which verdict of pooled space a compound needs no place of its own of the least size; nothing where it does.
    func place(of compound: Int, least: ExactDecimal) -> PoolStanding? {
        guard let own = pooled[compound], let required = own.finding.required,
            let standing = space(of: compound)
        else { return nil }
        let large = own.places.filter { $0 >= least }
        return !large.isEmpty && large.reduce(.zero, +) >= required ? standing : nil
    }

    /// What a compound and those that it may share with lack together, m²; nothing where they lack nothing, or that is not
    /// known.
    func shortfall(of compound: Int) -> ExactDecimal? {
        guard let own = pooled[compound]?.finding, own.verdict == .fail else { return nil }
        return own.shortfall
    }
}
