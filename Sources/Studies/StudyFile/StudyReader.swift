/// Reads a study: its `study.yaml`, all layers, and how they refer to each other.
package enum StudyReader {
    /// Reads the study of a folder.
    ///
    /// - Parameters:
    ///   - folder: The folder that holds `study.yaml`, as the user wrote it.
    ///   - setAside: Whether rows with errors are set aside, together with the rows that refer to them,
    ///     instead of ending the reading.
    /// - Returns: The study with its warnings, what was set aside, and what was read.
    /// - Throws: Every problem of `study.yaml` and of all layers at once, warnings among them.
    package static func read(folder: String, setAside: Bool = false) throws(Problems) -> StudyReading {
        let opened = OpenedStudy(folder)
        guard let draft = StudyDraft(opened, setAside: setAside, namings: []) else {
            throw Problems(opened.problems)
        }
        return try draft.reading()
    }
}
