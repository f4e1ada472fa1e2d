/// A siting table as flows see it: the candidates that may serve as sites, and the demands as rows.
struct LimitedTable {
    let ground: CapacitatedSites
    /// How many candidates are required.
    let required: Int
    private let problem: SitingProblem
    private let pairs: [SitingTable.Pair]
    /// The candidate of each site, ascending.
    private let candidates: [Int]
    /// The site of each candidate; nothing where it is excluded.
    private let places: [Int?]
    /// The demands that the same sites reach, each class a row of the ground.
    private let classes: RowClasses

    /// Takes over a problem's table as far as its distances go.
    init(_ problem: SitingProblem, within limit: Double) {
        self.problem = problem
        let table = problem.table
        pairs = problem.usefulPairs.filter { $0.distance <= limit }
        let candidates = table.candidates.indices.filter { table.candidates[$0].state != .excluded }
        var place = [Int?](repeating: nil, count: table.candidates.count)
        for (index, candidate) in candidates.enumerated() { place[candidate] = index }
        var rows = [[Int32]](repeating: [], count: candidates.count)
        for pair in pairs {
            if let site = place[pair.candidate] { rows[site].append(Int32(pair.demand)) }
        }
        let classes = RowClasses(rows, count: table.demands.count)
        let weights = classes.sums(of: table.demands.map(\.weight))
        rows = classes.rows
        self.classes = classes
        let required = table.candidates.indices.filter { table.candidates[$0].state == .required }
        func group(_ candidate: Int) -> Int { table.candidates[candidate].replaces ?? candidate }
        let settled = Set(required.map(group))
        ground = CapacitatedSites(
            weights: weights, rows: rows,
            capacities: candidates.indices.map { site in
                table.candidates[candidates[site]].capacity ?? rows[site].reduce(0) { $0 + weights[Int($1)] }
            },
            isOpen: candidates.map { candidate in
                switch table.candidates[candidate].state {
                case .required: true
                case .existing: !settled.contains(group(candidate))
                case .free, .excluded: false
                }
            },
            isFree: candidates.map {
                table.candidates[$0].state == .free && !settled.contains(group($0))
            },
            prices: candidates.map { table.candidates[$0].cost ?? 0 }, groups: candidates.map(group),
            limit: problem.p.map { $0 - required.count },
            budget: problem.budget.map { $0 - problem.cost(of: required) })
        self.candidates = candidates
        places = place
        self.required = required.count
    }

    /// The site that a candidate is; nothing where it is excluded.
    func site(of candidate: Int) -> Int? { places[candidate] }

    /// Whether every row that asks for something and that candidates reach at all is near one.
    var reachesAll: Bool {
        var isNear = [Bool](repeating: false, count: problem.table.demands.count)
        for pair in pairs { isNear[pair.demand] = true }
        return zip(problem.reached.demands, isNear).allSatisfy { !$0 || $1 }
    }

    /// The sites that candidates are, as far as they may be opened.
    func sites(of chosen: [Int]) -> [Int] {
        let isChosen = Set(chosen)
        return candidates.indices.filter { isChosen.contains(candidates[$0]) && ground.isFree[$0] }
    }

    /// How many people a choice of any number of sites is known to serve: all that can be where nothing is upgraded.
    var mostServed: Double {
        guard problem.table.candidates.contains(where: { $0.replaces != nil }) else { return ground.most }
        var search = CapacitySearch(ground.unlimited)
        search.tryChoice(from: [], perYuan: false)
        return search.flow.served
    }

