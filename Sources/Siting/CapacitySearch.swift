/// A choice of sites that turn people away when they are full, made greedily and bettered by exchange; what a choice serves is a
/// flow.
///
/// What a site adds only falls as others open, so one whose gain of last time is not enough is not tried anew (Minoux 1978).
struct CapacitySearch {
    private let service: LimitedService
    private let capacities: [Double]
    private let prices: [Double]
    private let limit: Int
    private let budget: Double
    /// What is open in any case, filled.
    private let base: SiteFlow
    /// For each site how many live near it, or it can serve: what it adds at most; 0 for one that is open.
    private let ceilings: [Double]
    /// The best choice so far, and what it serves.
    private(set) var sites: [Int] = []
    private(set) var flow: SiteFlow

    /// Starts from what is open in any case.
    init(
        weights: [Double], rows: [[Int32]], capacities: [Double], isOpen: [Bool], prices: [Double],
        limit: Int?,
        budget: Double?
    ) {
        let service = LimitedService(
            weights: [weights],
            sites: rows.indices.map {
                .init(rows: rows[$0], capacity: [isOpen[$0] ? capacities[$0] : 0])
            },
            additions: [])
        self.service = service
        (self.capacities, self.prices) = (capacities, prices)
        (self.limit, self.budget) = (limit ?? .max, budget ?? .infinity)
        base = SiteFlow(service, year: 0)
        ceilings = rows.indices.map { site in
            isOpen[site] ? 0 : min(capacities[site], rows[site].reduce(0) { $0 + weights[Int($1)] })
        }
        flow = base
    }

    /// Tries a choice, filled up greedily, and keeps it where it serves more.
    ///
    /// - Parameters:
    ///   - start: the sites to begin with, as far as the limits go.
    ///   - perYuan: whether what a site adds is held against its price.
    mutating func tryChoice(from start: [Int], perYuan: Bool) {
        var (sites, flow, left) = ([Int](), base, budget)
        for site in start where sites.count < limit && prices[site] <= left && ceilings[site] > 0 {
            flow.grow(site, by: capacities[site])
            sites.append(site)
            left -= prices[site]
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
                var (flow, money) = (base, budget)
                for other in others {
                    flow.grow(other, by: capacities[other])
                    money -= prices[other]
                }
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
        func price(_ site: Int) -> Double { perYuan ? max(1, prices[site]) : 1 }
        var known = ceilings.indices.map {
            (score: min(ceilings[$0], flow.reachable(by: $0)) / price($0), isExact: false)
        }
        for site in sites { known[site].score = 0 }
        while sites.count < limit {
            var best: Int?
            for site in known.indices where known[site].score > 1e-9 && prices[site] <= left {
                if let so = best, known[so].score >= known[site].score { continue }
                best = site
            }
            guard let best else { return }
            var trial = flow
            trial.grow(best, by: capacities[best])
            if known[best].isExact {
                flow = trial
                sites.append(best)
                left -= prices[best]
                for site in known.indices { known[site].isExact = false }
                known[best].score = 0
                continue
            }
            known[best] = ((trial.served - flow.served) / price(best), true)
        }
    }
}
