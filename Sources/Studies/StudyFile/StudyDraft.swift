internal import Geometry
internal import Places
internal import Policy

/// A study read as far as it can be, whatever is wrong with it.
struct StudyDraft {
    let folder: StudyFolder
    let file: StudyFile
    let layers: StudyLayers
    let ledger: ProblemLedger
    /// The study of all sound rows; nothing where not even that can be put together.
    let study: Study?
    /// Where the study lies.
    let consistency: PlaceConsistency?
    let setAside: Bool

    /// Reads the layers of a study; nothing where `study.yaml` names none that could be read.
    ///
    /// - Parameters:
    ///   - opened: The study.
    ///   - setAside: Whether rows with errors are set aside instead of ending the reading.
    ///   - namings: The city's own names of facilities, by the policy that the study names.
    ///   - tables: The tables that have been read; others are read now.
    init?(
        _ opened: OpenedStudy, setAside: Bool, namings: [FacilityNaming], tables: StudyTables = StudyTables()
    ) {
        guard let file = opened.file else { return nil }
        let ledger = ProblemLedger()
        for problem in opened.problems { ledger.add(problem) }
        let layers = StudyLayers(file, tables: tables, ledger: ledger)
        consistency = layers.consistency
        layers.checkPlaces(against: consistency)
        study =
            StudyAssembly(
                file: file, layers: layers, ledger: ledger,
                // Where the run stops anyway, what goes with a row that would be set aside is no news.
                settingAside: setAside && !ledger.hasErrorBeyondRows,
                namings: Dictionary(namings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
            ).study()
        (folder, self.file, self.layers, self.ledger) = (opened.folder, file, layers, ledger)
        self.setAside = setAside
    }

    /// What was read, where a run can go on with it.
    ///
    /// - Throws: Every problem of `study.yaml` and of all layers, warnings among them.
    func reading() throws(Problems) -> StudyReading {
        let stops = setAside ? ledger.hasErrorBeyondRows : ledger.hasError
        guard !stops, let study else { throw Problems(ledger.sorted) }
        return StudyReading(
            study: study, folder: folder, policy: file.policy, streets: Self.streets(file),
            warnings: ledger.sorted.filter { $0.severity == .warning }, rejected: layers.rejected(ledger),
            layers: layers.reports(file, ledger), inputs: Self.inputs(file, folder),
            rowDigests: layers.rowDigests())
    }

    private static func streets(_ file: StudyFile) -> [StreetSource] {
        guard let entry = file.entry(.streets) else { return [] }
        return entry.sources.map {
            StreetSource(table: $0, isOpenStreetMap: StreetSource.isOpenStreetMap($0.path), entry: entry)
        }
    }

    private static func inputs(_ file: StudyFile, _ folder: StudyFolder) -> [InputFile] {
        var inputs = [InputFile(file: StudyFile.fileName, path: folder.resolved(StudyFile.fileName))]
        if case .file(let text, let path) = file.policy { inputs.append(InputFile(file: text, path: path)) }
        for input in files(of: file.layers) where !inputs.contains(input) {
            inputs.append(input)
        }
        return inputs
    }

    private static func files(of entries: [LayerEntry]) -> [InputFile] {
        entries.flatMap(\.sources).flatMap { InputFile.files(of: $0.file, path: $0.path) }
    }
}
