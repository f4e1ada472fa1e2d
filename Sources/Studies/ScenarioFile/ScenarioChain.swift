internal import Yams

/// The files of a scenario, each extending the next, with everything that is wrong in them.
struct ScenarioChain {
    private(set) var files: [(path: ScenarioPath, draft: ScenarioDraft)] = []
    private(set) var problems: [Problem] = []

    /// Reads a file and what it extends.
    init(path: String) { read(ScenarioPath(path), from: nil) }

    private mutating func read(_ path: ScenarioPath, from origin: (file: String, line: Int)?) {
        func report(_ fault: Fault) {
            problems.append(
                Problem(
                    file: origin?.file ?? path.written, row: origin?.line,
                    column: origin == nil ? nil : ScenarioKey.extends.rawValue, fault))
        }
        let identity = path.identity
        guard !files.contains(where: { $0.path.identity == identity }) else {
            report(.extendsItself(chain: files.map(\.path.written) + [path.written]))
            return
        }
        let bytes: [UInt8]
        do throws(Fault) {
            bytes = try path.bytes()
        } catch {
            report(origin == nil ? error : .cannotExtend(path: path.written))
            return
        }
        let root: Node
        do throws(Problem) {
            root = try YAMLDocument.root(of: bytes, file: path.written)
        } catch {
            problems.append(error)
            return
        }
        guard let fields = YAMLMapping<ScenarioKey>(root, file: path.written, problems: &problems) else {
            return
        }
        let draft = ScenarioDraft(fields, &problems)
        files.append((path, draft))
        if let (text, line) = draft.extends { read(path.extended(text), from: (path.written, line)) }
    }
}
