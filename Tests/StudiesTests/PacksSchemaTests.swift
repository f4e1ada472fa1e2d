import Foundation
import Studies
import Testing

/// The JSON Schema beside the packs says what the program's own reader knows.
@Suite struct PacksSchemaTests {
    private static func schema() throws -> [String: Any] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../datasets/policies/pack.schema.json").standardized
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        return try #require(json as? [String: Any])
    }

    /// The keys that the schema lists for a mapping of the reader's.
    private static func keys(of mapping: String, in schema: [String: Any]) throws -> [String] {
        let top = try #require(schema["properties"] as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: Any])
        func properties(_ node: Any?) throws -> [String] {
            let node = try #require(node as? [String: Any])
            return try #require(node["properties"] as? [String: Any]).keys.sorted()
        }
        func alternative(_ node: Any?) throws -> Any? {
            let node = try #require(node as? [String: Any])
            let choices = try #require(node["anyOf"] as? [[String: Any]])
            return choices.first { $0["properties"] != nil }
        }
        switch mapping {
        case "pack": return top.keys.sorted()
        case "walking", "measures", "service_classes": return try properties(top[mapping])
        case "selector": return try properties(alternative(definitions["selector"]))
        case "scope":
            let target = try #require(definitions["target"] as? [String: Any])
            let scope = try #require(target["properties"] as? [String: Any])["scope"]
            return try properties(alternative(scope))
        default: return try properties(definitions[mapping])
        }
    }

    @Test(arguments: PackFormat.keys.map(\.mapping)) func theSchemaHasTheReadersKeys(_ mapping: String) throws
    {
        let own = try #require(PackFormat.keys.first { $0.mapping == mapping }).keys
        #expect(try Self.keys(of: mapping, in: Self.schema()) == own.sorted())
    }

    /// What facilities and areas are called in sheets, packs may call them, too; the schema lists the same words.
    @Test(arguments: PackFormat.values.map(\.definition)) func theSchemaHasTheReadersWords(_ name: String)
        throws
    {
        let own = try #require(PackFormat.values.first { $0.definition == name }).words
        let definitions = try #require(try Self.schema()["$defs"] as? [String: Any])
        let definition = try #require(definitions[name] as? [String: Any])
        #expect(definition["enum"] as? [String] == own)
    }

    /// Every pack beside the schema comes with the program, and none is missing.
    @Test func everyPackOfTheFolderIsBundled() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../datasets/policies").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
        #expect(files == PolicyPackReader.bundledIDs.map { $0 + ".yaml" })
    }

    /// Every pack of the program's is one by the schema, and so is the one that mistakes are made in.
    @Test func theSchemaTakesWhatIsRight() throws {
        let schema = JSONSchema(try Self.schema())
        #expect(try schema.faults(ofYAML: wellWrittenPack) == [])
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../datasets/policies").standardized
        for id in PolicyPackReader.bundledIDs {
            let text = try String(contentsOf: folder.appending(path: "\(id).yaml"), encoding: .utf8)
            #expect(try schema.faults(ofYAML: text) == [], "\(id)")
        }
    }

    /// Numbers and dates written by hand are right by both, or wrong by both.
    @Test func theSchemaReadsWhatIsWrittenByHandAsTheReaderDoes() throws {
        let schema = JSONSchema(try Self.schema())
        for (samples, isRight) in [(PacksFaultTests.written, true), (PacksFaultTests.miswritten, false)] {
            for sample in samples {
                let text = wellWrittenPack.replacing(sample.from, with: sample.to, maxReplacements: 1)
                #expect(try schema.faults(ofYAML: text).isEmpty == isRight, "\(sample.to)")
            }
        }
    }

    /// What the reader refuses in one entry, the schema refuses too; what one entry says of another it cannot see.
    @Test(arguments: PacksFaultTests.cases + PacksFaultTests.mistaken)
    func theSchemaRefusesWhatTheReaderRefuses(_ sample: PackFault) throws {
        let text = wellWrittenPack.replacing(sample.from, with: sample.to, maxReplacements: 1)
        let faults = try JSONSchema(try Self.schema()).faults(ofYAML: text)
        #expect(faults.isEmpty != sample.isOfOneEntry, "\(faults)")
    }
}
