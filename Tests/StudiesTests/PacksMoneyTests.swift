import Places
import Policy
import Studies
import Testing

/// Money rules of a pack of one's own: every key, and what is wrong with them.
@Suite struct PacksMoneyTests {
    private static let money = """
        subsidies:
          - {id: a, clause: {citation: notice}, for: {grades: AAA}, yearly_yuan: 100000, when: running_normally, payers: lottery}
          - {id: b, clause: {citation: notice}, for: {grades: AA}, yearly_yuan: 80000, effective_from: 2024-01-01, effective_to: 2025-12-31}
          - {id: c, clause: {citation: notice}, for: any, once_yuan: 200000, chain_of: 3, payers: {district: 1, city: 3}}
          - {id: d, clause: {citation: notice}, for: any, share_of_cost: 0.5, when: accepted}
        entitlements:
          - id: help
            name: {en: Help, zh: 服务}
            clause: {citation: notice, part: 第八条}
            effective_from: 2024
            groups: [低保, 特困]
            hours_a_month: 8
            yuan_an_hour: 20
            payers: {central: 60, city: 15}
          - {id: sum, name: {en: Sum, zh: 金额}, clause: {citation: notice}, yuan_a_year: 600}
          - {id: bought, name: {en: Bought, zh: 购买}, clause: {citation: notice}, services: [meals, bathing]}
        envelopes:
          - id: transfer
            name: {en: Transfer, zh: 转移}
            clause: {citation: notice}
            effective_from: 2024
            effective_to: 2026
            yuan: 20000000
            payer: city
            covers: [c, help]
            shared_by: granted

        """

    private static func pack(_ text: String) -> String {
        let start = wellWrittenPack.firstRange(of: "subsidies:")?.lowerBound ?? wellWrittenPack.startIndex
        let end = wellWrittenPack.firstRange(of: "targets:")?.lowerBound ?? wellWrittenPack.endIndex
        return String(wellWrittenPack[..<start]) + text + String(wellWrittenPack[end...])
    }

