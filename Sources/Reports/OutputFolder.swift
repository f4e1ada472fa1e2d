package import Foundation

/// Why results could not be written.
package enum OutputFailure: Error, Sendable {
    /// The system refused.
    case cannotWrite(path: String, reason: String)
    /// A result would take the place of an input.
    case wouldOverwriteInput(path: String)
}

/// The results of one command, gathered in memory and then written whole or not at all.
///
/// Each file is written in full beside its target and renamed only after all of them are there; a failure
/// before that leaves the folder as it was.
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
    /// - Parameter inputs: absolute paths of everything that the run has read.
    /// - Throws: ``OutputFailure/wouldOverwriteInput(path:)`` for the first such result.
    package func check(against inputs: [String]) throws(OutputFailure) {
        let taken = Set(inputs.map { URL(filePath: $0).resolvingSymlinksInPath().standardizedFileURL.path })
        for path in paths + obsolete {
            let target = root.appending(path: path).resolvingSymlinksInPath().standardizedFileURL.path
            if taken.contains(target) { throw .wouldOverwriteInput(path: target) }
        }
    }

    /// Writes everything.
    package func write() throws(OutputFailure) {
        let manager = FileManager.default
        let mark = ".part-\(ProcessInfo.processInfo.processIdentifier)"
        var staged: [(from: URL, to: URL)] = []
        var madeFolders: [URL] = []
        do {
            for file in files {
                let target = root.appending(path: file.path)
                madeFolders += try makeFolder(target.deletingLastPathComponent())
                let part = target.appendingPathExtension(mark)
                staged.append((part, target))
                try Data(file.contents).write(to: part)
            }
            for (from, to) in staged {
                guard rename(from.path, to.path) == 0 else {
                    throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: to.path])
                }
            }
            for path in obsolete {
                let target = root.appending(path: path)
                if manager.fileExists(atPath: target.path) { try manager.removeItem(at: target) }
            }
        } catch {
            for (part, _) in staged where manager.fileExists(atPath: part.path) {
                unlink(part.path)
            }
            for folder in madeFolders.reversed() { rmdir(folder.path) }
            throw .cannotWrite(path: root.path, reason: OutputFolder.reason(of: error))
        }
    }

    /// Makes a folder with its parents and returns those that were not there before, outermost first.
    private func makeFolder(_ folder: URL) throws -> [URL] {
        var missing: [URL] = []
        var current = folder.standardizedFileURL
        while !FileManager.default.fileExists(atPath: current.path), current.path != "/" {
            missing.insert(current, at: 0)
            current = current.deletingLastPathComponent()
        }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return missing
    }

    private static func reason(of error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        if let underlying, underlying.domain == NSPOSIXErrorDomain {
            return String(cString: strerror(Int32(underlying.code)))
        }
        return (error as NSError).localizedDescription
    }
}
