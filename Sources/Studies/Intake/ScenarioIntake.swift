internal import Places
package import Scenarios

/// Everything that a scenario's run is computed from: the study, and the scenario fitted to it.
package struct ScenarioIntake: Sendable {
    /// The study with its pack and streets.
    package let study: StudyIntake
    /// The plan, with the files that it was read from.
    package let scenario: ScenarioReading<ScenarioPlan>

    /// Reads a study and a scenario over it.
    ///
    /// - Parameters:
    ///   - opened: the study.
    ///   - path: the scenario file, as the user wrote it.
    ///   - setAside: whether rows of the study with errors are set aside instead of ending the reading.
    ///   - networks: where networks are kept for the next run; nothing where they are not.
    ///   - jobs: how many threads may read.
    /// - Returns: what was read.
    /// - Throws: every problem of the study and of the scenario at once, warnings among them. Of a study with
    ///   errors the scenario is held against what can be read of it.
    package static func read(
        _ opened: OpenedStudy, scenario path: String, setAside: Bool, networks: NetworkCache? = nil, jobs: Int
    ) async throws(Problems) -> ScenarioIntake {
        let draft = await IntakeDraft(
            opened, setAside: setAside, streets: .always, networks: networks, jobs: jobs)
        let study: StudyIntake
        do throws(Problems) {
            study = try draft.intake()
        } catch {
            throw Problems(error.list + ScenarioReader.problems(path: path, frame: draft.draft?.frame))
        }
        do throws(Problems) {
            let frame = draft.draft?.frame?.over(study.study) ?? ProgrammeFrame(study.study)
            return ScenarioIntake(study: study, scenario: try ScenarioReader.plan(path: path, frame: frame))
        } catch {
            throw Problems(study.warnings + error.list)
        }
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
