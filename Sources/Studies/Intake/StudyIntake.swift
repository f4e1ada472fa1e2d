package import Geodesy
package import Places
package import Policy
internal import Topology
package import WalkNetwork

/// Everything that a run is computed from, read at once: the study, its policy pack and its streets.
package struct StudyIntake: Sendable {
    /// The study and what a careful reader should know of its reading.
    package let reading: StudyReading
    /// The study that is computed with: as read, with water taken out of its areas where the pack says so.
    package let study: Study
    /// The rules that it is judged by.
    package let pack: PolicyPack
    /// The files that all of it was read from, `study.yaml` first.
    package let inputs: [InputFile]
    /// Its streets; nothing where it gives none or they were not asked for.
    package let streets: Streets?
    /// What the run can go on with.
    package let warnings: [Problem]

    /// Reads a study with its pack and streets.
    ///
    /// - Parameters:
    ///   - folder: the folder that holds `study.yaml`, or the file itself, as the user wrote it.
    ///   - setAside: whether rows with errors are set aside instead of ending the reading.
    ///   - readsStreets: whether the streets are read, too.
    ///   - jobs: how many threads may read.
    /// - Returns: what was read.
    /// - Throws: every problem of every file at once, warnings among them.
    package static func read(
        _ folder: String, setAside: Bool, readsStreets: Bool, jobs: Int
    ) throws(Problems) -> StudyIntake {
        let folder = folder.hasSuffix("/study.yaml") ? String(folder.dropLast(11)) : folder
        var problems: [Problem] = []
        var ignored: [Problem] = []
        let file = StudyFile.read(
            folder: StudyFolder(folder == StudyFile.fileName ? "." : folder), problems: &ignored)

        var pack: PolicyPack?
        var packFiles: [InputFile] = []
        do throws(Problems) {
            if let reference = file?.policy {
                let packReading = try PolicyPackReader.read(
                    reference, askedBy: .init(line: file?.policyLine))
                pack = packReading.pack
                packFiles = packReading.files
            } else {
                pack = .withoutRules
            }
        } catch {
            problems += error.list
        }
        var reading: StudyReading?
        do throws(Problems) {
            reading = try StudyReader.read(
                folder: folder == StudyFile.fileName ? "." : folder, setAside: setAside,
                facilityNames: { _ in pack?.facilityNames ?? [] })
        } catch {
            problems = error.list + problems
        }
        var streets: Streets?
        if readsStreets, let file, let entry = file.entry(.streets) {
            do throws(Problems) {
                streets = try StreetsIntake(
                    entry: entry, walking: file.walking, plane: reading?.study.plane ?? file.plane, jobs: jobs
                ).read()
            } catch {
                // That a file is missing has been said with the other layers.
                problems += error.list.filter { !problems.contains($0) }
            }
        }
        guard let reading, let pack, !problems.contains(where: { $0.severity == .error }) else {
            throw Problems(studyFileFirst(problems))
        }
        let study: Study
        do throws(TopologyFailure) {
            study = pack.takesWaterOutOfArea ? try DryLand.study(reading.study) : reading.study
        } catch {
            let file = file?.entry(.water)?.sources.first?.file ?? StudyFile.fileName
            throw Problems([Problem(file: file, .malformedGeometry(reason: error.reason))])
        }
        let shifts = streets.map { reading.datumWarnings(againstStreets: $0.nodes) } ?? []
        return StudyIntake(
            reading: reading, study: study, pack: pack,
            inputs: reading.inputs + packFiles.filter { !reading.inputs.contains($0) }, streets: streets,
            warnings: reading.warnings + shifts + problems
                + PresumedDeliveries.warnings(in: reading.study, from: pack.newCompoundsFrom))
    }
}

extension StudyIntake {
    /// Problems in the order in which a reader goes through them: `study.yaml` by line, then the other files.
    private static func studyFileFirst(_ problems: [Problem]) -> [Problem] {
        let ofStudyFile = problems.enumerated().filter { $0.element.file == StudyFile.fileName }.sorted {
            ($0.element.row ?? 0, $0.offset) < ($1.element.row ?? 0, $1.offset)
        }
        return ofStudyFile.map(\.element) + problems.filter { $0.file != StudyFile.fileName }
    }
}

extension StudyIntake {
    /// The plane that the study's areas are measured on; one for each task, since it is not shared by threads.
    package func workingPlane() throws(Problems) -> WorkingPlane {
        do throws(GeodesyFailure) {
            return try WorkingPlane(definition: study.plane)
        } catch {
            throw Problems([Problem(file: StudyFile.fileName, column: "crs", error.fault)])
        }
    }
}
