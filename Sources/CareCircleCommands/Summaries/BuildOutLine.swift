internal import Reports
internal import Scenarios
internal import Siting

/// What a scenario's build-out comes to, for the summary and the manifest.
struct BuildOutLine {
    private let outcome: BuildOutOutcome?

    init(_ outcome: BuildOutOutcome?) { self.outcome = outcome }

    /// Null where the scenario asks for no build-out.
    var json: JSONText {
        guard let outcome else { return .null }
        let quality = outcome.quality
        return .object([
            ("objective", .text(quality.objective.rawValue)), ("method", .text(quality.method.rawValue)),
            ("basis", .text(outcome.basis.rawValue)), ("value", .number(quality.value)),
            ("bound", .number(quality.bound)), ("gap", .number(quality.gap)),
            ("proven", .flag(quality.isProven)), ("candidates", .whole(outcome.candidates)),
            ("chosen", .whole(outcome.chosen)), ("without_cost", .whole(outcome.withoutCost)),
            ("without_size", .whole(outcome.withoutSize)),
            (
                "goals",
                .list(
                    outcome.goals.map { goal in
                        .object([
                            ("goal", .text(BuildOutWording(language: .english).name(goal.purpose))),
                            ("scope_id", .text(goal.scope)),
                            ("due", .whole(goal.due)),
                            ("met_from", goal.metFrom.map { .whole($0) } ?? .null),
                            ("covered_at_end", .number(goal.end?.covered)),
                        ])
                    })
            ),
        ])
    }

    /// As a manifest names it; nothing where there is none.
    var parameters: [(String, JSONText)] { outcome == nil ? [] : [("build_out", json)] }

    func words(_ say: Language) -> String? {
        outcome.map { BuildOutWording(language: say).outcome($0) }
    }
}
