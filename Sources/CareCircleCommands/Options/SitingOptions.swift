internal import ArgumentParser
internal import Reports
internal import Scenarios
internal import Siting
internal import Studies

/// What a choice of sites is to achieve, and within which limits.
struct SitingOptions: ParsableArguments {
    @Option(help: "lscp, mclp, p-median or p-center.")
    var objective: SitingObjective

    @Option(
        name: .customLong("p"), parsing: .unconditional,
        help: "How many new sites may be chosen; upgrades count.")
    var number: Int?

    @Option(
        name: .customLong("budget"), parsing: .unconditional,
        help: "How much may be spent, yuan: 3000000 or 300万.", transform: YuanOption.init(stated:))
    var money: YuanOption?

    /// How much may be spent, yuan.
    var budget: Double? { money?.yuan }

    @Option(
        parsing: .unconditional,
        help: "For lscp: the share of all demand to be covered, above 0 and up to 1.",
        transform: share(stated:))
    var share: Double?

    @Option(
        parsing: .unconditional,
        help: "What counts as within reach: METRES, 1km (in a straight line) or 15min (on foot).",
        transform: SitingReach.init(stated:))
    var within: SitingReach?

    @Option(help: "Candidates that must be chosen, by id: A,B.")
    var require: CandidateList = CandidateList(ids: [])

    @Option(help: "Candidates that must not be chosen, by id: A,B.")
    var exclude: CandidateList = CandidateList(ids: [])

    @Flag(
        help: "Places where nobody lives are to be within reach like others; without, they ask for nothing.")
    var allPlaces = false

    @Option(
        parsing: .unconditional,
        help: """
            How many nodes of a tree a proof may take for each part (default: \(SitingEffort.usual.nodes); of a \
            frontier: none); 0: heuristics and bounds only.
            """)
    var nodes: Int?

    /// How far a search goes.
    var effort: SitingEffort { nodes.map { SitingEffort(nodes: $0) } ?? .usual }

    func validate() throws {
        if objective != .lscp, number == nil, budget == nil {
            throw ValidationError(
                "--objective \(objective.rawValue) needs --p\(objective == .pCenter ? "." : " or --budget.")")
        }
        if objective == .lscp, number != nil || budget != nil {
            throw ValidationError(
                "--objective lscp finds the number of sites; --p and --budget are for the others.")
        }
        if objective == .pCenter, budget != nil {
            throw ValidationError("--objective p-center takes --p, not --budget.")
        }
        if allPlaces, objective == .mclp {
            throw ValidationError("--all-places is for lscp, p-median and p-center: mclp counts people.")
        }
        if allPlaces, let share, share < 1 {
            throw ValidationError(
                "--all-places asks for every place, --share \(share) for people: leave one of them out.")
        }
        if share != nil, objective != .lscp { throw ValidationError("--share is for --objective lscp.") }
        if let number, !(0...1_000_000).contains(number) {
            throw ValidationError("--p takes a whole number from 0 to 1000000, not \(number).")
        }
        if let nodes, !(0...10_000_000).contains(nodes) {
            throw ValidationError("--nodes takes a whole number from 0 to 10000000, not \(nodes).")
        }
    }

    /// The problem of a table.
    func problem(_ table: SitingTable) -> SitingProblem {
        SitingProblem(
            objective, table, p: number, budget: budget, share: share, servesEmptyPlaces: allPlaces,
            effort: effort)
    }

    /// As a manifest names them.
    var parameters: [(String, JSONText)] {
        [
            ("objective", .text(objective.rawValue)), ("p", number.map { .whole($0) } ?? .null),
            ("budget", .number(budget)), ("share", .number(share)),
            ("within", .text(optional: within?.description)),
            ("require", .list(require.ids.map { .text($0) })),
            ("exclude", .list(exclude.ids.map { .text($0) })), ("nodes", .whole(effort.nodes)),
        ] + (allPlaces ? [("all_places", .flag(true))] : [])
    }
}

extension SitingObjective: ExpressibleByArgument {}

extension StudySiting.Basis: ExpressibleByArgument {}

extension CapacityRule.Measure: ExpressibleByArgument {}

/// Ids of candidates on the command line.
struct CandidateList: ExpressibleByArgument {
    let ids: [String]

    init(ids: [String]) { self.ids = ids }

    init?(argument: String) {
        ids = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard !ids.isEmpty, !ids.contains("") else { return nil }
    }

    var defaultValueDescription: String { ids.joined(separator: ",") }
}

/// A share on the command line.
private func share(stated: String) throws -> Double {
    guard let plain = CellNumber.plain(stated), let share = Double(plain), share > 0, share <= 1 else {
        throw ValidationError("expected a share above 0 and up to 1, such as 0.9.")
    }
    return share
}

extension SitingReach: CustomStringConvertible {
    /// Reads a reach.
    ///
    /// - Throws: What was expected of a text that is none.
    init(stated: String) throws {
        guard let reach = SitingReach(text: stated) else {
            throw ValidationError("expected a distance above 0 such as 800m, 1km or 15min.")
        }
        self = reach
    }

    var description: String {
        switch self {
        case .metres(let value): NumberText.trimmed(value) + "m"
        case .kilometres(let value): NumberText.trimmed(value) + "km"
        case .minutes(let value): NumberText.trimmed(value) + "min"
        }
    }
}
