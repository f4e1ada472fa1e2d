extension SitingProblem {
    /// p-center: the least distance within which p sites serve every demand that candidates reach, found among the
    /// distances by asking each time for the fewest sites (Minieka 1970).
    ///
    /// No distance is enough below that of the place whose nearest candidate is farthest. From there up the list is tried in
    /// steps that double, and then by halving.
    func solvedCenter() throws(SitingFailure) -> SitingSolution {
        let p = p ?? 0
        guard let least = farthestNearest else {
            // Nobody is within reach of anything: what must stand, stands all the same.
            let required = table.candidates.indices.filter { table.candidates[$0].state == .required }
            return solution(sites: required, bound: nil)
        }
        let first = try covering(within: least)
        if let found = first.solution, found.sites.count <= p {
            return centered(found, radius: least, bound: least)
        }
        let distances = distances(from: least)
        var known: [Int: (solution: SitingSolution?, least: Int)] = [0: first]
        func answer(_ index: Int) throws(SitingFailure) -> (solution: SitingSolution?, least: Int) {
            if let known = known[index] { return known }
            let found = try covering(within: distances[index])
            known[index] = found
            return found
        }
        func isEnough(_ index: Int) throws(SitingFailure) -> Bool {
            try answer(index).solution.map { $0.sites.count <= p } ?? false
        }
        let last = distances.count - 1
        var (low, high, step) = (0, min(1, last), 1)
        while try !isEnough(high) {
            guard high < last else {
                let least = try answer(last).least
                if least == .max { throw .cannotServeAll(sitesNeeded: nil) }
                if least > p { throw .cannotServeAll(sitesNeeded: least) }
                throw .noneFound
            }
            low = high
            step *= 2
            high = min(last, high + step)
        }
        while low < high {
            let middle = (low + high) / 2
            if try isEnough(middle) { high = middle } else { low = middle + 1 }
        }
        guard let best = try answer(high).solution else { throw .noneFound }
        // The shortest distance that is not known to be too short.
        var (short, long) = (0, high)
        while short < long {
            let middle = (short + long) / 2
            if try answer(middle).least > p { short = middle + 1 } else { long = middle }
        }
        return centered(best, radius: distances[high], bound: distances[long])
    }

    /// How far the place is from its nearest candidate for which that is farthest; nothing where candidates reach nobody.
    private var farthestNearest: Double? {
        var nearest = [Double](repeating: .infinity, count: table.demands.count)
        for pair in table.pairs where isUseful(pair) {
            nearest[pair.demand] = min(nearest[pair.demand], pair.distance)
        }
        return nearest.lazy.filter { $0 < .infinity }.max()
    }

    /// The distances from one up, ascending, each once.
    private func distances(from least: Double) -> [Double] {
        var sorted: [Double] = []
        for pair in table.pairs where pair.distance >= least && isUseful(pair) {
            sorted.append(pair.distance)
        }
        sorted.sort()
        var count = 0
        for distance in sorted where count == 0 || distance > sorted[count - 1] {
            sorted[count] = distance
            count += 1
        }
        return Array(sorted[..<count])
    }

    /// The fewest sites within a distance, and how many at least are needed, as far as p asks for it.
    private func covering(
        within limit: Double
    ) throws(SitingFailure) -> (solution: SitingSolution?, least: Int) {
        guard isSimple else { return try programCovering(within: limit) }
        var quick = self
        quick.effort = SitingEffort(nodes: 0)
        var (sites, least) = quick.cover(within: limit)
        if least == .max { return (nil, least) }
        // Whether p sites are enough may be plain without a proof of how few are.
        if let p, least <= p, sites.count > p { (sites, least) = cover(within: limit) }
        return (solution(sites: sites, bound: nil), least)
    }

    /// A cover as a solution of p-center.
    private func centered(_ cover: SitingSolution, radius: Double, bound: Double) -> SitingSolution {
        if isSimple {
            let found = solution(sites: cover.sites, bound: nil)
            return solution(sites: cover.sites, bound: bound >= found.objective ? nil : bound)
        }
        return cover.asCenter(farthest: radius, bound: bound)
    }
}
