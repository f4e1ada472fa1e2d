internal import ArgumentParser
internal import Reports
internal import Siting

/// Whether a whole frontier is wanted, and in which steps.
struct FrontierOptions: ParsableArguments {
    @Flag(
        help:
            "For mclp: not one choice but the best for every number up to --p, or every step up to --budget."
    )
    var frontier = false

    @Option(
        name: .customLong("step"), parsing: .unconditional,
        help: "The step of a frontier's budgets, yuan (default: a twentieth of --budget).",
        transform: YuanOption.init(stated:))
    var width: YuanOption?

    /// The step of a frontier's budgets, yuan.
    var step: Double? { width?.yuan }

    /// What is wrong with the options together.
    func check(_ siting: SitingOptions) throws {
        guard frontier else {
            if step != nil { throw ValidationError("--step is for --frontier.") }
            return
        }
        if siting.objective != .mclp { throw ValidationError("--frontier is for --objective mclp.") }
        if siting.number != nil, siting.budget != nil {
            throw ValidationError("--frontier takes --p or --budget, not both.")
        }
        if let number = siting.number, number > 10_000 {
            throw ValidationError("--frontier takes --p up to 10000, not \(number).")
        }
        guard let step else { return }
        guard let budget = siting.budget else {
            throw ValidationError("--step is for a frontier of --budget.")
        }
        if !(step > 0 && budget / step <= 10_000) {
            throw ValidationError("--step takes yuan above 0, for at most 10000 steps, not \(step).")
        }
    }

    /// The limits of the frontier; nothing where none is wanted.
    func limits(_ siting: SitingOptions) -> SitingFrontier.Limits? {
        guard frontier else { return nil }
        if let budget = siting.budget { return .money(upTo: budget, step: step ?? max(budget / 20, 1)) }
        return siting.number.map { .sites(upTo: $0) }
    }

    /// As a manifest names them; none where no frontier is wanted.
    var parameters: [(String, JSONText)] {
        frontier ? [("frontier", .flag(true)), ("step", .number(step))] : []
    }
}
