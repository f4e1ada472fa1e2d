package import Compliance
package import Places

/// When a target is met in a scenario, in one scope.
package struct TargetHistory: Hashable, Sendable {
    package let target: String
    package let due: PartialDate?
    package let scope: Scope
    /// The first year in which it is met; nothing where it is in none.
    package let firstMet: Int?
    /// The year from which on it is met in every year to the last; nothing where it is not met in the last.
    package let metToTheEndFrom: Int?
    /// The verdict of the year in which it is due; nothing where it is always due, or the run lacks the year.
    package let verdictWhenDue: Verdict?
    /// The row of the run's last year.
    package let last: TargetRow

    /// Makes a history of a target's rows in one scope, by year; nothing of no rows.
    init?(_ rows: [TargetRow]) {
        guard let last = rows.last else { return nil }
        target = last.target
        due = last.due
        scope = last.scope
        firstMet = rows.first { $0.verdict == .pass }?.year
        metToTheEndFrom = rows.reversed().prefix { $0.verdict == .pass }.last?.year
        verdictWhenDue = rows.first { $0.year == last.due?.last.year }?.verdict
        self.last = last
    }
}

extension ScenarioResult {
    /// When each target is met, by target in the pack's order and scope.
    package var targetHistories: [TargetHistory] {
        struct Key: Hashable {
            let target: String
            let scope: Scope
        }
        var order: [Key] = []
        var rows: [Key: [TargetRow]] = [:]
        for row in targets {
            let key = Key(target: row.target, scope: row.scope)
            if rows[key] == nil { order.append(key) }
            rows[key, default: []].append(row)
        }
        return order.compactMap { key in rows[key].flatMap { TargetHistory($0.sorted { $0.year < $1.year }) }
        }
    }
}
