import Places
import Studies
import Testing

/// Files that are YAML are read in the encodings in which tables are.
@Suite struct YAMLEncodingTests {
    /// 滨江, the name of a study, in each encoding that a file may show itself to be in.
    @Test(
        arguments: [
            ("UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF], [0xE6, 0xBB, 0xA8, 0xE6, 0xB1, 0x9F]),
            ("GB 18030", [], [0xB1, 0xF5, 0xBD, 0xAD]),
        ] as [(String, [UInt8], [UInt8])])
    func aStudyIsRead(_: String, _ mark: [UInt8], _ name: [UInt8]) throws {
        let sample = SampleStudy()
        let text = try #require(sample.files["study.yaml"])
        let parts = text.split(separator: "Riverside", maxSplits: 1).map { Array($0.utf8) }
        sample.bytes["study.yaml"] = mark + parts[0] + name + parts[1]
        #expect(try read(sample).get().study.name == "滨江")
    }

    @Test("UTF-16, each character in two bytes, the lower first")
    func sixteenBits() throws {
        let sample = SampleStudy()
        let text = try #require(sample.files["study.yaml"]).replacing("Riverside", with: "滨江")
        sample.bytes["study.yaml"] =
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try read(sample).get().study.name == "滨江")
    }

    @Test("What is no text is told with its line, and no study is asked for an encoding that it cannot state")
    func noText() throws {
        let sample = SampleStudy()
        let text = try #require(sample.files["study.yaml"])
        sample.bytes["study.yaml"] =
            Array("name: 滨江滨江滨江滨江滨江滨江\n".utf8) + [0xFF]
            + Array(text.dropFirst("name: Riverside\n".count).utf8)
        #expect(
            try problems(sample) == [
                Problem(file: "study.yaml", row: 2, .undecodable(encoding: "UTF-8", canState: false))
            ])
    }

    @Test("A pack that is not there is the fault of the line that asks for it")
    func missingPack() {
        do throws(Problems) {
            _ = try PolicyPackReader.read(
                .file("pck.yaml", path: "/nowhere/pck.yaml"), askedBy: .init(line: 5))
            Issue.record("a pack that is not there was read")
        } catch {
            #expect(
                error.list == [
                    Problem(
                        file: "study.yaml", row: 5, column: "policy",
                        .unknownPolicy(name: "pck.yaml", known: PolicyPackReader.bundledIDs))
                ])
        }
    }

    @Test("A file that is given as a study and is not called as one is told so")
    func otherFile() throws {
        let sample = SampleStudy()
        let folder = try sample.write()
        let file = folder + "/compounds.csv"
        #expect(
            OpenedStudy(file).problems == [Problem(file: file, .notAStudy(expected: "study.yaml"))])
    }
}
