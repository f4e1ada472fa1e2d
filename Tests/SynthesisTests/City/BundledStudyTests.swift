import Foundation
import Studies
import Synthesis
import Testing

/// The study under `datasets/` is what the program makes.
@Suite struct BundledStudyTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../datasets/riverside").standardizedFileURL.path

    @Test func itIsTheTownOfSeed2020() throws {
        let town = try WrittenCity(.town, seed: 2020)
        for file in town.report.files {
            let bundled = "\(Self.folder)/\(file)"
            switch (file as NSString).pathExtension {
            case "xlsx":
                // How a workbook is compressed is the library's affair; what its cells say is not.
                let (one, other) = try withExtendedLifetime(town) {
                    (try rows(bundled), try rows("\(town.path)/\(file)"))
                }
                #expect(one == other)
            case "pbf":
                let streets = try StreetsReader().read(bundled).streets
                #expect(try streets == town.streets())
            default:
                #expect(try Data(contentsOf: URL(filePath: bundled)) == town.bytes(file), "\(file)")
            }
        }
    }

    private func rows(_ path: String) throws -> [RawRow] {
        try TableSource(file: path, path: path).read().rows
    }
}
