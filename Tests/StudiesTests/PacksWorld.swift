import Foundation
import Studies

/// A folder of its own with the files of a test, removed when the test is done.
final class PackFolder {
    let path: String

    init(_ files: [String: String]) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("packs-\(UUID().uuidString)")
        path = folder.path
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            // A folder that is gone already is what was wanted.
        }
    }

    /// Reads a pack of the folder.
    func read(_ name: String) throws(Problems) -> PolicyPackReading {
        try PolicyPackReader.read(.file(name, path: "\(path)/\(name)"))
    }

    /// What is wrong with a pack of the folder; nothing if it reads well.
    func problems(_ name: String) -> [Problem] {
        do throws(Problems) {
            _ = try read(name)
            return []
        } catch {
            return error.list
        }
    }
}

/// The lines of a pack on which each test changes one thing.
let wellWrittenPack = """
    id: own
    name: {en: Own, zh: 自有}
    jurisdiction: {en: Nowhere, zh: 无}
    citations:
      - id: notice
        title: {en: A notice, zh: 通知}
        number: 〔2024〕1号
        date: 2024-06
        known: notice
    rules:
      - id: space
        clause: {citation: notice, part: 第三条}
        effective_from: 2024-07-01
        new_m2_per_100_households: 30
        existing_m2_per_100_households: 20
      - id: space.first_phase
        clause: {citation: notice}
        fallback: {built_before_share_of_dwellings: 0.5}
      - id: sync.built
        clause: {citation: notice}
        phase: 2
    subsidies:
      - id: building
        clause: {citation: notice}
        for: {kinds: [station, centre], min_area_m2: 100}
        once_yuan: 150000
    targets:
      - id: near
        name: {en: Near, zh: 近}
        clause: {citation: notice}
        measure: within_1km
        counts: {networks: embedded}
        scope: {districts: [A, B]}
        due: 2025
        at_least: 0.8

    """
