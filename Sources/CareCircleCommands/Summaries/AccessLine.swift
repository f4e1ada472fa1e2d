internal import Coverage
internal import Foundation
internal import Places
internal import Reports

/// One line of access to a capacity: what the city's elders share, by one method.
struct AccessLine {
    let capacity: CareCapacity
    let row: CapacityAccess.ScopeRow
    let method: MethodAccess
    let norm: Double

    /// A line for each city and method.
    static func ofCity(in access: CapacityAccess) -> [AccessLine] {
        access.scopes.flatMap { row -> [AccessLine] in
            guard case .city = row.scope else { return [] }
            return row.access.methods.map {
                AccessLine(capacity: access.capacity, row: row, method: $0, norm: access.norm)
            }
        }
    }

    var json: JSONText {
        .object([
            ("scope_id", .text(row.scope.identifier)), ("capacity", .text(capacity.rawValue)),
            ("method", .text(method.method.rawValue)), ("supply", .number(row.supply)),
            ("capacity_unstated", .whole(row.unstated)), ("elders", .number(row.access.elders)),
            ("elders_unknown", .number(row.access.eldersUnknown)),
            ("per_1000_elders", .number(method.mean.map { $0 * 1_000 })),
            ("norm_per_1000", .number(norm * 1_000, decimals: 6)),
            ("unmet", .number(method.unmet, decimals: 6)),
            ("elders_without", .number(method.eldersWithout)), ("gini", .number(method.gini)),
            ("palma", .number(method.palma)), ("theil", .number(method.theil)),
            ("concentration", .number(method.concentration)),
        ])
    }

    func words(_ say: Language) -> String {
        let name = MeasureWording(language: say).capacity(capacity)
        let mean = method.mean.map { NumberText.fixed($0 * 1_000, decimals: 1) } ?? "–"
        let gini = method.gini.map { NumberText.fixed($0, decimals: 3) } ?? "–"
        let unmet = NumberText.fixed(method.unmet, decimals: 1)
        let without = NumberText.fixed(method.eldersWithout, decimals: 1)
        return say(
            "\(name), \(method.method.rawValue): \(mean) per 1,000 elders, \(unmet) lacking against \(NumberText.fixed(norm * 1_000, decimals: 1)), \(counted(without, "elder has", "elders have")) none, Gini \(gini)",
            "\(name)，\(method.method.rawValue)：每千名老年人 \(mean)，按 \(NumberText.fixed(norm * 1_000, decimals: 1)) 计尚缺 \(unmet)，\(without) 名老年人无可及，基尼系数 \(gini)"
        )
    }
}
