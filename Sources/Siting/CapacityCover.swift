/// The fewest sites that serve enough people where sites turn people away: greedy choices by flows, freed of what is needless, and
/// exchanges of two sites for one.
struct CapacityCover {
    private let ground: CapacitatedSites
    private let base: SiteFlow
    /// How many people are to be served.
    private let needed: Double
    /// The best choice so far, and what it serves; nothing where none serves enough.
    private(set) var best: (sites: [Int], flow: SiteFlow)?

    /// Starts from what is open in any case.
    ///
    /// - Parameters:
    ///   - ground: the sites and the people.
    ///   - needed: how many people are to be served.
    init(_ ground: CapacitatedSites, needed: Double) {
        self.ground = ground
        self.needed = needed - 1e-7 * max(1, needed)
        base = SiteFlow(ground.service, year: 0)
    }

    /// Tries a choice, filled up greedily and freed of what is needless, and keeps it where it has fewer sites.
    ///
    /// - Parameter start: the sites to begin with.
    mutating func tryChoice(from start: [Int]) {
        var (sites, flow) = ([Int](), base)
        var taken = Set<Int>()
        for site in start
        where ground.isFree[site] && ground.ceilings[site] > 0 && taken.insert(ground.groups[site]).inserted {
            ground.open(site, in: &flow)
            sites.append(site)
        }
        var money = Double.infinity
        ground.fill(&sites, &flow, budget: &money, limit: .max, enough: needed) { _ in 1 }
        guard flow.served >= needed else { return }
        drop(from: &sites, &flow, among: nil)
        if best.map({ sites.count < $0.sites.count }) ?? true { best = (sites, flow) }
    }

    /// Opens one site more and closes two or more beside it, again and again.
    ///
    /// - Parameters:
    ///   - least: the number of sites that no choice goes below.
    ///   - rounds: how often all sites are tried at most.
    mutating func exchange(least: Int, rounds: Int) {
        guard var (sites, flow) = best else { return }
        var near = [[Int32]](repeating: [], count: ground.weights.count)
        for site in ground.rows.indices {
            for row in ground.rows[site] { near[Int(row)].append(Int32(site)) }
        }
        for _ in 0..<rounds {
            let before = sites.count
            for site in ground.rows.indices where ground.isFree[site] && ground.ceilings[site] > 0 {
                guard sites.count > least else { break }
                guard !sites.contains(where: { ground.groups[$0] == ground.groups[site] }) else { continue }
                let chosen = Set(sites)
                var beside = Set<Int>()
                for row in ground.rows[site] {
                    for other in near[Int(row)] where chosen.contains(Int(other)) {
                        beside.insert(Int(other))
                    }
                }
                guard beside.count > 1 else { continue }
                var (trial, open) = (flow, sites)
                ground.open(site, in: &trial)
                drop(from: &open, &trial, among: beside)
                // As many sites with another one among them: the next exchange starts from elsewhere.
                if open.count < sites.count { (sites, flow) = (open + [site], trial) }
            }
            guard sites.count < before else { break }
            best = (sites, flow)
        }
        if sites.count < (best?.sites.count ?? 0) { best = (sites, flow) }
    }

    /// Closes opened sites as long as enough people are served, those that serve fewest first.
    private func drop(from sites: inout [Int], _ flow: inout SiteFlow, among some: Set<Int>?) {
        let order = sites.filter { some?.contains($0) ?? true }
            .map { (load: flow.load(of: $0), site: $0) }.sorted { ($0.load, $0.site) < ($1.load, $1.site) }
        for (_, site) in order {
            var trial = flow
            guard ground.close(site, in: &trial, keeping: needed) else { continue }
            flow = trial
            sites.removeAll { $0 == site }
        }
    }
}
