package import Foundation
package import Studies
internal import WalkNetwork

/// Why results could not be written.
package enum OutputFailure: Error, Sendable {
    /// The system refused, in its own words.
    case cannotWrite(path: String, reason: String)
    /// Results would take the place of inputs: each input with the path of the result.
    case wouldOverwriteInputs([(input: InputFile, result: String)])
}

/// The results of one command, gathered and then written whole or not at all.
///
/// Each file is written in full beside its target, and all of them are renamed only after the last one is
/// there; whatever fails, the folder is left as it was.
package struct OutputFolder: Sendable {
    private var files: [(path: String, pieces: OutputPieces)] = []
    private var obsolete: [(path: String, mark: String)] = []

    /// The folder that the files are written below.
    package let root: URL

    /// Starts an empty set of results for a folder, which need not exist yet.
    package init(root: URL) { self.root = root }

    /// The paths of the results, relative to the folder, in the order in which they were added.
    package var paths: [String] { files.map(\.path) }

    /// Adds a file by its path relative to the folder.
    package mutating func add(_ path: String, _ contents: [UInt8]) {
        files.append((path, OutputPieces([contents])))
    }

    /// Adds a file of several pieces, one after the other.
    package mutating func add(_ path: String, pieces: OutputPieces) { files.append((path, pieces)) }

    /// Adds everything of another set of results for the same folder.
    package mutating func add(_ other: OutputFolder) {
        files += other.files
        obsolete += other.obsolete
    }

    /// Names a file of an earlier run that would contradict this one; it is removed with the writing.
    ///
    /// - Parameters:
    ///   - path: its path relative to the folder.
    ///   - mark: what our own files of this name begin with, byte order mark aside; any other file is the
    ///     user's and stays.
    package mutating func remove(_ path: String, beginningWith mark: String) { obsolete.append((path, mark)) }

    /// Names the files of an earlier run whose names this run gives to others or to none: all that begin and
    /// end alike in a folder, but those among the results.
    ///
    /// - Parameters:
    ///   - folder: its path relative to the folder of the results.
    ///   - start: what the names begin with.
    ///   - end: what they end with; between the two stands a number.
    ///   - mark: as in ``remove(_:beginningWith:)``.
    package mutating func removeOthers(
        in folder: String, from start: String, to end: String, beginningWith mark: String
    ) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
        } catch {
            // No folder, no earlier run.
            return
        }
        for name in names.sorted() where name.hasPrefix(start) && name.hasSuffix(end) {
            let number = name.dropFirst(start.count).dropLast(end.count)
            let path = "\(folder)/\(name)"
            if Int(number) != nil, !paths.contains(path) { remove(path, beginningWith: mark) }
        }
    }

    /// Refuses results that would take the place of an input.
    ///
    /// - Parameter inputs: everything that the run has read, and what else is not to be touched.
    /// - Throws: ``OutputFailure/wouldOverwriteInputs(_:)`` with all such inputs.
    package func check(against inputs: [InputFile]) throws(OutputFailure) {
        func place(_ url: URL) -> String { url.resolvingSymlinksInPath().standardizedFileURL.path }
        var results: [String: String] = [:]
        for path in paths + obsolete.map(\.path) {
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
            for file in files {
                let staged = try change.begin(root.appending(path: file.path))
                for number in 0..<file.pieces.count { try staged.write(file.pieces.make(number)) }
                try staged.close()
            }
            try finish(&change)
        } catch {
            throw undone(change, error)
        }
    }

    /// Writes everything, the pieces of files made by several threads; the files do not depend on how many.
    ///
    /// - Throws: as ``write()``.
    package func write(jobs: Int) async throws(OutputFailure) {
        var change = FolderChange()
        do throws(FolderChange.Refusal) {
            for file in files {
                let staged = try change.begin(root.appending(path: file.path))
                try await FixedChunks.forEach(count: file.pieces.count, jobs: jobs, file.pieces.make) {
                    bytes throws(FolderChange.Refusal) in try staged.write(bytes)
                }
                try staged.close()
            }
            try finish(&change)
        } catch {
            throw undone(change, error)
        }
    }

    /// Gives all staged files their names and takes away what is obsolete.
    private func finish(_ change: inout FolderChange) throws(FolderChange.Refusal) {
        try change.putInPlace()
        for file in obsolete where isOurs(file.path, mark: file.mark) {
            try change.remove(root.appending(path: file.path))
        }
        change.finish()
    }

    private func undone(_ change: FolderChange, _ refusal: FolderChange.Refusal) -> OutputFailure {
        change.undo()
        return .cannotWrite(path: shown(refusal.url), reason: refusal.words)
    }

    /// Whether a file begins as ours of that name do; a folder of the name is for the removal to refuse.
    private func isOurs(_ path: String, mark: String) -> Bool {
        let file = root.appending(path: path).path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else { return false }
        if isFolder.boolValue { return true }
        guard let handle = FileHandle(forReadingAtPath: file) else { return false }
        let start: Data
        do {
            start = try handle.read(upToCount: mark.utf8.count + 3) ?? Data()
            try handle.close()
        } catch {
            return false
        }
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        return text.starts(with: mark.utf8)
    }

    /// A path as the user would write it, who named the root.
    private func shown(_ url: URL) -> String {
        let (full, base) = (url.standardizedFileURL.path, root.standardizedFileURL.path)
        return full.hasPrefix(base) ? root.relativePath + full.dropFirst(base.count) : full
    }
}
