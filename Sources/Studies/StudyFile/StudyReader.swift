internal import Geometry
package import Policy
internal import Topology

/// Reads a study: its `study.yaml`, all layers, and how they refer to each other.
package enum StudyReader {
    /// Reads the study of a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder that holds `study.yaml`, as the user wrote it.
    ///   - setAside: Whether rows with errors are set aside, together with the rows that refer to them,
    ///     instead of ending the reading.
    ///   - facilityNames: What a city's own names of facilities mean, by the policy that the study names.
    /// - Returns: The study with its warnings, what was set aside, and what was read.
    /// - Throws: Every problem of `study.yaml` and of all layers at once, warnings among them.
    package static func read(
        folder: String, setAside: Bool = false,
        facilityNames: (PolicyReference?) -> [FacilityNaming] = { _ in [] }
    ) throws(Problems) -> StudyReading {
        let folder = StudyFolder(folder)
        var problems: [Problem] = []
        guard let file = StudyFile.read(folder: folder, problems: &problems) else { throw Problems(problems) }
        let ledger = ProblemLedger()
        for problem in problems { ledger.add(problem) }
        let layers = StudyLayers(file, ledger: ledger)
        layers.checkPlaces(ledger)
        let namings = facilityNames(file.policy)
        let study = StudyAssembly(
            file: file, layers: layers, ledger: ledger,
            // Where the run stops anyway, what goes with a row that would be set aside is no news.
            settingAside: setAside && !ledger.hasErrorBeyondRows,
            namings: Dictionary(namings.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        ).study()
        let stops = setAside ? ledger.hasErrorBeyondRows : ledger.hasError
        guard !stops, let study else { throw Problems(ledger.sorted) }
        return StudyReading(
            study: study, folder: folder, policy: file.policy, streets: streets(file),
            warnings: ledger.sorted.filter { $0.severity == .warning }, rejected: layers.rejected(ledger),
            layers: layers.reports(file, ledger), inputs: inputs(file, folder),
            filesKeptAside: files(of: file.layers.filter(\.kind.isKeptAside)),
            rowDigests: layers.rowDigests())
    }

    private static func streets(_ file: StudyFile) -> [StreetSource] {
        guard let entry = file.entry(.streets) else { return [] }
        return entry.sources.map {
            StreetSource(table: $0, isOpenStreetMap: isOpenStreetMap($0.path), entry: entry)
        }
    }

    private static func isOpenStreetMap(_ path: String) -> Bool {
        let name = path.lowercased()
        return [".osm", ".pbf", ".osm.gz", ".osm.bz2"].contains { name.hasSuffix($0) }
    }

    private static func inputs(_ file: StudyFile, _ folder: StudyFolder) -> [InputFile] {
        var inputs = [InputFile(file: StudyFile.fileName, path: folder.resolved(StudyFile.fileName))]
        if case .file(let text, let path) = file.policy { inputs.append(InputFile(file: text, path: path)) }
        for input in files(of: file.layers.filter { !$0.kind.isKeptAside }) where !inputs.contains(input) {
            inputs.append(input)
        }
        return inputs
    }

    private static func files(of entries: [LayerEntry]) -> [InputFile] {
        entries.flatMap(\.sources).flatMap { InputFile.files(of: $0.file, path: $0.path) }
    }
}
