internal import Geometry
internal import Places
internal import Scenarios

/// A programme held against a study: its plan, or everything in it that does not fit.
struct ProgrammeCheck {
    /// The plan; nothing where an entry does not fit.
    private(set) var plan: ScenarioPlan?
    /// What does not fit, warnings among it.
    private(set) var problems: [Problem] = []

    private let frame: ProgrammeFrame
    private let file: ScenarioText

    /// Fits a scenario to a study.
    init(_ file: ScenarioText, frame: ProgrammeFrame) {
        (self.file, self.frame) = (file, frame)
        guard let scenario = file.scenario else { return }
        checkPlaces()
        checkRejected(scenario)
        checkUndated(scenario)
        do throws(ScenarioFailure) {
            let plan = try ScenarioPlan(scenario, study: frame.study)
            if !problems.contains(where: { $0.severity == .error }) { self.plan = plan }
        } catch {
            problems += problems(of: error, scenario)
        }
    }

    private func problem(_ source: SourceRow, _ fault: Fault, severity: Problem.Severity = .error) -> Problem
    {
        Problem(
            file: source.file, row: source.row, column: ScenarioKey.programme.rawValue, fault,
            severity: severity)
    }

    /// Names openings whose coordinates are swapped, or far from the study.
    private mutating func checkPlaces() {
        guard let programme = file.programme, let consistency = frame.consistency else { return }
        for (index, entry) in programme.entries.enumerated() where !programme.withoutPlace.contains(index) {
            guard case .open(let opening) = entry.action else { continue }
            let written = RawPosition(east: opening.point.longitude, north: opening.point.latitude)
            let place = Place(point: opening.point, area: nil, written: written)
            guard let (fault, severity) = consistency.fault(of: place) else { continue }
            problems.append(problem(entry.source, fault, severity: severity))
        }
    }

    /// Names entries about facilities on rows with errors: their ids are taken, and where rows are set aside
    /// nothing can be done with them.
    private mutating func checkRejected(_ scenario: Scenario) {
        for entry in scenario.programme {
            let id = entry.action.facility
            guard let row = frame.facilities.rejected[id] else { continue }
            if case .open = entry.action {
                problems.append(problem(entry.source, .programme(.facilityExists(id: id))))
            } else if frame.settingAside {
                problems.append(problem(entry.source, .refersToRejected(id: id, row: row)))
            }
        }
    }

    /// Judges what can be judged of entries without a date.
    private mutating func checkUndated(_ scenario: Scenario) {
        let words = ProgrammeFaultWords(scenario: scenario, study: frame.study)
        let known = Set(frame.study.facilities.map(\.id))
        let opened = Set(openings.map(\.facility))
        for entry in file.programme?.undated ?? [] {
            let isKnown = known.contains(entry.facility)
            if entry.action == .open {
                if isKnown || frame.facilities.rejected[entry.facility] != nil {
                    problems.append(
                        problem(entry.source, .programme(.facilityExists(id: entry.facility))))
                }
            } else if !isKnown, !opened.contains(entry.facility), isUnknown(facility: entry.facility) {
                problems.append(problem(entry.source, words.fault(.unknownFacility(id: entry.facility))))
            }
        }
    }

    /// All openings, with or without a date.
    private var openings: [(facility: String, isDated: Bool)] {
        guard let programme = file.programme else { return [] }
        let dated = programme.entries.filter { $0.action.kind == .open }
        let undated = programme.undated.filter { $0.action == .open }
        return dated.map { ($0.action.facility, true) } + undated.map { ($0.facility, false) }
    }

    /// Whether an id that the study lacks is nobody's.
    private func isUnknown(facility id: String) -> Bool {
        frame.facilities.isComplete && frame.facilities.rejected[id] == nil
    }

    private func problems(of failure: ScenarioFailure, _ scenario: Scenario) -> [Problem] {
        switch failure {
        case .programme(let list):
            let words = ProgrammeFaultWords(scenario: scenario, study: frame.study)
            let undated = Set(openings.filter { !$0.isDated }.map(\.facility))
            return list.compactMap { found in
                switch found.fault {
                // Not unknown: its opening has no date, or its row an error, and that is reported.
                case .unknownFacility(let id) where undated.contains(id) || !isUnknown(facility: id):
                    return nil
                case .changesPlatform(let id) where file.programme?.unsoundOpenings.contains(id) ?? false:
                    return nil
                case .unknownCommunity(let text):
                    if let row = frame.communities.rejected[text] {
                        return frame.settingAside
                            ? problem(found.source, .refersToRejected(id: text, row: row)) : nil
                    }
                    guard frame.communities.isComplete else { return nil }
                default: break
                }
                return problem(found.source, words.fault(found.fault))
            }
        case .topology(let failure):
            return [
                Problem(
                    file: file.inputs.first?.file ?? "", .cannotRead(reason: "\(failure)"))
            ]
        case .yearsRunBackwards, .beforeBaseYear, .noSuchYear, .tooFar, .buildOut: return []
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
