import Foundation
import Testing

/// A rule for a district that the study has not would pass in silence.
@Suite struct PackDistrictsTests {
    private static let rules = """
        measures:
          has_qualified: {counts: {kinds: [station]}, where: {districts: [Inland]}}
        rules:
          - id: tier.station
            name: {en: A station, zh: 服务站}
            clause: {citation: notice}
            per: community
            where: {districts: [Harbuor]}
            counts: {kinds: [station]}
        targets:
          - id: near
            name: {en: Near, zh: 近}
            clause: {citation: notice}
            measure: within_1km
            scope: {districts: [Harbour, Uplands]}
            at_least: 0.01

        """

    @Test func aMisspeltDistrictIsSaid() throws {
        let hamlet = try HamletStudy()
        try hamlet.adopt(Self.rules)
        let (_, stderr, status) = try hamlet.place.run(["check", "study", "--out", "out"])
        #expect(status == 0)
        let lines = stderr.split(separator: "\n").filter { $0.contains("district") }
        #expect(lines.count == 3)
        #expect(lines.first?.contains("“tier.station” is for the district “Harbuor”") == true)
        #expect(lines.first?.contains("“Harbour”") == true)
        #expect(
            lines.dropFirst().first?.contains("“measures.has_qualified” is for the district “Inland”") == true
        )
        #expect(lines.last?.contains("“target.near” is for the district “Uplands”") == true)
    }

    /// A pack of that name in the study's own folder, asked for by a longer path each time.
    @Test func aPackThatExtendsItselfIsFoundAtOnce() throws {
        let hamlet = try HamletStudy()
        try hamlet.adopt(Self.rules, head: "extends: ./own.yaml\n")
        let (_, stderr, status) = try hamlet.place.run(["policy", "validate", "study/own.yaml"])
        #expect(status == 1)
        #expect(stderr.split(separator: "\n").count == 1)
        #expect(stderr.utf8.count < 300)
    }

    @Test func aBundledPackIsValidatedByItsID() throws {
        let hamlet = try HamletStudy()
        #expect(try hamlet.place.run(["policy", "validate", "wuhan"]).status == 0)
        #expect(try hamlet.place.run(["policy", "validate", "wuhna"]).status == 1)
    }
}
