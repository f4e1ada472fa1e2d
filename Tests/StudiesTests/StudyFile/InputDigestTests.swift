import Foundation
import Studies
import Testing

@Suite struct InputDigestTests {
    @Test func digestsAreThoseOfTheStandard() throws {
        let sample = SampleStudy()
        // NIST's examples for SHA-256: "abc", and a million times "a".
        sample.files["abc.txt"] = "abc"
        sample.files["million.txt"] = String(repeating: "a", count: 1_000_000)
        sample.files["empty.txt"] = ""
        let folder = try sample.write()
        #expect(
            try InputDigest.sha256(ofFile: folder + "/abc.txt")
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            try InputDigest.sha256(ofFile: folder + "/million.txt")
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
        #expect(
            try InputDigest.sha256(ofFile: folder + "/empty.txt")
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(throws: Fault.fileMissing) { try InputDigest.sha256(ofFile: folder + "/none.txt") }
        #expect(throws: Fault.isDirectory) { try InputDigest.sha256(ofFile: folder) }
    }

    @Test func aShapefileIsAllOfItsParts() throws {
        let sample = SampleStudy()
        for part in ["dbf", "prj", "shp", "shx", "sbn", "shp.xml"] { sample.files["roads.\(part)"] = "x" }
        sample.files["roads2.dbf"] = "x"
        let folder = try sample.write()
        #expect(
            InputFile.files(of: "roads.shp", path: folder + "/roads.shp").map(\.file)
                == ["roads.dbf", "roads.prj", "roads.shp", "roads.shx"])
        #expect(
            InputFile.files(of: "../s/roads.shp", path: folder + "/roads.shp").map(\.file)
                == ["../s/roads.dbf", "../s/roads.prj", "../s/roads.shp", "../s/roads.shx"])
    }

    @Test func aConnectionHasNoFileAndShowsNoPassword() {
        let folder = StudyFolder("/studies/a")
        let text = "PG:dbname=care user=planner password=secret"
        #expect(folder.resolved(text) == text)
        #expect(!folder.shownName(of: text).contains("secret"))
        #expect(InputFile.files(of: text, path: text).isEmpty)
        #expect(folder.resolved("../b/c.csv") == "/studies/a/../b/c.csv")
        #expect(folder.resolved("/data/c.csv") == "/data/c.csv")
    }

    @Test func aPathIsSaidFromTheFolderOn() {
        let folder = StudyFolder("/studies/a")
        #expect(folder.relative("/studies/a/scenarios/b.yaml") == "scenarios/b.yaml")
        #expect(folder.relative("/studies/b/./x/../c.yaml") == "../b/c.yaml")
        #expect(folder.relative("/c.yaml") == "../../c.yaml")
    }

    @Test func rowsAreDigestedInTheOrderOfTheirIDs() {
        func table(_ rows: [[String]]) -> RawTable {
            RawTable(
                file: "PG:", header: ["id", "name"],
                rows: rows.enumerated().map { RawRow(number: $0 + 1, cells: $1) })
        }
        let one = InputDigest.sha256(of: table([["1", "a"], ["2", "b"]]), idColumn: 0)
        #expect(one == InputDigest.sha256(of: table([["2", "b"], ["1", "a"]]), idColumn: 0))
        #expect(one != InputDigest.sha256(of: table([["1", "ab"], ["2", ""]]), idColumn: 0))
        #expect(one != InputDigest.sha256(of: table([["1a", ""], ["2", "b"]]), idColumn: 0))
    }
}
