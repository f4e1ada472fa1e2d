/// Change ratios of cohorts over five years, by which small areas are projected.
///
/// Hamilton and Perry, *A short method for projecting population by age from one decennial census to another*
/// (Social Forces 41, 1962): people of a group over those of the group five years younger five years before. The
/// youngest follow the women of 15 to 49 at the same time (child–woman ratio); the open group the two
/// groups that it comes from together. Small areas that have no earlier count of their own take the ratios
/// of the district that they belong to.
package struct HamiltonPerry: Hashable, Sendable {
    /// The ratio into each group from the one before; of group 0 the children per woman of 15 to 49.
    package let female: [Double]
    /// The same of men; of group 0 the boys per woman.
    package let male: [Double]

    /// The ratios between two structures five years apart; 0 where a group came from nobody.
    package init(before: AgeStructure, after: AgeStructure) {
        func ratio(_ a: Double, _ b: Double) -> Double { b > 0 ? a / b : 0 }
        let last = AgeStructure.groupCount - 1
        let women = Self.fertileWomen(after)
        func ratios(_ sex: Sex) -> [Double] {
            (0...last).map { group in
                switch group {
                case 0: ratio(after[sex][0], women)
                case last: ratio(after[sex][last], before[sex][last - 1] + before[sex][last])
                default: ratio(after[sex][group], before[sex][group - 1])
                }
            }
        }
        female = ratios(.female)
        male = ratios(.male)
    }

    /// An area's people five years on.
    package func project(_ people: AgeStructure) -> AgeStructure {
        let last = AgeStructure.groupCount - 1
        var end = AgeStructure.none
        for (sex, ratios) in [(Sex.female, female), (.male, male)] {
            for group in 1...last {
                let from = people[sex][group - 1] + (group == last ? people[sex][last] : 0)
                end[sex][group] = from * ratios[group]
            }
        }
        let women = Self.fertileWomen(end)
        end.female[0] = women * female[0]
        end.male[0] = women * male[0]
        return end
    }

    /// Areas brought to a total by sex and age, each group in proportion; where the areas have nobody of a
    /// group, the total's people are shared by all the areas' people.
    package static func controlled(_ areas: [AgeStructure], to total: AgeStructure) -> [AgeStructure] {
        let sum = areas.reduce(.none, +)
        let everybody = sum.total
        var controlled = areas
        for sex in Sex.allCases {
            for group in 0..<AgeStructure.groupCount {
                let target = total[sex][group]
                for index in areas.indices {
                    controlled[index][sex][group] =
                        sum[sex][group] > 0
                        ? areas[index][sex][group] * (target / sum[sex][group])
                        : everybody > 0 ? target * (areas[index].total / everybody) : 0
                }
            }
        }
        return controlled
    }

    private static func fertileWomen(_ people: AgeStructure) -> Double {
        AgeStructure.fertileGroups.reduce(0) { $0 + people.female[$1] }
    }
}