    /// The fewest sites found that serve so many people, and how many at least are needed, required ones among them.
    ///
    /// - Returns: the sites by their numbers in the ground, required ones aside; nothing where none were found.
    /// - Throws: ``SitingFailure/cannotServeAll(sitesNeeded:)`` where no choice serves so many.
    func fewest(
        serving needed: Double, effort: SitingEffort
    ) throws(SitingFailure) -> (sites: [Int], flow: SiteFlow, least: Int)? {
        guard let (ground, opened) = ground.forced(serving: needed * (1 - 1e-9)) else {
            throw .cannotServeAll(sitesNeeded: nil)
        }
        var search = CapacityCover(ground, needed: needed)
        search.tryChoice(from: [])
        // Who serves all that can be served leaves nobody out but where there is no room.
        let isMost = needed >= ground.most * (1 - 1e-9)
        let rest = isMost ? ground.withoutStarved : ground
        var least = 0
        if isMost {
            // Nobody being turned away, no fewer are needed.
            let wide = LimitedTable.wideCover(rest)
            least = wide.least
            search.tryChoice(from: wide.sites)
        }
        guard let first = search.best else { return nil }
        if least < first.sites.count {
            var dual = CapacityCoverDual(rest, spare: isMost ? 0 : problem.reached.weight - needed)
            dual.climb(steps: 500, known: Double(first.sites.count))
            least = max(least, Int((dual.bound - 1e-6).rounded(.up)))
            search.tryChoice(from: dual.selection)
        }
        if effort.nodes > 0 { search.exchange(least: least, rounds: 3) }
        guard let best = search.best else { return nil }
        return (opened + best.sites, best.flow, least + opened.count + required)
    }

    /// A cover of all rows by sites that turn nobody away, and how many free sites it needs at least.
    private static func wideCover(_ ground: CapacitatedSites) -> (sites: [Int], least: Int) {
        let weights = ground.weights
        var near = [[Int]](repeating: [], count: weights.count)
        for site in ground.rows.indices where ground.isOpen[site] || ground.isFree[site] {
            for row in ground.rows[site] where weights[Int(row)] > 0 { near[Int(row)].append(site) }
        }
        // A place near a site that stands, or near an upgrade of it, asks for no other.
        let open = near.filter { sites in
            !sites.isEmpty && !sites.contains { ground.standing[ground.groups[$0]] != nil }
        }
        var search = CoverSearch()
        search.run(
            open, columnCount: ground.rows.count,
            fixed: ground.isFree.map { $0 ? nil : false }, effort: SitingEffort(nodes: 0))
        return (search.columns, search.bound)
    }

    /// Opened sites as a choice, with the parts of demands that each serves.
    func choice(of sites: [Int], _ flow: SiteFlow) -> SitingProgram.Choice {
        var open = [Bool](repeating: false, count: problem.table.candidates.count)
        for site in candidates.indices where ground.isOpen[site] { open[candidates[site]] = true }
        for site in sites {
            if let before = ground.standing[ground.groups[site]] { open[candidates[before]] = false }
            open[candidates[site]] = true
        }
        var people: [Int: [Double]] = [:]
        for (site, candidate) in candidates.enumerated() where open[candidate] {
            people[candidate] = flow.parts(of: site)
            // Whom the site goes on serving that an upgrade adds to, the upgrade serves.
            guard ground.adds[site], let before = ground.standing[ground.groups[site]] else { continue }
            let standing = Dictionary(
                uniqueKeysWithValues: zip(ground.rows[before], flow.parts(of: before)))
            for (position, row) in ground.rows[site].enumerated() {
                people[candidate]?[position] += standing[row] ?? 0
            }
        }
        // The demands of a class are served one after the other, by one site after the other.
        var amounts = [[(candidate: Int, amount: Double)]](repeating: [], count: problem.table.demands.count)
        var (current, left) = (classes.members.map { _ in 0 }, classes.members.map { _ in 0.0 })
        for (index, members) in classes.members.enumerated() {
            left[index] = problem.table.demands[members[0]].weight
        }
        for (site, candidate) in candidates.enumerated() {
            guard let served = people[candidate] else { continue }
            for (position, row) in ground.rows[site].enumerated() {
                let (row, members) = (Int(row), classes.members[Int(row)])
                var amount = served[position]
                while amount > 1e-9, current[row] < members.count {
                    let part = min(amount, left[row])
                    if part > 0 { amounts[members[current[row]]].append((candidate, part)) }
                    (amount, left[row]) = (amount - part, left[row] - part)
                    guard left[row] <= 1e-9 else { break }
                    current[row] += 1
                    guard current[row] < members.count else { break }
                    left[row] = problem.table.demands[members[current[row]]].weight
                }
            }
        }
        let parts = pairs.compactMap { pair -> (pair: SitingTable.Pair, part: Double)? in
            let weight = problem.table.demands[pair.demand].weight
            guard weight > 0, let so = amounts[pair.demand].first(where: { $0.candidate == pair.candidate })
            else { return nil }
            return (pair, min(1, so.amount / weight))
        }
        return SitingProgram.Choice(open: open, parts: parts)
    }
}
