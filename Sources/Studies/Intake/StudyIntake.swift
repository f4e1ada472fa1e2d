package import Geodesy
package import Places
package import Policy
internal import Topology
internal import WalkNetwork

/// Whether a run needs the streets of a study.
package enum StreetsNeed: Hashable, Sendable {
    case always, never
    /// Where a target of the pack, or its rule of pooled space, is about walks.
    case forTargets

    /// Whether a run judged by a pack needs them.
    func isMet(by pack: PolicyPack?) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .forTargets:
            pack.map { pack in
                pack.targets.contains { $0.measure == .coverage(.within15min) }
                    || !pack.walksBetweenCompounds.isEmpty
            } ?? false
        }
    }
}

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
    package var streets: StudyStreets?
    /// How high the ground is; nothing where the study does not say.
    ///
    /// Read only where a profile asks for slopes.
    package let heights: HeightRasters?
    /// What the run can go on with.
    package let warnings: [Problem]

    /// Reads a study with its pack and streets.
    ///
    /// - Parameters:
    ///   - folder: the folder that holds `study.yaml`, or the file itself, as the user wrote it.
    ///   - setAside: whether rows with errors are set aside instead of ending the reading.
    ///   - streets: whether the streets are read, too.
    ///   - networks: where networks are kept for the next run; nothing where they are not.
    ///   - extras: what is read of the streets beside what their profiles ask for.
    ///   - jobs: how many threads may read.
    /// - Returns: what was read.
    /// - Throws: every problem of every file at once, warnings among them.
    package static func read(
        _ folder: String, setAside: Bool, streets: StreetsNeed, networks: NetworkCache? = nil,
        extras: StreetExtras = [], jobs: Int
    ) async throws(Problems) -> StudyIntake {
        try await IntakeDraft(
            OpenedStudy(folder), setAside: setAside, streets: streets, networks: networks, extras: extras,
            jobs: jobs
        ).intake()
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
