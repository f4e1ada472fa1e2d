/// What share of all access the worst-served share of people have.
///
/// Within one place all have the same, so that the curve runs straight from place to place.
package struct LorenzCurve: Hashable, Sendable {
    /// Cumulative shares of the people, from 0 to 1.
    package let people: [Double]
    /// Cumulative shares of what they have, from 0 to 1.
    package let access: [Double]

    /// Makes the curve of values and the people who have each; nothing where there are no people or all have 0.
    ///
    /// - Parameters:
    ///   - values: what one person has, none below 0.
    ///   - weights: how many people have it, none below 0.
    package init?(_ values: [Double], weights: [Double]) {
        precondition(values.count == weights.count, "a weight for each value")
        let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
        let people = weights.reduce(0, +)
        let access = values.indices.reduce(0) { $0 + values[$1] * weights[$1] }
        guard people > 0, access > 0 else { return nil }
        var (sumOfPeople, sumOfAccess) = (0.0, 0.0)
        var points = (people: [0.0], access: [0.0])
        for index in order where weights[index] > 0 {
            sumOfPeople += weights[index]
            sumOfAccess += weights[index] * values[index]
            points.people.append(sumOfPeople / people)
            points.access.append(sumOfAccess / access)
        }
        (self.people, self.access) = points
    }

    /// The share that the worst-served share of the people have, from straight pieces.
    package func access(ofLowest share: Double) -> Double {
        guard let upper = people.firstIndex(where: { $0 >= share }), upper > 0 else {
            return share <= 0 ? 0 : 1
        }
        let (left, right) = (people[upper - 1], people[upper])
        let part = right > left ? (share - left) / (right - left) : 1
        return access[upper - 1] + part * (access[upper] - access[upper - 1])
    }
}
