internal import Places

/// The people of a community by sex and five-year age group in the shape of a whole nation, so that they add up to its population
/// and its elders.
///
/// China's census of 2020 in millions: those of 60 and over add up to 264, all to 1,409, as its main data say (264.02 and, with
/// the armed forces, 1,411.78); the share of men in each group is assumed. An estimate: no place is the nation.
package struct NationalAges: Hashable, Sendable {
    /// Women and girls in each group.
    package let female: [Int]
    /// Men and boys in each group.
    package let male: [Int]

    /// People of 60 and over by five-year group, in millions.
    private static let elders = [73.0, 74, 50, 31, 20, 16]

    /// Shares a community's people out.
    package init(population: Int, elders: Int) {
        let groups =
            SyntheticAges.shared(max(0, population - elders), by: SyntheticAges.belowSixty)
            + SyntheticAges.shared(min(elders, population), by: Self.elders)
        male = zip(groups, SyntheticAges.shareOfMen).map { Int((Double($0) * $1).rounded()) }
        female = zip(groups, male).map { $0 - $1 }
    }

    /// The columns `f_0_4` … `m_85_plus`.
    var columns: [(name: String, people: Int)] {
        let names = (0..<SexByAge.groupCount).map(SexByAge.name(ofGroup:))
        return zip(names, female).map { ("f_" + $0, $1) } + zip(names, male).map { ("m_" + $0, $1) }
    }
}
