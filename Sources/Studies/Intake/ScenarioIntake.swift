internal import Places
package import Scenarios

/// Everything that runs of scenarios are computed from: the study, and the scenarios fitted to it.
package struct ScenarioIntake: Sendable {
    /// The study with its pack and streets.
    package var study: StudyIntake
    /// The plans, with the files that they were read from, in the order in which they were named.
    package let scenarios: [ScenarioReading<ScenarioPlan>]

    /// Every file of the scenarios, once.
    package var inputs: [InputFile] {
        var isListed: Set<String> = []
        return scenarios.flatMap(\.inputs).filter { isListed.insert($0.path).inserted }
    }

    /// What the runs can go on with, each said once.
    package var warnings: [Problem] {
        study.warnings + Self.once(scenarios.flatMap(\.warnings))
    }

    /// Reads a study and the scenarios over it.
    ///
    /// - Parameters:
    ///   - opened: the study.
    ///   - paths: the scenario files, as the user wrote them; no two of them may bear the same name.
    ///   - setAside: whether rows of the study with errors are set aside instead of ending the reading.
    ///   - networks: where networks are kept for the next run; nothing where they are not.
    ///   - extras: what is read of the streets beside where one can walk.
    ///   - jobs: how many threads may read.
    /// - Returns: what was read.
    /// - Throws: every problem of the study and of the scenario at once, warnings among them. Of a study with
    ///   errors the scenario is held against what can be read of it.
    package static func read(
        _ opened: OpenedStudy, scenarios paths: [String], setAside: Bool, networks: NetworkCache? = nil,
        extras: StreetExtras = [], jobs: Int
    ) async throws(Problems) -> ScenarioIntake {
        let draft = await IntakeDraft(
            opened, setAside: setAside, streets: .always, networks: networks, extras: extras, jobs: jobs)
        let study: StudyIntake
        do throws(Problems) {
            study = try draft.intake()
        } catch {
            let frame = draft.draft?.frame
            throw Problems(
                error.list
                    + once(paths.flatMap { ScenarioReader.problems(path: $0, frame: frame) }))
        }
        let frame = draft.draft?.frame?.over(study.study) ?? ProgrammeFrame(study.study)
        var scenarios: [ScenarioReading<ScenarioPlan>] = []
        var problems: [Problem] = []
        for path in paths {
            do throws(Problems) {
                let reading = try ScenarioReader.plan(path: path, frame: frame)
                let name = reading.value.scenario.name
                if let other = scenarios.firstIndex(where: { $0.value.scenario.name == name }) {
                    problems.append(
                        Problem(file: path, .sameScenarioName(name: name, file: paths[other])))
                }
                scenarios.append(reading)
            } catch {
                problems += error.list
            }
        }
        guard problems.isEmpty else {
            throw Problems(study.warnings + once(scenarios.flatMap(\.warnings) + problems))
        }
        return ScenarioIntake(study: study, scenarios: scenarios)
    }

    /// Problems of files that several scenarios extend, each once.
    private static func once(_ problems: [Problem]) -> [Problem] {
        var isListed: Set<Problem> = []
        return problems.filter { isListed.insert($0).inserted }
    }
}

extension StudyDraft {
    /// What a scenario is held against; nothing where no study could be put together.
    fileprivate var frame: ProgrammeFrame? {
        guard let study else { return nil }
        func rejected<Column>(_ layer: LayerRows<Column>, _ columns: [Column]) -> ProgrammeFrame.Layer {
            var rows: [String: SourceRow] = [:]
            for row in layer.rows where !row.isSound {
                for column in columns { if let text = row.text(column) { rows[text] = row.source } }
            }
            for column in columns {
                for (text, source) in layer.setAside(column) { rows[text] = source }
            }
            return ProgrammeFrame.Layer(rejected: rows, isComplete: layer.isComplete)
        }
        return ProgrammeFrame(
            study: study, facilities: rejected(layers.facilities, [.id]),
            communities: rejected(layers.communities, [.id, .name]), consistency: consistency,
            settingAside: setAside)
    }
}
