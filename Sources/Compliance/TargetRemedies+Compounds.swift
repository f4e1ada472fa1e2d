internal import Coverage
internal import Places
internal import Policy

// Care space of compounds.
extension TargetRemedies {
    /// Compounds that hold no care space; where they are too few, others that state none.
    func spaceAside(_ count: Int, in scope: Scope) -> Remedy {
        func ids(where isMeant: (ExactDecimal?) -> Bool) -> [String] {
            figures.countedCompounds(in: scope).filter { isMeant(figures.records[$0].careSpace) }
                .map { study.compounds[$0].id }
        }
        let without = Array(ids { $0 == .zero }.prefix(count))
        return .setAside(
            without, open: count - without.count, of: without.count < count ? ids { $0 == nil } : [])
    }

    /// What new compounds lack, the least first; where they are too few, others of which it is not known.
    func newCompounds(_ count: Int, in scope: Scope) -> Remedy {
        let lacking = compounds(in: scope) { figures.shortfall(ofNewCompound: $0) }.prefix(count)
        let remedies = lacking.compactMap { index in
            figures.shortfall(ofNewCompound: index).map {
                AreaRemedy(area: study.compounds[index].id, remedy: .addSpace($0))
            }
        }
        let open =
            remedies.count < count
            ? figures.countedCompounds(in: scope).filter { figures.verdict(onNewCompound: $0) == .unknown }
            : []
        return .mendCompounds(
            remedies, open: count - remedies.count, of: open.map { study.compounds[$0].id })
    }

    /// The counted compounds that lack something, the least first.
    private func compounds(in scope: Scope, lack: (Int) -> ExactDecimal?) -> [Int] {
        let lacking: [(index: Int, lack: ExactDecimal)] = figures.countedCompounds(in: scope)
            .compactMap { index in lack(index).map { (index, $0) } }
        let sorted = lacking.sorted { a, b in a.lack == b.lack ? a.index < b.index : a.lack < b.lack }
        return sorted.map(\.index)
    }
}
