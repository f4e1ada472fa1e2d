extension SitingProblem {
    /// p-center: the least distance within which p sites serve every demand that candidates reach, found by halving
    /// the list of distances and asking each time for the fewest sites (Minieka 1970).
    func solvedCenter() throws(SitingFailure) -> SitingSolution {
        let p = p ?? 0
        let distances = Set(usefulPairs.map(\.distance)).sorted()
        guard !distances.isEmpty else {
            // Nobody is within reach of anything: what must stand, stands all the same.
            let required = table.candidates.indices.filter { table.candidates[$0].state == .required }
            return solution(sites: required, bound: nil)
        }
        var known: [Int: (solution: SitingSolution?, least: Int)] = [:]
        func answer(_ index: Int) throws(SitingFailure) -> (solution: SitingSolution?, least: Int) {
            if let known = known[index] { return known }
            let found = try covering(within: distances[index])
            known[index] = found
            return found
        }
        func isEnough(_ index: Int) throws(SitingFailure) -> Bool {
            try answer(index).solution.map { $0.sites.count <= p } ?? false
        }
        guard try isEnough(distances.count - 1) else {
            let least = try answer(distances.count - 1).least
            if least == .max { throw .cannotServeAll(sitesNeeded: nil) }
            if least > p { throw .cannotServeAll(sitesNeeded: least) }
            throw .noneFound
        }
        var (low, high) = (0, distances.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if try isEnough(middle) { high = middle } else { low = middle + 1 }
        }
        guard let best = try answer(high).solution else { throw .noneFound }
        // The shortest distance that is not known to be too short.
        var (first, last) = (0, high)
        while first < last {
            let middle = (first + last) / 2
            if try answer(middle).least > p { first = middle + 1 } else { last = middle }
        }
        return centered(best, radius: distances[high], bound: distances[last])
    }

    /// The fewest sites within a distance, and how many at least are needed.
    private func covering(
        within limit: Double
    ) throws(SitingFailure) -> (solution: SitingSolution?, least: Int) {
        if isSimple {
            let (sites, least) = cover(within: limit)
            if least == .max { return (nil, least) }
            return (solution(sites: sites, bound: nil), least)
        }
        return try programCovering(within: limit)
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
