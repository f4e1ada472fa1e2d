import Compliance
import Coverage
import Geodesy
import Geometry
import Places
import Policy
import Studies
import Testing
import WalkNetwork

/// One thing that a published document asks for: the pack that says it, a study that passes it, one that fails it by
/// one unit, and a change of the pack's own number that turns one of the two verdicts.
struct PolicyItem: Sendable, CustomTestStringConvertible {
    /// The document's item, as docs/policy.md names it.
    let item: String
    let pack: String
    /// The rule in `checks.csv`.
    let rule: String
    let passing: ItemWorld
    let failing: ItemWorld
    /// What the failing study is short of.
    let shortfall: String
    /// The pack with another number.
    let changed: @Sendable (inout PolicyPack) -> Void
    /// What the passing study is then: fail, unless the pack was made more lenient.
    var flips: Flip = .passingFails
    var asOf = "2030-12-31"
    /// A rule that the document gives no number for, added to its pack.
    var adding: @Sendable (inout PolicyPack) -> Void = { _ in }

    enum Flip { case passingFails, failingPasses }

    var testDescription: String { "\(item) \(pack) \(rule)" }
}

/// Every figure of the packs, held against studies at its edge.
@Suite struct PolicyItemsTests {
    @Test(arguments: PolicyItems.all) func passesFailsByOneAndFlips(_ item: PolicyItem) throws {
        var pack = try PolicyPackReader.read(.bundled(item.pack)).pack
        item.adding(&pack)
        let passing = try Self.findings(item.passing, pack, item)
        #expect(!passing.isEmpty)
        #expect(passing.allSatisfy { $0.verdict == .pass }, "\(passing)")
        let failing = try Self.findings(item.failing, pack, item).filter { $0.verdict != .pass }
        #expect(failing.map(\.verdict) == [.fail], "\(failing)")
        #expect(failing.map { $0.shortfall?.description } == [item.shortfall])
        item.changed(&pack)
        switch item.flips {
        case .passingFails:
            #expect(try Self.findings(item.passing, pack, item).contains { $0.verdict == .fail })
        case .failingPasses:
            #expect(try Self.findings(item.failing, pack, item).allSatisfy { $0.verdict == .pass })
        }
    }

    /// What a pack's rule says of a world.
    static func findings(_ world: ItemWorld, _ pack: PolicyPack, _ item: PolicyItem) throws -> [Finding] {
        try findings(world, pack, asOf: item.asOf).filter { $0.rule == item.rule }
    }

    static func findings(_ world: ItemWorld, _ pack: PolicyPack, asOf text: String) throws -> [Finding] {
        try findings(world.study, pack, asOf: text, nearOnFoot: world.nearOnFoot)
    }

    static func findings(
        _ study: Study, _ pack: PolicyPack, asOf text: String, nearOnFoot: NearbyOnFoot? = nil,
        on network: WalkNetwork? = nil
    ) throws -> [Finding] {
        let day = try #require(itemDate(text)).last
        let plane = try WorkingPlane(definition: study.plane)
        let ground = StudyGround(study: study, pack: pack, network: network, plane: plane)
        let figures = TargetFigures(
            study: study, coverage: ground.coverage(on: day),
            coverageBySelector: Dictionary(
                uniqueKeysWithValues: pack.targetSelectors.map {
                    ($0, ground.coverage(on: day, counting: $0))
                }),
            pack: pack, membership: ScopeMembership(of: study).members,
            careSpace: CompoundRecord.all(in: study).map { CareSpaceRecord($0, pack: pack, asOf: day) })
        let walks = Dictionary(
            uniqueKeysWithValues: nearOnFoot.map { near in pack.walksBetweenCompounds.map { ($0, near) } }
                ?? [])
        return Findings.all(study: study, pack: pack, on: day, walks: walks)
            + TargetFindings.all(of: pack, from: figures, on: day)
    }

    /// Wuhan's beds of the plan of 2020 and of 2025 are judged beside each other: 60,000 beds meet the one and not the
    /// other, and each names its version.
    @Test func wuhansTwoCountsOfBedsStandSideBySide() throws {
        let pack = try PolicyPackReader.read(.bundled("wuhan")).pack
        let world = ItemWorld(facilities: [.init(kind: .institution, level: .city, beds: "60000")])
        let beds = try Self.findings(world, pack, asOf: "2025-12-31").filter {
            ["target.beds-2020", "target.institution-beds-2025"].contains($0.rule)
        }
        #expect(beds.map(\.verdict) == [.fail, .pass])
        #expect(beds.map { $0.required?.description } == ["114000", "60000"])
        let versions = beds.compactMap { finding -> String? in
            if case .target(_, let version, _, _, _) = finding.detail { version?.en } else { nil }
        }
        #expect(versions == ["plan of 2012–2020", "targets of 2025"])
    }

    /// Before its day a target that is not met yet is pending, with the day by which it must be.
    @Test func aTargetIsPendingBeforeItsDay() throws {
        let pack = try PolicyPackReader.read(.bundled("xuzhou")).pack
        let world = ItemWorld(communities: [.init(setting: .rural)])
        let finding = try #require(
            try Self.findings(world, pack, asOf: "2020-12-30").first { $0.rule == "target.rural-homes-2020" })
        #expect(finding.verdict == .pending)
        #expect(finding.due?.text == "2020")
        #expect(finding.remedy == .reach(ExactDecimal(1), of: .count))
        let late = try Self.findings(world, pack, asOf: "2020-12-31").filter {
            $0.rule == "target.rural-homes-2020"
        }
        #expect(late.map(\.verdict) == [.fail])
    }

    /// Harbin's notice is known without its day: nothing is new or existing, and nothing is made up.
    @Test func withoutAFirstDayEveryClassIsOpen() throws {
        let pack = try PolicyPackReader.read(.bundled("harbin")).pack
        let world = ItemWorld(compounds: [.init(households: "100", space: "900", planned: "2024-01-01")])
        let finding = try Self.findings(world, pack, asOf: "2030-12-31").first { $0.rule == "space" }
        #expect(finding?.verdict == .unknown)
        #expect(finding?.detail == .classOpen(.ruleUndated))
    }

    /// Three centres in a subdistrict that is to have one or two: a pass, with a note.
    @Test func moreThanTwoCentresAreANote() throws {
        let pack = try PolicyPackReader.read(.bundled("wuhan")).pack
        func detail(_ count: Int) throws -> FindingDetail? {
            let world = ItemWorld(
                facilities: (0..<count).map { _ in .init(kind: .centre, level: .subdistrict, area: "500") })
            let finding = try Self.findings(world, pack, asOf: "2030-12-31").first {
                $0.rule == "tier.street-centre"
            }
            #expect(finding?.verdict == .pass)
            return finding?.detail
        }
        #expect(try detail(2) == .counted(["F0", "F1"], open: 0, noteAbove: nil))
        #expect(try detail(3) == .counted(["F0", "F1", "F2"], open: 0, noteAbove: 2))
    }
}
