internal import Coverage
package import Places
internal import Population
package import Scenarios

/// A scenario as read, with the files that it was read from.
package struct ScenarioReading<Value: Sendable>: Sendable {
    /// The scenario with what it extends merged in, or its plan.
    package let value: Value
    /// The file itself, then each file that it extends.
    package let inputs: [InputFile]
}

/// Reads scenario files.
package enum ScenarioReader {
    /// Reads a scenario and everything that it extends.
    ///
    /// `extends` names a file relative to the one that says so, or a sibling by its name alone
    /// (`business-as-usual` for `business-as-usual.yaml` or `.yml`). A key given here wins over the one of the
    /// extended file as a whole, in `population` each of its keys. A scenario without a name is called as its
    /// file is.
    ///
    /// - Parameter path: the file, as the user wrote it.
    /// - Returns: the scenario.
    /// - Throws: every problem of every file.
    package static func read(path: String) throws(Problems) -> ScenarioReading<Scenario> {
        let chain = ScenarioChain(path: path)
        var problems = chain.problems
        let scenario = scenario(of: chain, &problems)
        guard let scenario, problems.isEmpty else { throw Problems(problems) }
        return ScenarioReading(value: scenario, inputs: chain.files.map(\.path.input))
    }

    /// Reads a scenario and fits it to a study.
    ///
    /// - Parameters:
    ///   - path: the file, as the user wrote it.
    ///   - study: the study.
    /// - Returns: the scenario's plan.
    /// - Throws: every problem of every file, and every entry of the programme that does not fit the study.
    package static func plan(path: String, study: Study) throws(Problems) -> ScenarioReading<ScenarioPlan> {
        let chain = ScenarioChain(path: path)
        var problems = chain.problems
        guard let scenario = scenario(of: chain, &problems) else { throw Problems(problems) }
        do {
            let plan = try ScenarioPlan(scenario, study: study)
            if problems.isEmpty {
                return ScenarioReading(value: plan, inputs: chain.files.map(\.path.input))
            }
        } catch {
            problems += self.problems(
                of: error, scenario: scenario, study: study, unread: chain.unreadOpenings, path: path)
        }
        throw Problems(problems)
    }

    /// The scenario as far as it can be read; nothing where not even its file can.
    private static func scenario(of chain: ScenarioChain, _ problems: inout [Problem]) -> Scenario? {
        guard let first = chain.files.first else { return nil }
        let draft = chain.files.dropFirst().reduce(first.draft) { $0.laid(over: $1.draft) }
        let variant = draft.variant ?? .middle
        var table = RateTable()
        switch draft.rates {
        case .one(let only): table = only
        case .sets(let sets, let file, let line):
            if let set = sets[variant] {
                table = set
            } else {
                problems.append(
                    Problem(
                        file: file, row: line, column: "population.rates", .missingKey(name: variant.rawValue)
                    ))
            }
        case nil: break
        }
        return Scenario(
            name: draft.name ?? first.path.name, deliveries: draft.deliveries ?? .whole, variant: variant,
            rates: table, programme: draft.programme ?? [], maps: draft.maps ?? [])
    }

    private static func problems(
        of failure: ScenarioFailure, scenario: Scenario, study: Study, unread: Set<String>, path: String
    ) -> [Problem] {
        switch failure {
        case .programme(let list):
            let words = ProgrammeFaultWords(scenario: scenario, study: study)
            return list.compactMap { problem in
                // Not unknown: its opening could not be read, and that is reported.
                if case .unknownFacility(let id) = problem.fault, unread.contains(id) { return nil }
                return Problem(
                    file: problem.source.file, row: problem.source.row,
                    column: ScenarioKey.programme.rawValue, words.fault(problem.fault))
            }
        case .topology(let failure): return [Problem(file: path, .cannotRead(reason: "\(failure)"))]
        case .yearsRunBackwards, .beforeBaseYear, .noSuchYear: return []
        }
    }
}

/// Turns what does not fit between a programme and its study into faults, with the nearest known names.
private struct ProgrammeFaultWords {
    let facilities: [String]
    let communities: [String]

    init(scenario: Scenario, study: Study) {
        facilities =
            study.facilities.map(\.id)
            + scenario.programme.compactMap { entry in
                if case .open(let opening) = entry.action { opening.id } else { nil }
            }
        communities = study.communities.flatMap { [$0.id, $0.name] }
    }

    func fault(_ fault: ProgrammeFault) -> Fault {
        switch fault {
        case .unknownFacility(let id):
            .unknownFacility(text: id, nearest: NearestName.of(id, among: facilities))
        case .unknownCommunity(let text):
            .unknownCommunity(text: text, nearest: NearestName.of(text, among: communities))
        case .ambiguousCommunity(let name, let ids): .ambiguousCommunity(name: name, ids: ids)
        case .facilityExists, .notYetOpen, .notOperating, .alreadyClosed, .changesPlatform, .beforeBaseYear:
            .programme(fault)
        }
    }
}
