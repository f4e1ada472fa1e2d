import Compliance
import Places
import Policy
import Studies
import Testing

/// The share of new compounds with enough care space, where groups may pool it.
///
/// A holds some 60 m² for 100 households and B none for 200, both in group G; at Jiangsu's 20 m² per 100 households G owes
/// 60 m². D, in no group, holds its own 20 m².
@Suite struct PooledTargetTests {
    private func findings(
        held: String, rate: String? = nil, change: (inout PolicyPack) -> Void = { _ in }
    ) throws -> [Finding] {
        var pack = try PolicyPackReader.read(.bundled("jiangsu")).pack
        if let rate {
            pack.space = pack.space.map {
                SpaceRule(
                    clause: $0.clause, effectiveFrom: $0.period.from, newRate: ExactDecimal(rate))
            }
        }
        let clause = try #require(pack.space.first?.clause)
        let name = BilingualText(en: "n", zh: "名")
        pack.targets = [
            Target(
                id: "new", name: name, clause: clause, measure: .newCompoundsMeetSpace, basis: .count,
                due: PartialDate(year: 2025), version: BilingualText(en: "v", zh: "版"),
                atLeast: ExactDecimal(1))
        ]
        change(&pack)
        let world = ItemWorld(compounds: [
            .init(households: "100", space: held, planned: "2024", pool: "G"),
            .init(households: "200", space: "0", planned: "2024", pool: "G"),
            .init(households: "100", space: "20", planned: "2024"),
        ])
        return try PolicyItemsTests.findings(world, pack, asOf: "2025-12-31")
    }

    @Test func aMemberOfAPoolThatHoldsEnoughCounts() throws {
        let all = try findings(held: "60")
        let target = try #require(all.first { $0.rule == "target.new" })
        #expect(target.verdict == .pass)
        #expect(target.numerator == ExactDecimal(3))
        #expect(target.denominator == ExactDecimal(3))
        #expect(!all.contains { $0.isFault })
    }

    /// A tenth of a m² less in the pool, and B counts no more; A holds its own.
    ///
    /// What is missing is the pool's tenth.
    @Test func aPoolShortByATenthCountsOne() throws {
        for all in [try findings(held: "59.9"), try findings(held: "60", rate: "20.1")] {
            let target = try #require(all.first { $0.rule == "target.new" })
            #expect(target.verdict == .fail)
            #expect(all.filter { $0.rule == "space" && $0.isFault }.count >= 1)
        }
        let short = try findings(held: "59.9")
        #expect(short.first { $0.rule == "target.new" }?.numerator == ExactDecimal(2))
        let own = short.filter { $0.rule == "space" }
        #expect(own.map(\.isFault) == [false, true, false])
        let tenth = try #require(ExactDecimal("0.1"))
        #expect(own[1].remedy == .addSpace(tenth))
        #expect(
            short.first { $0.rule == "target.new" }?.remedy
                == .mendCompounds([AreaRemedy(area: "K1", remedy: .addSpace(tenth))], open: 0, of: []))
    }

    /// K1 states no care space: it may hold what it owes, and is named where the others are too few.
    @Test func whatIsNotKnownIsNamedAsSuch() throws {
        var pack = try PolicyPackReader.read(.bundled("jiangsu")).pack
        pack.pooledSpace = []
        let clause = try #require(pack.space.first?.clause)
        let name = BilingualText(en: "n", zh: "名")
        func remedy(atLeast least: String) throws -> Remedy? {
            pack.targets = [
                Target(
                    id: "new", name: name, clause: clause, measure: .newCompoundsMeetSpace, basis: .count,
                    due: nil, atLeast: try #require(ExactDecimal(least)))
            ]
            let world = ItemWorld(compounds: [
                .init(households: "100", space: "10", planned: "2024"),
                .init(households: "100", planned: "2024"),
                .init(households: "100", space: "19", planned: "2024"),
            ])
            return try PolicyItemsTests.findings(world, pack, asOf: "2025-12-31")
                .first { $0.rule == "target.new" }?.remedy
        }
        let known = [("K2", 1), ("K0", 10)].map {
            AreaRemedy(area: $0.0, remedy: .addSpace(ExactDecimal($0.1)))
        }
        #expect(try remedy(atLeast: "0.6") == .mendCompounds(known, open: 0, of: []))
        #expect(try remedy(atLeast: "1") == .mendCompounds(known, open: 1, of: ["K1"]))
    }

    /// The row names its day, whatever the verdict, and what its figure is.
    @Test func aTargetsRowSaysWhatItIs() throws {
        for held in ["60", "59.9"] {
            let target = try #require(try findings(held: held).first { $0.rule == "target.new" })
            #expect(target.due?.text == "2025")
            #expect(target.figure?.measure == "new_compounds_meet_space")
            #expect(target.figure?.basis == .count)
            #expect(target.figure?.version?.en == "v")
            // Compounds are counted, and no facilities.
            #expect(target.figure?.counted == nil)
        }
    }
}
