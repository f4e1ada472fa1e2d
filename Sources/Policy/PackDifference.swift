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
    /// The general entry is one for both, whatever they are called; documents are compared as all else.
    package static func between(_ a: PolicyPack, _ b: PolicyPack) -> [PackDifference] {
        let (first, second) = (a.entries, b.entries)
        return PackEntry.Section.allCases.flatMap { section in
            let olds = first.filter { $0.section == section }
            let news = second.filter { $0.section == section }
            if section == .general {
                return zip(olds, news).compactMap { PackDifference($0, $1) }
            }
            return olds.compactMap { old in
                PackDifference(old, news.first { $0.id == old.id })
            }
                + news.filter { new in !olds.contains { $0.id == new.id } }
                .compactMap { PackDifference(nil, $0) }
        }
    }

    private init?(_ old: PackEntry?, _ new: PackEntry?) {
        self.old = old
        self.new = new
        if let old, let new, old.version != new.version {
            change = .countedDifferently
            values = []
            return
        }
        let (a, b) = (PackDifference.values(of: old), PackDifference.values(of: new))
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

    /// An entry's facts, and its clause as one of them.
    private static func values(of entry: PackEntry?) -> [PackEntry.Fact] {
        guard let entry else { return [] }
        return entry.facts + (entry.clause.map { [PackEntry.Fact("clause", $0.label)] } ?? [])
    }
}
