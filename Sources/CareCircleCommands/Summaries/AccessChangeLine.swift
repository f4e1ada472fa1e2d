internal import Coverage
internal import Foundation
internal import Places
internal import Reports
internal import Scenarios

/// One line of access in two scenarios: what a city's elders share of a capacity in a year, by one method.
struct AccessChangeLine {
    let change: AccessChange
    let scope: Scope
    let method: CatchmentMethod
    let first: MethodAccess?
    let other: MethodAccess?

    /// A line for each year, capacity, city and method.
    static func ofCity(in changes: [AccessChange]) -> [AccessChangeLine] {
        changes.flatMap { change -> [AccessChangeLine] in
            guard let any = change.any else { return [] }
            return any.scopes.enumerated().flatMap { position, row -> [AccessChangeLine] in
                guard case .city = row.scope else { return [] }
                return CatchmentMethod.allCases.enumerated().map { index, method in
                    AccessChangeLine(
                        change: change, scope: row.scope, method: method,
                        first: change.first?.scopes[position].access.methods[index],
                        other: change.other?.scopes[position].access.methods[index])
                }
            }
        }
    }

    var json: JSONText {
        func figures(_ access: MethodAccess?) -> JSONText {
            guard let access else { return .null }
            return .object([
                ("per_1000_elders", .number(access.mean.map { $0 * 1_000 })),
                ("unmet", .number(access.unmet)), ("elders_without", .number(access.eldersWithout)),
                ("gini", .number(access.gini)),
            ])
        }
        return .object([
            ("year", .whole(change.year)), ("scope_id", .text(scope.identifier)),
            ("capacity", .text(change.capacity.rawValue)), ("method", .text(method.rawValue)),
            ("norm_per_1000", .number(change.any.map { $0.norm * 1_000 })), ("access", figures(other)),
            ("access_first", figures(first)),
        ])
    }

    func words(_ say: Language) -> String {
        let name = MeasureWording(language: say).capacity(change.capacity)
        func figure(_ value: (MethodAccess) -> Double?, _ decimals: Int) -> String {
            func text(_ access: MethodAccess?) -> String {
                access.flatMap(value).map { NumberText.fixed($0, decimals: decimals) } ?? "–"
            }
            return say("\(text(other)) (first: \(text(first)))", "\(text(other))（基准 \(text(first))）")
        }
        return say(
            "\(change.year)  \(name), \(method.rawValue): \(figure({ $0.unmet }, 1)) lacking, \(figure({ $0.eldersWithout }, 1)) elders have none, Gini \(figure(\.gini, 3))",
            "\(change.year)  \(name)，\(method.rawValue)：尚缺 \(figure({ $0.unmet }, 1))，无可及老年人 \(figure({ $0.eldersWithout }, 1))，基尼系数 \(figure(\.gini, 3))"
        )
    }
}
