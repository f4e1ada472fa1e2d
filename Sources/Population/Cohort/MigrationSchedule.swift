/// How unevenly people of different ages move: the shape of net migration by age.
///
/// Rogers and Castro, *Model Migration Schedules* (IIASA RR-81-30, 1981), with their fundamental parameters:
/// m(x) = 0.02·e^(−0.1x) + 0.06·e^(−0.1(x − 20) − e^(−0.4(x − 20))) + 0.003, taken at the middle of each group.
/// The exponential is worked out here, since this room has no mathematics library.
package enum MigrationSchedule {
    /// The intensity of each five-year group; only their proportions mean anything.
    package static let intensities: [Double] = (0..<AgeStructure.groupCount).map { group in
        let age = Double(group) * 5 + 2.5
        return 0.02 * exponential(-0.1 * age)
            + 0.06 * exponential(-0.1 * (age - 20) - exponential(-0.4 * (age - 20))) + 0.003
    }

    /// Net migrants per person and year of each group, so that all ages together have a given rate.
    ///
    /// - Parameters:
    ///   - rate: net migrants per person and year; below 0 where more leave than come.
    ///   - people: those who live there.
    /// - Returns: one rate for each group, the same for both sexes.
    package static func rates(_ rate: Double, of people: AgeStructure) -> [Double] {
        let total = people.total
        guard rate != 0, total > 0 else { return Array(repeating: 0, count: AgeStructure.groupCount) }
        let mean =
            intensities.indices.reduce(0) {
                $0 + intensities[$1] * (people.female[$1] + people.male[$1])
            } / total
        return intensities.map { rate * $0 / mean }
    }

    /// e to a power, to the last bits: the power halved until its series is short, and squared back.
    static func exponential(_ power: Double) -> Double {
        if power < -700 { return 0 }
        var (halvings, reduced) = (0, power)
        while abs(reduced) > 0.5 {
            reduced /= 2
            halvings += 1
        }
        var (term, sum) = (1.0, 1.0)
        for order in 1...20 {
            term *= reduced / Double(order)
            sum += term
        }
        for _ in 0..<halvings { sum *= sum }
        return sum
    }
}
