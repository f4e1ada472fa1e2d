/// A study whose `study.yaml` has been read, and none of its layers yet.
package struct OpenedStudy: Sendable {
    /// The folder that holds `study.yaml`.
    package let folder: StudyFolder
    /// What it says, as far as it can be read; nothing where it cannot be at all.
    package let file: StudyFile?
    /// Everything wrong with it.
    package let problems: [Problem]

    /// Opens a study.
    ///
    /// - Parameter path: the folder that holds `study.yaml`, or the file itself, as the user wrote it.
    package init(_ path: String) {
        let name = StudyFile.fileName
        folder = StudyFolder(
            path == name ? "." : path.hasSuffix("/" + name) ? String(path.dropLast(name.count)) : path)
        var problems: [Problem] = []
        file = StudyFile.read(folder: folder, problems: &problems)
        self.problems = problems
    }

    /// The year that the study's figures are of; nothing where it cannot be read.
    package var baseYear: Int? { file.flatMap { $0.statesBaseYear ? $0.baseYear : nil } }
}
