internal import Places

/// One entry of a pack — a rule, a target, an amount of money — as facts under the keys of a pack's file.
package struct PackEntry: Hashable, Sendable {
    /// The list of a pack that an entry stands in.
    package enum Section: String, Hashable, Sendable, CaseIterable {
        /// What is said once: how people walk, what counts for the measures, which services make which class.
        case general
        case circles, rules, targets, subsidies, entitlements, envelopes, costs
        case facilityNames = "facility_names"
        case citations
    }

    /// One fact: a key of the file and its value.
    package struct Fact: Hashable, Sendable {
        package let key: String
        package let value: String

        /// Makes a fact.
        package init(_ key: String, _ value: String) {
            self.key = key
            self.value = value
        }
    }

    /// The list that it stands in.
    package let section: Section
    /// Its id in that list.
    package let id: String
    /// What people call it; nothing where its id says it.
    package let name: BilingualText?
    /// Where it is written; nothing of what no document is named for.
    package let clause: Clause?
    /// By which count its figure is meant.
    package let version: BilingualText?
    /// What it says, in the order of the format's description.
    package let facts: [Fact]

    init(
        _ section: Section, _ id: String, name: BilingualText? = nil, clause: Clause? = nil,
        version: BilingualText? = nil, _ facts: [Fact?]
    ) {
        self.section = section
        self.id = id
        self.name = name
        self.clause = clause
        self.version = version
        self.facts = facts.compactMap(\.self)
    }
}

extension PackEntry.Fact {
    /// A fact of what is stated; nothing where it is not.
    static func stated(_ key: String, _ value: (some CustomStringConvertible)?) -> Self? {
        value.map { Self(key, "\($0)") }
    }

    /// A text in both languages, one fact for each.
    static func bilingual(_ key: String, _ text: BilingualText) -> [Self] {
        [Self("\(key).en", text.en), Self("\(key).zh", text.zh)]
    }

    /// The ends of a period.
    static func period(_ period: EffectivePeriod) -> [Self?] {
        [.stated("effective_from", period.from?.text), .stated("effective_to", period.to?.text)]
    }

    /// Where a rule applies; nothing where that is everywhere.
    static func area(_ area: PolicyArea) -> [Self?] {
        [
            area.districts.isEmpty
                ? nil : Self("where.districts", area.districts.joined(separator: "|")),
            .stated("where.setting", area.setting?.rawValue),
        ]
    }
}
