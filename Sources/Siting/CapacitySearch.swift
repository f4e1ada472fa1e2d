/// A choice of sites that turn people away when they are full, made greedily and bettered by exchange; what a choice serves is a
/// flow.
///
/// What a site adds only falls as others open, so one whose gain of last time is not enough is not tried anew (Minoux 1978).
struct CapacitySearch {
    private let ground: CapacitatedSites
    private let limit: Int
    private let budget: Double
    /// What is open in any case, filled.
    private let base: SiteFlow
    /// The best choice so far, and what it serves.
    private(set) var sites: [Int] = []
    private(set) var flow: SiteFlow

    /// Starts from what is open in any case.
    init(_ ground: CapacitatedSites) {
        self.ground = ground
        (limit, budget) = (ground.limit ?? .max, ground.budget ?? .infinity)
        base = SiteFlow(ground.service, year: 0)
        flow = base
    }

    /// Tries a choice, filled up greedily, and keeps it where it serves more.
    ///
    /// - Parameters:
    ///   - start: the sites to begin with, as far as the limits go.
    ///   - perYuan: whether what a site adds is held against its price.
    mutating func tryChoice(from start: [Int], perYuan: Bool) {
        var (sites, flow, left) = ([Int](), base, budget)
        var taken = Set<Int>()
        for site in start
        where sites.count < limit && ground.prices[site] <= left && ground.isFree[site]
            && ground.ceilings[site] > 0 && taken.insert(ground.groups[site]).inserted
        {
            ground.open(site, in: &flow)
            sites.append(site)
            left -= ground.prices[site]
        }
        fill(&sites, &flow, &left, perYuan: perYuan)
        keep(sites, flow)
    }

    /// Exchanges sites of the best choice for others, one after another, as long as that serves more.
    ///
    /// - Parameter trials: how many exchanges are tried at most.
    mutating func exchange(trials: Int) {
        var left = trials
        while true {
            let before = flow.served
            for site in sites where sites.contains(site) {
                guard left > 0 else { return }
                left -= 1
                var others = sites.filter { $0 != site }
                var (flow, money) = (flow, budget)
                _ = ground.close(site, in: &flow, keeping: 0)
                for other in others { money -= ground.prices[other] }
                fill(&others, &flow, &money, perYuan: false)
                keep(others, flow)
            }
            guard flow.served > before + 1e-9 else { return }
        }
    }

    private mutating func keep(_ sites: [Int], _ flow: SiteFlow) {
        if flow.served > self.flow.served + 1e-9 { (self.sites, self.flow) = (sites, flow) }
    }

    /// Adds what serves most more, again and again.
    private func fill(
        _ sites: inout [Int], _ flow: inout SiteFlow, _ left: inout Double, perYuan: Bool
    ) {
        func price(_ site: Int) -> Double { perYuan ? max(1, ground.prices[site]) : 1 }
        ground.fill(&sites, &flow, budget: &left, limit: limit, enough: .infinity, price: price)
    }
}

extension CapacitatedSites {
    /// Opens what serves most more, again and again.
    ///
    /// - Parameters:
    ///   - sites: the opened sites, added to.
    ///   - flow: what they serve.
    ///   - left: the money that is left.
    ///   - limit: how many sites may be open at most.
    ///   - enough: how many served people are enough.
    ///   - price: what a site's gain is held against.
    func fill(
        _ sites: inout [Int], _ flow: inout SiteFlow, budget left: inout Double, limit: Int, enough: Double,
        price: (Int) -> Double
    ) {
        guard sites.count < limit, flow.served < enough else { return }
        var known = ceilings.indices.map { site in
            (
                score: isFree[site] ? min(ceilings[site], flow.reachable(by: site)) / price(site) : 0,
                isExact: false
            )
        }
        let taken = Set(sites.map { groups[$0] })
        for site in known.indices where taken.contains(groups[site]) { known[site].score = 0 }
        while sites.count < limit && flow.served < enough {
            var best: Int?
            for site in known.indices where known[site].score > 1e-9 && prices[site] <= left {
                if let so = best, known[so].score >= known[site].score { continue }
                best = site
            }
            guard let best else { return }
            var trial = flow
            open(best, in: &trial)
            if known[best].isExact {
                flow = trial
                sites.append(best)
                left -= prices[best]
                for site in known.indices {
                    known[site].isExact = false
                    if groups[site] == groups[best] { known[site].score = 0 }
                }
                continue
            }
            known[best] = (max(0, trial.served - flow.served) / price(best), true)
        }
    }
}
