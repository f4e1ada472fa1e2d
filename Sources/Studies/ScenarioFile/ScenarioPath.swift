internal import Glibc

/// The path of a scenario file.
struct ScenarioPath {
    /// As the user wrote it; of an extended file, relative to the one that extends it where that is.
    let written: String

    init(_ written: String) { self.written = written }

    /// The path that tells whether two paths are the same file.
    var identity: String {
        guard let resolved = realpath(written, nil) else { return written }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The file's name without its ending: what a scenario without a name is called.
    var name: String {
        let file = written.split(separator: "/").last.map(String.init) ?? written
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }

    /// The file as one of a run's inputs.
    var input: InputFile { InputFile(file: written, path: written) }

    /// The file that this one extends: a path relative to it, or a sibling by its name alone.
    func extended(_ text: String) -> ScenarioPath {
        guard !text.hasPrefix("/") else { return ScenarioPath(text) }
        let folder = written.lastIndex(of: "/").map { String(written[...$0]) } ?? ""
        let endings = ["", ".yaml", ".yml"]
        let found = endings.first { FileBytes.kind(ofPath: folder + text + $0) == .file }
        return ScenarioPath(folder + text + (found ?? ""))
    }

    /// What the file holds.
    func bytes() throws(Fault) -> [UInt8] { try FileBytes.read(path: written) }
}
