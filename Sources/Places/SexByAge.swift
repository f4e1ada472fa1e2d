/// How many people a community states by sex and five-year age group (the columns `m_0_4` … `f_85_plus`).
package struct SexByAge: Hashable, Sendable {
    /// How many groups each sex has: 0–4, 5–9 … 80–84, and 85 and over.
    package static let groupCount = 18

    /// Women and girls by group.
    package let female: [ExactDecimal]
    /// Men and boys by group.
    package let male: [ExactDecimal]

    /// Makes the figures of both sexes; nothing unless each has all its groups.
    package init?(female: [ExactDecimal], male: [ExactDecimal]) {
        guard female.count == Self.groupCount, male.count == Self.groupCount else { return nil }
        (self.female, self.male) = (female, male)
    }

    /// The ages of a group, as columns name it: `0_4`, `85_plus`.
    package static func name(ofGroup group: Int) -> String {
        group == groupCount - 1 ? "\(group * 5)_plus" : "\(group * 5)_\(group * 5 + 4)"
    }

    /// People of both sexes from a group on.
    package func people(in groups: Range<Int>) -> ExactDecimal {
        groups.reduce(.zero) { $0 + female[$1] + male[$1] }
    }
}
