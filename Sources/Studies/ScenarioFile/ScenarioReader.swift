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
    /// What the run can go on with.
    package let warnings: [Problem]
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
        let file = ScenarioText(path: path)
        guard let scenario = file.scenario, file.problems.isEmpty else { throw Problems(file.sorted()) }
        return ScenarioReading(value: scenario, inputs: file.inputs, warnings: [])
    }

    /// Reads a scenario and fits it to a study.
    ///
    /// - Parameters:
    ///   - path: the file, as the user wrote it.
    ///   - study: the study.
    /// - Returns: the scenario's plan.
    /// - Throws: every problem of every file, and every entry of the programme that does not fit the study.
    package static func plan(path: String, study: Study) throws(Problems) -> ScenarioReading<ScenarioPlan> {
        try plan(path: path, frame: ProgrammeFrame(study))
    }

    /// Reads a scenario and fits it to what is known of a study.
    static func plan(
        path: String, frame: ProgrammeFrame
    ) throws(Problems) -> ScenarioReading<ScenarioPlan> {
        let file = ScenarioText(path: path)
        let check = ProgrammeCheck(file, frame: frame)
        let problems = file.sorted(with: check.problems)
        guard let plan = check.plan, !problems.contains(where: { $0.severity == .error }) else {
            throw Problems(problems)
        }
        return ScenarioReading(value: plan, inputs: file.inputs, warnings: problems)
    }

    /// Every problem of a scenario over a study that cannot be run: of its files, and of its programme as far
    /// as the study is known.
    static func problems(path: String, frame: ProgrammeFrame?) -> [Problem] {
        let file = ScenarioText(path: path)
        return file.sorted(with: frame.map { ProgrammeCheck(file, frame: $0).problems } ?? [])
    }
}