    @Test func everyKeyOfMoneyArrives() throws {
        let pack = try PackFolder(["own.yaml": Self.pack(Self.money)]).read("own.yaml").pack
        #expect(pack.subsidies.map(\.condition) == [.runningNormally, .opened, .opened, .accepted])
        #expect(pack.subsidies.map(\.payers.text) == ["lottery", "", "city 3 : district 1", ""])
        #expect(pack.subsidies.map(\.chainOf) == [nil, nil, 3, nil])
        #expect(pack.subsidies.map { $0.effectiveTo?.description } == [nil, "2025-12-31", nil, nil])
        #expect(pack.subsidies.map(\.selector.grades) == [["AAA"], ["AA"], [], []])
        let help = try #require(pack.entitlements.first)
        #expect(
            help.amount == .hours(aMonth: ExactDecimal(8), yuanAnHour: ExactDecimal(20), months: 12))
        #expect(help.amount.yuanAPerson == ExactDecimal(1920))
        #expect(help.groups == ["低保", "特困"].sorted(by: precedesInByteOrder))
        #expect(help.payers.text == "central 60 : city 15")
        #expect(help.period.from?.text == "2024")
        #expect(pack.entitlements.map(\.amount).dropFirst() == [.yearly(ExactDecimal(600)), .unstated])
        #expect(pack.entitlements.last?.services == ["bathing", "meals"])
        let transfer = try #require(pack.envelopes.first)
        #expect(transfer.yuan == ExactDecimal(20_000_000) && transfer.payer == .city)
        #expect(transfer.covers == ["c", "help"] && transfer.sharing == .granted)
        #expect(transfer.period.to?.text == "2026")
        // What is shown of a pack is what it says.
        let entries = pack.entries.filter { [.subsidies, .entitlements, .envelopes].contains($0.section) }
        #expect(
            entries.map { "\($0.id): " + $0.facts.map { "\($0.key)=\($0.value)" }.joined(separator: " ") }
                == [
                    "a: for=grade=AAA yearly_yuan=100000 when=running_normally payers=lottery",
                    "b: for=grade=AA effective_from=2024-01-01 effective_to=2025-12-31 yearly_yuan=80000",
                    "c: for=any once_yuan=200000 chain_of=3 payers=city 3 : district 1",
                    "d: for=any share_of_cost=0.5 when=accepted",
                    "help: effective_from=2024 groups=低保|特困 hours_a_month=8 yuan_an_hour=20 months=12 payers=central 60 : city 15",
                    "sum: yuan_a_year=600", "bought: services=bathing+meals",
                    "transfer: effective_from=2024 effective_to=2026 yuan=20000000 payer=city covers=c|help shared_by=granted",
                ])
    }

    /// A version of a pack that changes an amount, drops an entitlement and adds an envelope differs by just that.
    @Test func versionsOfMoneyDiffer() throws {
        let folder = try PackFolder([
            "own.yaml": Self.pack(Self.money),
            "next.yaml": """
            id: next
            extends: own.yaml
            entitlements:
              - {id: sum, name: {en: Sum, zh: 金额}, clause: {citation: notice}, yuan_a_year: 720}
            envelopes:
              - {id: more, name: {en: More, zh: 增加}, clause: {citation: notice}, yuan: 5}
            without: [bought]
            """,
        ])
        let (old, new) = (try folder.read("own.yaml").pack, try folder.read("next.yaml").pack)
        let differences = PackDifference.between(old, new).filter { $0.section != .general }
        #expect(
            differences.map { difference in
                let values = difference.values.filter { $0.key != "clause" }
                return "\(difference.id) \(difference.change) "
                    + values.map { "\($0.old ?? "-") → \($0.new ?? "-")" }.joined(separator: ", ")
            } == [
                "sum changed 600 → 720", "bought removed bathing+meals → -", "more added - → 5",
            ])
    }

    @Test(
        arguments: [
            ("when: running_normally, payers: lottery", "when: tomorrow", "subsidies[1].when"),
            ("when: accepted}", "when: running_normally}", "subsidies[4].when"),
            ("once_yuan: 200000, chain_of: 3", "yearly_yuan: 1, chain_of: 3", "subsidies[3].chain_of"),
            ("chain_of: 3", "chain_of: 1", "subsidies[3].chain_of"),
            ("payers: {district: 1, city: 3}", "payers: {district: 0}", "subsidies[3].payers"),
            ("payers: {district: 1, city: 3}", "payers: {mayor: 1}", "subsidies[3].payers"),
            ("payers: lottery", "payers: mayor", "subsidies[1].payers"),
            ("effective_to: 2025-12-31", "effective_to: 2023-12-31", "subsidies[2].effective_to"),
            ("yuan_an_hour: 20", "months: 13", "entitlements[1]"),
            ("yuan_a_year: 600", "effective_from: 2024", "entitlements[2]"),
            ("yuan_a_year: 600", "yuan_a_year: 600, months: 3", "entitlements[2].months"),
            ("yuan: 20000000", "yuan: -1", "envelopes[1].yuan"),
            ("covers: [c, help]", "covers: [c, nobody]", "envelopes[1].covers"),
            ("shared_by: granted", "shared_by: luck", "envelopes[1].shared_by"),
            ("effective_to: 2026", "effective_to: 2023", "envelopes[1].effective_to"),
            ("- {id: sum,", "- {id: help,", "entitlements[2].id"),
        ]) func whatIsWrongIsNamed(_ text: String, _ wrong: String, _ column: String) throws
    {
        let broken = Self.pack(Self.money).replacing(text, with: wrong)
        #expect(broken != Self.pack(Self.money))
        let problems = try PackFolder(["own.yaml": broken]).problems("own.yaml")
        #expect(problems.contains { $0.column?.hasSuffix(column) ?? false }, "\(problems)")
    }

    /// Gaoxin's 1,920 yuan a year, Wuhan's 20 million shared out by result, Xuzhou's services and Panjin's sums.
    @Test func moneyOfTheBundledPacks() throws {
        func pack(_ id: String) throws -> PolicyPack { try PolicyPackReader.read(.bundled(id)).pack }
        #expect(try pack("gaoxin").entitlements.map(\.amount.yuanAPerson) == [ExactDecimal(1920)])
        #expect(
            try pack("xuzhou").entitlements.map(\.services)
                == [["bathing", "cleaning", "comfort", "meals", "mobility"]])
        let wuhan = try pack("wuhan")
        #expect(wuhan.envelopes.map(\.yuan) == [20_000_000, 2_300_000].map { ExactDecimal($0) })
        #expect(wuhan.envelopes.first?.sharing == .granted)
        #expect(
            wuhan.subsidies.allSatisfy {
                if case .yearly = $0.form {
                    $0.condition == .runningNormally
                } else {
                    $0.condition == .accepted
                }
            })
        #expect(
            try pack("panjin").envelopes.map(\.yuan) == [2_990_000, 400_000].map { ExactDecimal($0) })
    }
}

