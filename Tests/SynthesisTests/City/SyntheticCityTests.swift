import Foundation
import Synthesis
import TestWorlds
import Testing

@Suite struct SyntheticCityTests {
    @Test func theSameSeedGivesTheSameBytes() throws {
        let (one, two) = (try WrittenCity(seed: 7), try WrittenCity(seed: 7))
        #expect(one.report == two.report)
        for file in one.report.files { #expect(try one.bytes(file) == two.bytes(file), "\(file)") }
        let other = try WrittenCity(seed: 8)
        for file in ["communities.geojson", "compounds.csv", "facilities.xlsx", "streets.osm.pbf"] {
            #expect(try one.bytes(file) != other.bytes(file), "\(file)")
        }
    }

    @Test func theReportNamesEveryFile() throws {
        let town = try WrittenCity()
        let found = FileManager.default.enumerator(atPath: town.path)?.compactMap { $0 as? String } ?? []
        #expect(found.filter { $0 != "scenarios" }.sorted() == town.report.files.sorted())
    }

    @Test("Sizes are about what they promise", arguments: [UInt64(2020), 1, 99])
    func aTownHasTheSizeOfATown(seed: UInt64) throws {
        let report = try WrittenCity(seed: seed).report
        #expect((38...44).contains(report.communities))
        #expect((190...205).contains(report.compounds))
        #expect((48...75).contains(report.facilities))
        #expect((5_000...14_000).contains(report.streetNodes))
        #expect(report.candidates == 28)
        #expect(report.bridges == 2)
    }

    @Test func aCityHasTheSizeOfACity() throws {
        let report = try WrittenCity(.city).report
        #expect((1_380...1_420).contains(report.communities))
        #expect((4_900...5_050).contains(report.compounds))
        #expect((1_650...1_950).contains(report.facilities))
        #expect((270_000...330_000).contains(report.streetNodes))
        #expect(report.bridges == 8)
        // All of the mainland hangs together: nineteen of twenty walkable nodes are in one part.
        let walkable = report.walkableParts.reduce(0, +)
        #expect((report.walkableParts.first ?? 0) * 20 > walkable * 19)
        #expect(report.walkableParts.count == 1 + report.islands)
    }

    @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
        let folder = try TemporaryFolder()
        let path = folder.path(of: "mine")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try Data("keep".utf8).write(to: URL(filePath: "\(path)/notes.txt"))
        #expect(throws: WholeFolderFailure.notEmpty(path: path)) {
            try SyntheticCity.write(size: .town, seed: 1, to: path)
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["notes.txt"])
    }

    @Test func everythingIsNamedAsSynthetic() throws {
        let town = try WrittenCity()
        for feature in try town.features("communities.geojson") {
            for key in ["name", "subdistrict", "district", "city"] {
                #expect((feature.properties[key] as? String)?.hasPrefix("Synthetic ") == true)
            }
            #expect((feature.properties["id"] as? String)?.hasPrefix("SC") == true)
        }
        let readme = try #require(String(data: town.bytes("README.md"), encoding: .utf8))
        #expect(readme.contains("made up"))
    }
}
