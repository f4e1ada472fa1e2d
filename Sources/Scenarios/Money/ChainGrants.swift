internal import Places
internal import Policy

/// Money for operators of chains (连锁运营机构): once, in the year at whose end an operator first runs so many
/// facilities as a subsidy asks for.
struct ChainGrants {
    /// One operator who is given the money of one subsidy.
    struct Grant {
        /// The subsidy's place in the pack.
        let subsidy: Int
        let yuan: ExactDecimal
        /// The facility that completes the chain, where the money counts.
        ///
        /// The last to open; of those of one day the last by id.
        let facility: Int
    }

    let pack: PolicyPack

    /// The grants of a year, by subsidy and operator's name in byte order.
    ///
    /// - Parameters:
    ///   - before: the facilities as they stand at the end of the year before.
    ///   - dayBefore: that day.
    ///   - after: the facilities as they stand at the year's end.
    ///   - end: that day.
    /// - Returns: the grants.
    func grants(from before: [Facility], on dayBefore: Day, to after: [Facility], on end: Day) -> [Grant] {
        var grants: [Grant] = []
        for (index, subsidy) in pack.subsidies.enumerated() {
            guard let size = subsidy.chainOf, case .once(let yuan) = subsidy.form,
                subsidy.isInForce(on: end)
            else { continue }
            let chains = chains(of: subsidy, among: after, on: end)
            let earlier = sizes(of: subsidy, among: before, on: dayBefore)
            for (name, facilities) in chains
            where facilities.count >= size && earlier[name, default: 0] < size {
                let last = facilities.max { a, b in
                    let (first, second) = (opening(of: after[a]), opening(of: after[b]))
                    return first == second
                        ? precedesInByteOrder(after[a].id, after[b].id) : first < second
                }
                if let last { grants.append(Grant(subsidy: index, yuan: yuan, facility: last)) }
            }
        }
        return grants
    }

    /// How many facilities each operator ran.
    private func sizes(
        of subsidy: Subsidy, among facilities: [Facility], on day: Day
    ) -> [String: Int] {
        Dictionary(
            uniqueKeysWithValues: chains(of: subsidy, among: facilities, on: day).map { ($0, $1.count) })
    }

    private func chains(
        of subsidy: Subsidy, among facilities: [Facility], on day: Day
    ) -> [(name: String, facilities: [Int])] {
        var chains: [String: [Int]] = [:]
        for (index, facility) in facilities.enumerated() {
            guard let name = facility.operatorName, facility.isOpen(on: day),
                subsidy.selector.counts(facility), subsidy.payday(of: facility, on: day) <= day
            else { continue }
            chains[name, default: []].append(index)
        }
        return chains.sorted { precedesInByteOrder($0.key, $1.key) }.map { ($0.key, $0.value) }
    }

    private func opening(of facility: Facility) -> Int32 { facility.opened?.last.ordinal ?? .min }
}
