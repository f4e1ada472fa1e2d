package import Foundation

/// A folder for one test's files, gone when the value is.
package final class TemporaryFolder {
    /// Its path.
    package let path: String

    /// Makes an empty folder.
    package init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "carecircle-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        do { try FileManager.default.removeItem(atPath: path) } catch {
            // What cannot be removed stays with the system's other temporary files.
        }
    }

    /// The path that a file of the folder has or would have.
    package func path(of name: String) -> String { path + "/" + name }

    /// Writes a text file and returns its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String {
        try write(Data(text.utf8), to: name)
    }

    /// Writes a file of bytes and returns its path.
    @discardableResult
    package func write(_ bytes: Data, to name: String) throws -> String {
        let path = path(of: name)
        try bytes.write(to: URL(filePath: path))
        return path
    }

    /// The bytes of a file.
    package func bytes(of name: String) throws -> Data {
        try Data(contentsOf: URL(filePath: path(of: name)))
    }
}
