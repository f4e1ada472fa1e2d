package import Policy
internal import PolicyDatasets
internal import Yams

/// A pack as it was read, and the files that it was read from.
package struct PolicyPackReading: Sendable {
    /// The pack.
    package let pack: PolicyPack
    /// The user's own files, the one that the study names first; of packs that come with the program none.
    package let files: [InputFile]
}

/// Reads policy packs: those that come with the program, and the user's own.
package enum PolicyPackReader {
    /// The ids of the packs that come with the program, in byte order.
    package static var bundledIDs: [String] { BundledPolicies.all.map(\.id) }

    /// The pack that a text of the command line names: a path from the working folder on, else an id.
    ///
    /// - Parameters:
    ///   - text: what the user wrote.
    ///   - isFile: whether it is a path, whatever it looks like, unless there is no such file and a pack of that id.
    /// - Returns: what to read.
    package static func reference(_ text: String, isFile: Bool = false) -> PolicyReference {
        let folder = StudyFolder(".")
        let path = folder.resolved(text)
        let isPath = isFile && (FileBytes.kind(ofPath: path) != .nothing || !bundledIDs.contains(text))
        return isPath ? .file(text, path: path) : PolicyReference(text, folder: folder)
    }

    /// Where a pack is asked for: what a problem with the asking names.
    package struct Asking: Sendable {
        /// The file as the user wrote it.
        package let file: String
        /// The line.
        package let line: Int?
        /// The key.
        package let key: String

        /// Makes a place; left out, it is the key `policy` of `study.yaml`.
        package init(file: String = "study.yaml", line: Int? = nil, key: String = "policy") {
            self.file = file
            self.line = line
            self.key = key
        }
    }

    /// Reads a pack with all that it extends.
    ///
    /// - Throws: All that is wrong with any of its files, with file, line and key.
    package static func read(
        _ reference: PolicyReference, askedBy asking: Asking = Asking()
    ) throws(Problems) -> PolicyPackReading {
        var problems: [Problem] = []
        var files: [InputFile] = []
        var first = reference
        if case .file(let name, let path) = reference { first = .file(name, path: StudyFolder.tidied(path)) }
        let draft = draft(first, asking, seen: [], files: &files, problems: &problems)
        let pack = problems.isEmpty ? draft?.pack(problems: &problems) : nil
        guard let pack, problems.isEmpty else { throw Problems(inLineOrder(problems)) }
        return PolicyPackReading(pack: pack, files: files)
    }

    /// Problems file by file as they were read, those of a file by their lines.
    private static func inLineOrder(_ problems: [Problem]) -> [Problem] {
        var files: [String: Int] = [:]
        for problem in problems where files[problem.file] == nil { files[problem.file] = files.count }
        return problems.enumerated().sorted { a, b in
            let (x, y) = (a.element, b.element)
            return (files[x.file] ?? 0, x.row ?? 0, a.offset) < (files[y.file] ?? 0, y.row ?? 0, b.offset)
        }.map(\.element)
    }

    /// The draft of a pack, laid over those that it extends; nothing where a file cannot be read.
    private static func draft(
        _ reference: PolicyReference, _ asking: Asking, seen: [PolicyReference],
        files: inout [InputFile], problems: inout [Problem]
    ) -> PackDraft? {
        guard !seen.contains(where: { $0.isSame(as: reference) }) else {
            let chain = (seen + [reference]).map(name(of:))
            problems.append(
                Problem(file: asking.file, row: asking.line, column: asking.key, .extendsItself(chain: chain))
            )
            return nil
        }
        guard let bytes = bytes(of: reference, asking, files: &files, problems: &problems) else { return nil }
        let file = name(of: reference)
        let root: Node
        do throws(Problem) {
            root = try YAMLDocument.root(of: bytes, file: file)
        } catch {
            problems.append(error)
            return nil
        }
        guard let fields = YAMLMapping<PackKey>(root, file: file, problems: &problems) else { return nil }
        let own = PackDraft(fields, problems: &problems)
        guard let base = fields.text(.extends, &problems) else {
            if let removal = own.without.first {
                problems.append(removal.problem(.missingKey(name: PackKey.extends.rawValue)))
            }
            return own
        }
        let baseDraft = draft(
            extended(base, by: reference),
            Asking(file: file, line: fields.line(of: .extends), key: PackKey.extends.rawValue),
            seen: seen + [reference], files: &files, problems: &problems)
        return baseDraft.map { own.over($0, problems: &problems) }
    }

    /// What problems call a pack's file: as written, or of a bundled one its file's name.
    private static func name(of reference: PolicyReference) -> String {
        switch reference {
        case .bundled(let id): "\(id).yaml"
        case .file(let name, _): name
        }
    }

    /// The pack that another extends: a path goes from the folder of the file that names it.
    private static func extended(_ text: String, by reference: PolicyReference) -> PolicyReference {
        guard case .file(let name, let path) = reference else {
            return PolicyReference(text, folder: StudyFolder("."))
        }
        let folder = StudyFolder(Self.folder(of: path))
        guard case .file(_, let resolved) = PolicyReference(text, folder: folder) else {
            return .bundled(text)
        }
        let shown = text.hasPrefix("/") || !name.contains("/") ? text : "\(Self.folder(of: name))/\(text)"
        return .file(shown, path: StudyFolder.tidied(resolved))
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func bytes(
        of reference: PolicyReference, _ asking: Asking, files: inout [InputFile],
        problems: inout [Problem]
    ) -> [UInt8]? {
        switch reference {
        case .bundled(let id):
            guard let pack = BundledPolicies.all.first(where: { $0.id == id }) else {
                problems.append(
                    Problem(
                        file: asking.file, row: asking.line, column: asking.key,
                        .unknownPolicy(name: id, known: bundledIDs)))
                return nil
            }
            return pack.bytes
        case .file(let name, let path):
            files.append(InputFile(file: name, path: path))
            do throws(Fault) {
                return try FileBytes.read(path: path)
            } catch .fileMissing where asking.line != nil {
                // The line that asks for it is to be mended.
                problems.append(
                    Problem(
                        file: asking.file, row: asking.line, column: asking.key,
                        .unknownPolicy(name: name, known: bundledIDs)))
                return nil
            } catch {
                problems.append(Problem(file: name, error))
                return nil
            }
        }
    }
}
