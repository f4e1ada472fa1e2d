internal import Places
internal import Policy
internal import Topology
internal import WalkNetwork

/// Everything that a run is computed from, read as far as it can be, whatever is wrong with it.
struct IntakeDraft {
    let file: StudyFile?
    let draft: StudyDraft?
    private let reading: Result<StudyReading, Problems>
    private var pack: PolicyPack?
    private var packFiles: [InputFile] = []
    private var streets: StudyStreets?
    /// What is wrong beside the layers: with the pack, with the streets.
    private var problems: [Problem] = []

    /// Reads a study with its pack and, where asked for, its streets: layers and streets at once where several threads
    /// may read.
    init(
        _ opened: OpenedStudy, setAside: Bool, streets need: StreetsNeed, networks: NetworkCache? = nil,
        extras: StreetExtras = [], jobs: Int
    ) async {
        let file = opened.file
        self.file = file
        do throws(Problems) {
            if let reference = file?.policy {
                let read = try PolicyPackReader.read(reference, askedBy: .init(line: file?.policyLine))
                (pack, packFiles) = (read.pack, read.files)
            } else {
                pack = .withoutRules
            }
        } catch {
            problems += error.list
        }
        let profiles = file?.walking.profiles ?? pack?.walking.profiles ?? []
        let asked = extras.union(profiles.contains { !$0.isSpeedAlone } ? .features : [])
        let intake =
            need.isMet(by: pack)
            ? file.flatMap { StreetsIntake($0, networks: networks, jobs: jobs, extras: asked) } : nil
        if let file, profiles.contains(where: { $0.slope != nil }), file.entry(.heights) == nil {
            problems.append(
                Problem(
                    file: StudyFile.fileName, row: file.layersLine, column: "layers",
                    .missingLayers(anyOf: [LayerKind.heights.rawValue])))
        }
        async let begun = jobs > 1 ? intake?.beginning(plane: file?.plane) : nil
        async let tables = StudyTables(file, jobs: jobs)
        draft = StudyDraft(
            opened, setAside: setAside, namings: pack?.facilityNames ?? [], tables: await tables)
        do throws(Problems) {
            guard let draft else { throw Problems(opened.problems) }
            reading = .success(try draft.reading())
        } catch {
            reading = .failure(error)
        }
        do throws(Problems) {
            streets = try intake?.read(await begun, plane: draft?.study?.plane ?? file?.plane)
        } catch {
            problems += error.list
        }
    }

    /// What was read, where a run can go on with it.
    ///
    /// - Throws: every problem of every file, warnings among them.
    func intake() throws(Problems) -> StudyIntake {
        var found: [Problem] = []
        if case .failure(let failure) = reading { found = failure.list }
        // That a file is missing has been said with the other layers.
        found += problems.filter { !found.contains($0) }
        guard case .success(let reading) = reading, let pack,
            !found.contains(where: { $0.severity == .error })
        else { throw Problems(Self.studyFileFirst(found)) }
        let study: Study
        do throws(TopologyFailure) {
            study = pack.takesWaterOutOfArea ? try DryLand.study(reading.study) : reading.study
        } catch {
            let file = file?.entry(.water)?.sources.first?.file ?? StudyFile.fileName
            throw Problems([Problem(file: file, .malformedGeometry(reason: error.reason))])
        }
        let shifts = streets.map { streets in reading.datumWarnings { streets.nodes } } ?? []
        return StudyIntake(
            reading: reading, study: study, pack: pack,
            inputs: reading.inputs + packFiles.filter { !reading.inputs.contains($0) }, streets: streets,
            heights: file?.entry(.heights).map(HeightRasters.init),
            warnings: reading.warnings + shifts + found
                + PackDistricts.warnings(of: pack, for: reading.study, line: file?.policyLine)
                + OwnServices.warnings(in: reading.study, of: pack) { source in
                    draft?.layers.facilities.tables.first { $0.table.file == source.file }?.header(.services)
                }
                + PresumedDeliveries.warnings(in: reading.study, from: pack.newCompoundsFrom) { source in
                    draft?.layers.compounds.tables.first { $0.table.file == source.file }?.header(.delivered)
                })
    }

    /// Problems in the order in which a reader goes through them: `study.yaml` by line, then the other files.
    private static func studyFileFirst(_ problems: [Problem]) -> [Problem] {
        let ofStudyFile = problems.enumerated().filter { $0.element.file == StudyFile.fileName }.sorted {
            ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
        }
        return ofStudyFile.map(\.element) + problems.filter { $0.file != StudyFile.fileName }
    }
}
