internal import Coverage
internal import Scenarios

/// What the files of a scenario say, each key from the first file that states it, whatever is wrong with them.
struct ScenarioText {
    /// The scenario; nothing where not even its own file can be read.
    let scenario: Scenario?
    /// What was read of its programme.
    let programme: ProgrammeReading?
    /// The file itself, then each file that it extends, then its demographic table where that is a file.
    let inputs: [InputFile]
    /// Everything wrong with the files.
    let problems: [Problem]
    private let path: String

    /// Reads a file and what it extends.
    init(path: String) {
        let chain = ScenarioChain(path: path)
        var problems = chain.problems
        self.path = path
        guard let first = chain.files.first else {
            inputs = []
            (scenario, programme, self.problems) = (nil, nil, problems)
            return
        }
        let draft = chain.files.dropFirst().reduce(first.draft) { $0.laid(over: $1.draft) }
        let people = draft.population.resolved(&problems)
        scenario = Scenario(
            name: draft.name ?? first.path.name, deliveries: draft.deliveries ?? .whole,
            variant: people.variant, rates: people.rates, cohort: people.cohort,
            programme: draft.programme?.entries ?? [], careSpace: draft.careSpace ?? .asStated,
            buildOut: draft.buildOut,
            uncertainty: draft.uncertainty.resolved(cohort: people.cohort, &problems),
            maps: draft.maps ?? [])
        inputs = chain.files.map(\.path.input) + people.inputs
        programme = draft.programme
        self.problems = problems
    }

    /// The problems, and others of the same files, in the order of files and lines.
    func sorted(with others: [Problem] = []) -> [Problem] {
        let files = inputs.map(\.file)
        func place(_ problem: Problem) -> Int { files.firstIndex(of: problem.file) ?? files.count }
        return (problems + others).enumerated().sorted { a, b in
            (place(a.element), a.element.row ?? 0, a.offset) < (
                place(b.element), b.element.row ?? 0, b.offset
            )
        }.map(\.element)
    }
}