/// Rules of services, further measures and space elsewhere, as a pack of one's own states them.
@Suite struct PacksServicesTests {
    private static let pack = wellWrittenPack.replacing(
        "    existing_m2_per_100_households: 20\n",
        with: """
                existing_m2_per_100_households: 20
                elsewhere_counts: true
              - {id: space.pooled, clause: {citation: notice}, by: walk, within_m: 300}
              - {id: facility.land, name: {en: L, zh: 地}, clause: {citation: notice}, for: any, min_land_area_m2: 750}
              - {id: facility.stay, name: {en: S, zh: 住}, clause: {citation: notice}, for: any, max_stay_months: 3}
              - {id: service.hours, clause: {citation: notice}, entitlement: help, hours_a_carer_a_month: 105}
              - {id: service.offered@x, clause: {citation: notice}, entitlement: help, per: district, counts: {kinds: station}}

            """, maxReplacements: 1
    ).replacing(
        "targets:",
        with: """
            measures:
              has_qualified: {counts: {kinds: station}, meeting: facility.land}
              is_served: {counts: any}
            entitlements:
              - {id: help, name: {en: H, zh: 服}, clause: {citation: notice}, hours_a_month: 8, yuan_an_hour: 20, services: [meals]}
            targets:
            """, maxReplacements: 1)

    @Test func theyArrive() throws {
        let pack = try PackFolder(["own.yaml": Self.pack]).read("own.yaml").pack
        #expect(pack.space.map(\.countsElsewhere) == [true])
        #expect(pack.walksBetweenCompounds == [ExactDecimal(300)])
        #expect(
            pack.facilityStandards.map(\.requirement)
                == [.landArea(ExactDecimal(750)), .longestStay(months: 3)])
        #expect(pack.serviceRules.map(\.id) == ["service.hours", "service.offered@x"])
        #expect(pack.serviceRules.map(\.demand) == [.hours(aCarerAMonth: ExactDecimal(105)), .offered])
        #expect(pack.serviceRules.map(\.tier) == [.city, .district])
        #expect(pack.namedMeasures.keys.map(\.rawValue).sorted() == ["has_qualified", "is_served"])
        #expect(pack.namedMeasures[.hasQualified]?.text == "kind=station;meets=facility.land")
    }

    @Test(
        arguments: [
            ("entitlement: help, hours", "entitlement: nobody, hours", "rules[5].entitlement"),
            ("services: [meals]", "months: 12", "rules[6].entitlement"),
            ("hours_a_month: 8, yuan_an_hour: 20", "yuan_a_year: 1", "rules[5].entitlement"),
            ("hours_a_carer_a_month: 105", "counts: any", nil),
            ("meeting: facility.land", "meeting: facility.sea", "measures.has_qualified.meeting"),
            ("has_qualified: {counts: {kinds: station}, ", "has_qualified: {", "measures.has_qualified"),
            ("max_stay_months: 3", "max_stay_months: 0.5", "rules[4].max_stay_months"),
            ("elsewhere_counts: true", "elsewhere_counts: perhaps", "rules[1].elsewhere_counts"),
            ("by: walk, within_m: 300", "by: walk", "rules[2]"),
        ] as [(String, String, String?)]) func whatIsWrongIsNamed(
            _ text: String, _ wrong: String, _ column: String?
        ) throws
    {
        let broken = Self.pack.replacing(text, with: wrong)
        #expect(broken != Self.pack)
        let problems = try PackFolder(["own.yaml": broken]).problems("own.yaml")
        #expect(!problems.isEmpty)
        if let column { #expect(problems.contains { $0.column?.hasSuffix(column) ?? false }, "\(problems)") }
    }
}
