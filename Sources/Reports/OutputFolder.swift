package import Foundation
package import Studies

/// Why results could not be written.
package enum OutputFailure: Error, Sendable {
    /// The system refused, in its own words.
    case cannotWrite(path: String, reason: String)
    /// Results would take the place of inputs: each input with the path of the result.
    case wouldOverwriteInputs([(input: InputFile, result: String)])
}

/// The results of one command, gathered in memory and then written whole or not at all.
///
/// Each file is written in full beside its target, and all of them are renamed only after the last one is
/// there; whatever fails, the folder is left as it was.
package struct OutputFolder: Sendable {
    private var files: [(path: String, contents: [UInt8])] = []
    private var obsolete: [String] = []

    /// The folder that the files are written below.
    package let root: URL

    /// Starts an empty set of results for a folder, which need not exist yet.
    package init(root: URL) { self.root = root }

    /// The paths of the results, relative to the folder, in the order in which they were added.
    package var paths: [String] { files.map(\.path) }

    /// Adds a file by its path relative to the folder.
    package mutating func add(_ path: String, _ contents: [UInt8]) { files.append((path, contents)) }

    /// Names a file of an earlier run that would contradict this one; it is removed with the writing.
    package mutating func remove(_ path: String) { obsolete.append(path) }

    /// Refuses results that would take the place of an input.
    ///
    /// - Parameter inputs: everything that the run has read, and what else is not to be touched.
    /// - Throws: ``OutputFailure/wouldOverwriteInputs(_:)`` with all such inputs.
    package func check(against inputs: [InputFile]) throws(OutputFailure) {
        func place(_ url: URL) -> String { url.resolvingSymlinksInPath().standardizedFileURL.path }
        var results: [String: String] = [:]
        for path in paths + obsolete {
            let target = root.appending(path: path)
            results[place(target)] = target.relativePath
        }
        let taken = inputs.compactMap { input in
            results[place(URL(filePath: input.path))].map { (input: input, result: $0) }
        }
        if !taken.isEmpty { throw .wouldOverwriteInputs(taken) }
    }

    /// Writes everything.
    ///
    /// - Throws: ``OutputFailure/cannotWrite(path:reason:)``; nothing has changed then.
    package func write() throws(OutputFailure) {
        var change = FolderChange()
        do throws(FolderChange.Refusal) {
            for file in files { try change.stage(file.contents, at: root.appending(path: file.path)) }
            try change.putInPlace()
            for path in obsolete { try change.remove(root.appending(path: path)) }
        } catch {
            change.undo()
            throw .cannotWrite(path: shown(error.url), reason: error.words)
        }
        change.finish()
    }

    /// A path as the user would write it, who named the root.
    private func shown(_ url: URL) -> String {
        let (full, base) = (url.standardizedFileURL.path, root.standardizedFileURL.path)
        return full.hasPrefix(base) ? root.relativePath + full.dropFirst(base.count) : full
    }
}
