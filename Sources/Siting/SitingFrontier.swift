/// What more sites, or more money, would serve: the best coverage found for each of several limits, and what no choice
/// under that limit does better than.
///
/// One choice grows from limit to limit: what the last one holds, what is added greedily, then exchanges (Teitz & Bart
/// 1968). One set of multipliers climbs along with it, so that each limit has a Lagrangian bound of its own.
package struct SitingFrontier: Hashable, Sendable {
    /// The limits of a frontier.
    package enum Limits: Hashable, Sendable {
        /// So many new sites, from none up.
        case sites(upTo: Int)
        /// So much money, yuan, from nothing up in equal steps; the last one ends at the budget.
        case money(upTo: Double, step: Double)

        /// The limits in ascending order, the first of which buys nothing new.
        var list: [(sites: Int?, budget: Double?)] {
            switch self {
            case .sites(let most): return (0...max(0, most)).map { ($0, nil) }
            case .money(let most, let step):
                var list = stride(from: 0.0, to: most, by: step).map { Double?($0) }
                list.append(most)
                return list.map { (nil, $0) }
            }
        }
    }

    /// The best choice found under one limit.
    package struct Point: Hashable, Sendable {
        /// How many new sites it allows; nothing where money is limited.
        package let p: Int?
        /// How much money it allows, yuan; nothing where the number is limited.
        package let budget: Double?
        /// The chosen candidates, as ascending indices into the table's.
        package let sites: [Int]
        /// What they cost, yuan; nothing where one of them states no cost.
        package let cost: Double?
        /// The weight that they and what exists serve.
        package let served: Double
        /// What no choice under the limit serves more than.
        package let bound: Double

        /// How far the served weight is from the bound at most, as a share of it.
        package var gap: Double {
            guard bound != served else { return 0 }
            return served == 0 ? .infinity : (bound - served) / served
        }
    }

    /// One for each limit, in ascending order.
    package let points: [Point]
    /// All demand of the table.
    package let demand: Double
}

extension SitingProblem {
    /// The frontier of an MCLP under limits that take the place of its own.
    ///
    /// With capacities or upgrades each point is a problem of its own, for CBC.
    ///
    /// - Parameters:
    ///   - limits: the limits.
    ///   - isProven: whether each point that the bounds leave open is searched as far as the problem's effort goes, as those
    ///     of small tables always are.
    /// - Returns: the frontier.
    /// - Throws: ``SitingFailure`` where the required candidates break a limit.
    package func frontier(
        _ limits: SitingFrontier.Limits, isProven: Bool = false
    ) throws(SitingFailure) -> SitingFrontier {
        let demand = table.demands.reduce(0) { $0 + $1.weight }
        // Candidates that are required take part of every choice, so that the first limit must hold them.
        let required = table.candidates.indices.filter { table.candidates[$0].state == .required }
        let least = (sites: required.count, cost: cost(of: required))
        let list = limits.list.filter { limit in
            limit.sites.map { $0 >= least.sites } ?? true && limit.budget.map { $0 >= least.cost } ?? true
        }
        guard !list.isEmpty else {
            switch limits {
            case .sites(let most): throw .requiredBeyondNumber(required: least.sites, p: most)
            case .money(let most, _): throw .requiredBeyondBudget(cost: least.cost, budget: most)
            }
        }
        var points: [SitingFrontier.Point] = []
        if isSimple {
            // A table so small is searched to the end in no time.
            let isSmall = table.pairs.count <= 3000
            var growth = FrontierGrowth(self, isMoney: list[0].budget != nil)
            for limit in list {
                var point = growth.point(p: limit.sites, budget: limit.budget)
                if isProven || isSmall, point.served < point.bound { point = try searched(point) }
                // Whoever may spend more serves no less.
                if let last = points.last, last.served > point.served {
                    point = SitingFrontier.Point(
                        p: limit.sites, budget: limit.budget, sites: last.sites, cost: last.cost,
                        served: last.served, bound: max(point.bound, last.served))
                }
                points.append(withoutNeedless(point))
            }
        } else {
            for limit in list {
                let found = try SitingProblem(
                    .mclp, table, p: limit.sites, budget: limit.budget, effort: effort
                ).solved()
                points.append(
                    SitingFrontier.Point(
                        p: limit.sites, budget: limit.budget, sites: found.sites, cost: found.cost,
                        served: found.served, bound: found.bound))
            }
        }
        // Whoever may spend less serves no more.
        for index in points.indices.reversed().dropFirst() where points[index].bound > points[index + 1].bound
        {
            let point = points[index]
            points[index] = SitingFrontier.Point(
                p: point.p, budget: point.budget, sites: point.sites, cost: point.cost, served: point.served,
                bound: max(point.served, points[index + 1].bound))
        }
        return SitingFrontier(points: points, demand: demand)
    }

    /// A point without the sites that serve nobody whom others do not.
    private func withoutNeedless(_ point: SitingFrontier.Point) -> SitingFrontier.Point {
        let sites = needed(point.sites, for: point.served)
        return SitingFrontier.Point(
            p: point.p, budget: point.budget, sites: sites, cost: statedCost(of: sites),
            served: point.served, bound: point.bound)
    }

    /// A point after a search of its own; what was known of it stays where the search brings nothing better.
    private func searched(_ point: SitingFrontier.Point) throws(SitingFailure) -> SitingFrontier.Point {
        let found = try SitingProblem(.mclp, table, p: point.p, budget: point.budget, effort: effort).solved()
        let isBetter = found.served > point.served
        let served = max(found.served, point.served)
        return SitingFrontier.Point(
            p: point.p, budget: point.budget, sites: isBetter ? found.sites : point.sites,
            cost: isBetter ? found.cost : point.cost, served: served,
            bound: max(served, min(point.bound, found.bound)))
    }
}
