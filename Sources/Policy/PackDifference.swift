/// How an entry of one pack differs from the entry of the same id in another.
package struct PackDifference: Hashable, Sendable {
    /// What became of it.
    package enum Change: Hashable, Sendable {
        /// Only the second pack has it.
        case added
        /// Only the first pack has it.
        case removed
        /// Both have it, with other values.
        case changed
        /// Both have it, but count by different versions, so that their figures say nothing of each other.
        case countedDifferently
    }

    /// A key with its value in either pack; nothing where a pack does not state it.
    package struct Value: Hashable, Sendable {
        package let key: String
        package let old: String?
        package let new: String?
    }

    /// The entry of the first pack; nothing where it is added.
    package let old: PackEntry?
    /// The entry of the second pack; nothing where it is removed.
    package let new: PackEntry?
    /// What became of it.
    package let change: Change
    /// The keys whose values differ; of what is added or removed all of them, of different versions none.
    package let values: [Value]

    /// The list that the entry stands in.
    package var section: PackEntry.Section { (new ?? old)?.section ?? .general }
    /// Its id.
    package var id: String { (new ?? old)?.id ?? "" }

    /// All differences of two packs, section by section, each in the order of the first pack and then of the second.
    ///
    /// The general entry is one for both, whatever their ids; documents are compared as all else.
    package static func between(_ a: PolicyPack, _ b: PolicyPack) -> [PackDifference] {
        let (first, second) = (a.entries, b.entries)
        return PackEntry.Section.allCases.flatMap { section in
            let olds = first.filter { $0.section == section }
            let news = second.filter { $0.section == section }
            if section == .general {
                let places = (
                    PackEntry.Fact.bilingual("jurisdiction", a.jurisdiction),
                    PackEntry.Fact.bilingual("jurisdiction", b.jurisdiction)
                )
                return zip(olds, news).compactMap { PackDifference($0, $1, besides: places) }
            }
            return olds.compactMap { old in
                PackDifference(old, news.first { $0.id == old.id })
            }
                + news.filter { new in !olds.contains { $0.id == new.id } }
                .compactMap { PackDifference(nil, $0) }
        }
    }

    private init?(
        _ old: PackEntry?, _ new: PackEntry?, besides: ([PackEntry.Fact], [PackEntry.Fact]) = ([], [])
    ) {
        self.old = old
        self.new = new
        if let old, let new, old.version != new.version {
            change = .countedDifferently
            values = []
            return
        }
        let isInBoth = old != nil && new != nil
        let a = besides.0 + PackDifference.values(of: old, named: isInBoth)
        let b = besides.1 + PackDifference.values(of: new, named: isInBoth)
        let keys = a.map(\.key) + b.map(\.key).filter { key in !a.contains { $0.key == key } }
        values = keys.compactMap { key in
            let (x, y) = (a.first { $0.key == key }?.value, b.first { $0.key == key }?.value)
            return x == y ? nil : Value(key: key, old: x, new: y)
        }
        switch (old, new) {
        case (nil, _): change = .added
        case (_, nil): change = .removed
        default: change = .changed
        }
        if values.isEmpty { return nil }
    }

    /// An entry's facts, and among them its clause and, where it is in both packs, what people call it.
    private static func values(of entry: PackEntry?, named: Bool) -> [PackEntry.Fact] {
        guard let entry else { return [] }
        let key = entry.section == .citations ? "title" : "name"
        return (named ? entry.name.map { PackEntry.Fact.bilingual(key, $0) } ?? [] : []) + entry.facts
            + (entry.clause.map { [PackEntry.Fact("clause", $0.label)] } ?? [])
    }
}
