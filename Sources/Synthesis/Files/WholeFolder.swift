internal import Foundation

/// Why a folder of files cannot be written.
package enum WholeFolderFailure: Error, Hashable, Sendable {
    /// The folder exists and holds something; nothing of it was touched.
    case notEmpty(path: String)
    /// The system refused; in its own words.
    case refused(path: String, words: String)
}

/// A folder that appears with all its files or not at all.
///
/// The files are written beside it, under another name, and the folder is then renamed into its place.
package struct WholeFolder: Sendable {
    /// Where the folder is to stand.
    package let path: String

    /// Names the folder.
    package init(_ path: String) { self.path = path }

    /// Fills the folder: `fill` gets the path of an empty one that lies beside it.
    ///
    /// - Throws: a ``WholeFolderFailure``, or what `fill` throws; nothing is left behind then.
    package func write(_ fill: (String) throws -> Void) throws {
        let files = FileManager.default
        let target = URL(filePath: path).standardizedFileURL
        if let held = try existing(target), !held.isEmpty { throw WholeFolderFailure.notEmpty(path: path) }
        let draft = target.deletingLastPathComponent()
            .appending(path: ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier)")
        do {
            try files.createDirectory(at: draft, withIntermediateDirectories: true)
        } catch { throw WholeFolderFailure.refused(path: path, words: error.localizedDescription) }
        do {
            try fill(draft.path)
            try move(draft, to: target)
        } catch {
            do { try files.removeItem(at: draft) } catch {
                throw WholeFolderFailure.refused(path: draft.path, words: error.localizedDescription)
            }
            throw error
        }
    }

    /// What the folder holds already; nothing where there is none.
    private func existing(_ target: URL) throws -> [String]? {
        guard FileManager.default.fileExists(atPath: target.path) else { return nil }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: target.path)
        } catch { throw WholeFolderFailure.refused(path: path, words: error.localizedDescription) }
    }

    private func move(_ draft: URL, to target: URL) throws {
        // The system's rename replaces an empty folder in one step.
        guard rename(draft.path, target.path) == 0 else {
            throw WholeFolderFailure.refused(path: path, words: String(cString: strerror(errno)))
        }
    }

    /// Writes one file of the folder that `fill` was given.
    package static func write(_ text: String, to file: String, in folder: String) throws {
        let path = folder + "/" + file
        do {
            try FileManager.default.createDirectory(
                at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: path))
        } catch { throw WholeFolderFailure.refused(path: path, words: error.localizedDescription) }
    }
}
