/// Sites that turn people away when they are full, and places that want service: what a search by flows works on.
struct CapacitatedSites: Sendable {
    /// How many live in each row.
    let weights: [Double]
    /// The rows that each site reaches, ascending.
    let rows: [[Int32]]
    /// How many each can serve.
    let capacities: [Double]
    /// Which sites are open unless an upgrade takes their place; of the others some may be opened.
    let isOpen: [Bool]
    /// Which sites may be opened.
    let isFree: [Bool]
    /// What opening a site costs, yuan.
    let prices: [Double]
    /// The versions of one site, of which one serves at most: the number of its group for each site.
    let groups: [Int]
    /// The site of each group that is open from the start.
    let standing: [Int?]
    /// Which upgrades only add to the site that stands: it serves on beside the room that they bring.
    let adds: [Bool]
    /// How many sites may be opened; nothing: any number.
    let limit: Int?
    /// What they may cost; nothing: anything.
    let budget: Double?
    /// How many each can serve, nobody else being there.
    let ceilings: [Double]

    /// Makes sites; those of a group are versions of one another.
    init(
        weights: [Double], rows: [[Int32]], capacities: [Double], isOpen: [Bool], isFree: [Bool],
        prices: [Double], groups: [Int], limit: Int?, budget: Double?
    ) {
        (self.weights, self.rows, self.capacities) = (weights, rows, capacities)
        (self.isOpen, self.isFree, self.prices, self.groups) = (isOpen, isFree, prices, groups)
        (self.limit, self.budget) = (limit, budget)
        var standing = [Int?](repeating: nil, count: (groups.max() ?? -1) + 1)
        for site in rows.indices where isOpen[site] { standing[groups[site]] = site }
        self.standing = standing
        adds = rows.indices.map { site in
            guard isFree[site], let before = standing[groups[site]] else { return false }
            return capacities[site] >= capacities[before]
                && Set(rows[before]).isSubset(of: rows[site])
        }
        ceilings = rows.indices.map { site in
            min(capacities[site], rows[site].reduce(0) { $0 + weights[Int($1)] })
        }
    }

    /// The same sites, of which any number may be opened at any cost.
    var unlimited: CapacitatedSites {
        CapacitatedSites(
            weights: weights, rows: rows, capacities: capacities, isOpen: isOpen, isFree: isFree,
            prices: prices, groups: groups, limit: nil, budget: nil)
    }

    /// The sites as they serve without anything being opened.
    var service: LimitedService {
        LimitedService(
            weights: [weights],
            sites: rows.indices.map {
                .init(rows: rows[$0], capacity: [isOpen[$0] ? capacities[$0] : 0])
            },
            additions: [])
    }

    /// What all sites together could serve, of each group's versions all at once: no choice serves more.
    var most: Double { allOpen.served }

    /// All sites open, of each group's versions all at once.
    private var allOpen: SiteFlow {
        var flow = SiteFlow(service, year: 0)
        flow.grow(rows.indices.map { isFree[$0] ? capacities[$0] : 0 })
        return flow
    }

    /// The same sites, those open without which so many people cannot be served, whatever else is opened.
    ///
    /// - Returns: the sites, and which of them were opened; nothing where two would have to be open that are versions of one
    ///   site, so that no choice serves so many.
    func forced(serving needed: Double) -> (ground: CapacitatedSites, opened: [Int])? {
        let flow = allOpen
        let opened = rows.indices.filter { site in
            var trial = flow
            return isFree[site] && flow.load(of: site) > 0 && !trial.close(site, keeping: needed)
        }
        let settled = Set(opened.map { groups[$0] })
        guard settled.count == opened.count else { return nil }
        let isForced = Set(opened)
        return (
            CapacitatedSites(
                weights: weights, rows: rows, capacities: capacities,
                isOpen: rows.indices.map {
                    isForced.contains($0) || (isOpen[$0] && !settled.contains(groups[$0]))
                },
                isFree: rows.indices.map { isFree[$0] && !settled.contains(groups[$0]) }, prices: prices,
                groups: groups, limit: limit, budget: budget), opened
        )
    }

    /// The same sites without the rows that they cannot all serve, however many open, and without the room for them.
    ///
    /// Who serves as many people as all sites together do, fills every site near such a row with people of such rows, and
    /// serves all other rows (the least cut of Ford & Fulkerson 1956).
    var withoutStarved: CapacitatedSites {
        let starved = allOpen.starved
        return CapacitatedSites(
            weights: zip(weights, starved.rows).map { $1 ? 0 : $0 }, rows: rows,
            capacities: zip(capacities, starved.sites).map { $1 ? 0 : $0 }, isOpen: isOpen, isFree: isFree,
            prices: prices, groups: groups, limit: limit, budget: budget)
    }

    /// Opens a site in the place of the one that stands in its group.
    func open(_ site: Int, in flow: inout SiteFlow) {
        guard let before = standing[groups[site]] else { return flow.grow(site, by: capacities[site]) }
        if adds[site] { return flow.grow(site, by: capacities[site] - capacities[before]) }
        _ = flow.close(before)
        flow.grow(site, by: capacities[site])
    }

    /// Closes an opened site, so that the one that stood in its place serves again.
    ///
    /// - Parameters:
    ///   - site: the opened site.
    ///   - flow: what is served.
    ///   - least: how many must still be served.
    /// - Returns: whether so many are; where not, the flow is of no use any more.
    func close(_ site: Int, in flow: inout SiteFlow, keeping least: Double) -> Bool {
        guard let before = standing[groups[site]], !adds[site] else {
            return flow.close(site, keeping: least)
        }
        _ = flow.close(site)
        flow.grow(before, by: capacities[before])
        return flow.served >= least
    }
}
