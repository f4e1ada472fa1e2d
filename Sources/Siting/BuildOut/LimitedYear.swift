/// One year of a build-out where sites turn people away: what could stand in it by then, whatever stood before.
///
/// Whatever opens over the years, what stands in a year is one choice under the sums of the limits up to it; so what no choice
/// of the year serves more than, added up over the years, bounds all openings.
struct LimitedYear {
    let ground: CapacitatedSites
    /// The option that each site of the ground is; nothing for what stands.
    private let options: [Int?]

    /// Lists what stands in a year, and beside it what options would add.
    ///
    /// - Parameters:
    ///   - year: the year.
    ///   - problem: the options and the limits.
    ///   - service: the sites and the people.
    ///   - fixed: the draft with what is settled and nothing else.
    init(_ year: Int, of problem: BuildOutProblem, service: LimitedService, fixed: BuildOutDraft) {
        var (rows, capacities) = (service.sites.map(\.rows), service.sites.map { $0.capacity[year] })
        var (groups, members) = (Array(rows.indices), [Int: Int]())
        var options = [Int?](repeating: nil, count: rows.count)
        let money = problem.moneyUp(to: year, fixed: fixed)
        var prices = rows.map { _ in 0.0 }
        for (option, addition) in service.additions.enumerated() {
            guard let addition, addition.capacity[year] > 0 else { continue }
            let isSettled = fixed.isTaken(option)
            if isSettled ? fixed.openedIn[option] > year : !fixed.isPossible(option, by: year) { continue }
            if isSettled {
                capacities[addition.site] += addition.capacity[year]
                continue
            }
            // An upgrade stands beside what it adds to: it serves as many as the two together.
            var group = rows.count
            if let name = problem.options[option].group {
                group = members[name] ?? group
                members[name] = group
            }
            groups.append(group)
            rows.append(service.sites[addition.site].rows)
            capacities.append(addition.capacity[year])
            prices.append(
                money == nil ? 0 : Double(problem.leastCharge(of: problem.options[option], upTo: year)))
            options.append(option)
        }
        self.options = options
        ground = CapacitatedSites(
            weights: service.weights[year], rows: rows, capacities: capacities,
            isOpen: options.indices.map { options[$0] == nil && capacities[$0] > 0 },
            isFree: options.map { $0 != nil }, prices: prices, groups: groups,
            limit: problem.limits.perYear == nil ? nil : problem.numberUp(to: year, fixed: fixed),
            budget: money.map(Double.init))
    }

    /// What is served at most, and options that serve much in the year.
    ///
    /// - Parameters:
    ///   - known: what is known to be served.
    ///   - steps: how many subgradients at most.
    ///   - isSearched: whether options are searched for.
    /// - Returns: what no choice serves more than, and the best options that were found.
    func most(known: Double, steps: Int, isSearched: Bool) -> (served: Double, options: [Int]) {
        var dual = CapacityDual(ground, most: ground.most)
        dual.boundByRoom()
        guard isSearched, dual.bound > known else {
            dual.descend(steps: steps, known: known)
            return (dual.bound, [])
        }
        var search = CapacitySearch(ground)
        dual.descend(steps: steps, known: known) { sites in
            search.tryChoice(from: sites, perYuan: ground.budget != nil)
            return search.flow.served
        }
        return (dual.bound, search.sites.compactMap { options[$0] })
    }
}
