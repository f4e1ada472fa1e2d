import Places
import Policy
import Studies
import Testing

/// One thing wrong with a pack: the text that is changed, and the problem that comes of it.
struct PackFault: Sendable, CustomTestStringConvertible {
    let from: String
    let to: String
    let row: Int?
    let column: String?
    let fault: Fault
    /// Whether one entry shows it, so that the JSON Schema can tell it, too.
    var isOfOneEntry = true

    var testDescription: String { "\(from) → \(to)" }
}

@Suite struct PacksFaultTests {
    /// The kinds of facilities as a refusal lists them.
    private static let kinds = [
        "institution (养老机构)", "centre (中心)", "station (站)", "day_care (日间照料)", "meal_point (助餐点)",
        "rural_home (农村幸福院)", "apartment (老年公寓)", "micro (小微)", "platform (平台)",
    ]

    static let cases = [
        PackFault(
            from: "id: own\n", to: "idd: own\n", row: 1, column: nil,
            fault: .unknownKey(name: "idd", nearest: "id", of: .policyPack)),
        PackFault(
            from: "known: notice", to: "known: rumour", row: 9, column: "citations[1].known",
            fault: .notOneOf(text: "rumour", allowed: ["document", "notice", "news_copy", "second_hand"])),
        PackFault(
            from: "date: 2024-06", to: "date: 2024-13", row: 8, column: "citations[1].date",
            fault: .notADate(text: "2024-13")),
        PackFault(
            from: "{citation: notice, part: 第三条}", to: "{citation: notise, part: 第三条}", row: 12,
            column: "rules[1].clause.citation",
            fault: .notOneOf(text: "notise", allowed: ["notice"]), isOfOneEntry: false),
        PackFault(
            from: "effective_from: 2024-07-01", to: "effective_from: 2024-07-32", row: 13,
            column: "rules[1].effective_from", fault: .notADate(text: "2024-07-32")),
        PackFault(
            from: "effective_from: 2024-07-01",
            to: "effective_from: 2024-07-01\n    effective_to: 2024-06", row: 14,
            column: "rules[1].effective_to",
            fault: .wrongType(expected: "no day before effective_from"), isOfOneEntry: false),
        PackFault(
            from: "new_m2_per_100_households: 30", to: "new_m2_per_100_households: many", row: 14,
            column: "rules[1].new_m2_per_100_households", fault: .notANumber(text: "many")),
        PackFault(
            from: "new_m2_per_100_households: 30", to: "new_m2_per_100_households: -30", row: 14,
            column: "rules[1].new_m2_per_100_households", fault: .notPositive(text: "-30")),
        PackFault(
            from: "id: space.first_phase", to: "id: space.second_phase", row: 16, column: "rules[2].id",
            fault: .notOneOf(
                text: "space.second_phase",
                allowed: [
                    "space", "space.first_phase", "space.min_single", "space.pooled", "space.land",
                    "sync.planned", "sync.built", "sync.accepted", "sync.delivered", "facility.…", "tier.…",
                    "service.hours", "service.offered",
                ])),
        PackFault(
            from: "built_before_share_of_dwellings: 0.5", to: "built_before_share_of_dwellings: 50", row: 18,
            column: "rules[2].fallback.built_before_share_of_dwellings",
            fault: .wrongType(expected: "share 0–1")),
        PackFault(
            from: "existing_m2_per_100_households: 20", to: "existing_m2_per_100_households:", row: 15,
            column: "rules[1].existing_m2_per_100_households", fault: .missingValue),
        PackFault(
            from: "phase: 2", to: "phase: second", row: 21, column: "rules[3].phase",
            fault: .wrongType(expected: "whole number 1–1000")),
        PackFault(
            from: "phase: 2", to: "fallback: none", row: 21, column: "rules[3].fallback",
            fault: .unknownKey(name: "fallback", nearest: nil, of: .policyPack)),
        PackFault(
            from: "kinds: [station, centre]", to: "kinds: [station, temple]", row: 25,
            column: "subsidies[1].for.kinds",
            fault: .notOneOf(text: "temple", allowed: kinds)),
        PackFault(
            from: "once_yuan: 150000", to: "share_of_cost: 0.5\n    yearly_yuan: 5", row: 23,
            column: "subsidies[1]",
            fault: .wrongType(expected: "exactly one of once_yuan, yearly_yuan, share_of_cost")),
        PackFault(
            from: "measure: within_1km", to: "measure: coverage_rate", row: 31,
            column: "targets[1].measure",
            fault: .notOneOf(
                text: "coverage_rate",
                allowed: [
                    "within_1km", "within_15min", "has_facility", "has_qualified", "has_standardised",
                    "is_served", "subdistrict_has_centre", "facilities", "beds", "beds_per_1000_elders",
                    "m2_per_100_households", "nursing_bed_share",
                    "social_operation_share", "medical_point_share", "compounds_with_care_space",
                    "new_compounds_meet_space", "visiting_doctor_share", "places_per_1000_elders",
                ])),
        PackFault(
            from: "measure: within_1km\n    counts: {networks: embedded}", to: "measure: has_qualified",
            row: 30,
            column: "measure", fault: .missingKey(name: "counts"), isOfOneEntry: false),
        PackFault(
            from: "due: 2025", to: "due: 2025\n    basis: population", row: 35, column: "targets[1].basis",
            fault: .notOneOf(text: "population", allowed: ["elders", "households", "count", "area"])),
        PackFault(
            from: "at_least: 0.8", to: "at_least: 80", row: 35, column: "targets[1].at_least",
            fault: .wrongType(expected: "share 0–1")),
        PackFault(
            from: "    measure: within_1km\n", to: "", row: 28, column: "targets[1]",
            fault: .missingKey(name: "measure")),
        PackFault(
            from: "citations:", to: "without: [near]\ncitations:", row: 4, column: "without",
            fault: .missingKey(name: "extends")),
        PackFault(
            from: "citations:", to: "measures: {within_1km: {kinds: [platform]}}\ncitations:", row: 4,
            column: "measures.within_1km",
            fault: .notOneOf(
                text: "platform", allowed: kinds.dropLast())),
        PackFault(
            from: "id: sync.built", to: "id: space.first_phase", row: 19, column: "rules[3].id",
            fault: .duplicateID(
                id: "space.first_phase", firstRow: SourceRow(file: "own.yaml", row: 16))),
    ]

    /// Ids that are none, numbers of 0 that would ask for nothing, versions that nobody could tell apart.
    static let mistaken = [
        PackFault(
            from: "rules:\n",
            to: "circles: [{minutes: 5, min_m: 400, max_m: 300, clause: {citation: notice}}]\nrules:\n",
            row: 10, column: "circles[1].min_m",
            fault: .exceeds(part: "min_m", ExactDecimal(400), whole: "max_m", ExactDecimal(300)),
            isOfOneEntry: false),
        PackFault(
            from: "id: sync.built\n    clause: {citation: notice}\n    phase: 2",
            to: "id: space.pooled\n    clause: {citation: notice}\n    by: pool\n    within_m: 300", row: 22,
            column: "rules[3].within_m",
            fault: .unknownKey(name: "within_m", nearest: nil, of: .policyPack)),
        PackFault(
            from: "id: own\n", to: "id: ../../etc\n", row: 1, column: "id", fault: .notAnID(text: "../../etc")
        ),
        PackFault(
            from: "- id: notice", to: "- id: the notice", row: 5, column: "citations[1].id",
            fault: .notAnID(text: "the notice")),
        PackFault(
            from: "id: building", to: "id: building/centre", row: 23, column: "subsidies[1].id",
            fault: .notAnID(text: "building/centre")),
        PackFault(
            from: "- id: near", to: "- id: near.", row: 28, column: "targets[1].id",
            fault: .notAnID(text: "near.")),
        PackFault(
            from: "- id: near", to: "- id: 近，远", row: 28, column: "targets[1].id",
            fault: .notAnID(text: "近，远")),
        PackFault(
            from: "id: sync.built", to: "id: sync.built@2 024", row: 19, column: "rules[3].id",
            fault: .notAnID(text: "sync.built@2 024")),
        PackFault(
            from: "new_m2_per_100_households: 30", to: "new_m2_per_100_households: 0", row: 14,
            column: "rules[1].new_m2_per_100_households", fault: .notPositive(text: "0")),
        PackFault(
            from: "existing_m2_per_100_households: 20", to: "existing_m2_per_100_households: 0.0", row: 15,
            column: "rules[1].existing_m2_per_100_households", fault: .notPositive(text: "0.0")),
        PackFault(
            from: "built_before_share_of_dwellings: 0.5", to: "built_before_share_of_dwellings: 0", row: 18,
            column: "rules[2].fallback.built_before_share_of_dwellings", fault: .notPositive(text: "0")),
        PackFault(
            from: "once_yuan: 150000", to: "once_yuan: 0", row: 26, column: "subsidies[1].once_yuan",
            fault: .notPositive(text: "0")),
        PackFault(
            from: "once_yuan: 150000", to: "share_of_cost: 0.5\n    cap_yuan: 0", row: 27,
            column: "subsidies[1].cap_yuan", fault: .notPositive(text: "0")),
        PackFault(
            from: "at_least: 0.8", to: "at_least: 0", row: 35, column: "targets[1].at_least",
            fault: .notPositive(text: "0")),
        rule(
            "{id: space.min_single, clause: {citation: notice}, min_m2: 0}", "min_m2", .notPositive(text: "0")
        ),
        rule(
            "{id: space.pooled, clause: {citation: notice}, by: walk, within_m: 0}", "within_m",
            .notPositive(text: "0")),
        rule(
            "{id: space.land, clause: {citation: notice}, m2_per_person: 0}", "m2_per_person",
            .notPositive(text: "0")),
        rule(
            "{id: facility.a, name: {en: A, zh: 甲}, clause: {citation: notice}, for: any, min_area_m2: 0}",
            "min_area_m2", .notPositive(text: "0")),
        rule(
            "{id: facility.a, name: {en: A, zh: 甲}, clause: {citation: notice}, for: any, min_m2_per_bed: 0}",
            "min_m2_per_bed", .notPositive(text: "0")),
        rule(
            "{id: tier.a, name: {en: A, zh: 甲}, clause: {citation: notice}, per: city, counts: any, at_least: 0}",
            "at_least", .wrongType(expected: "whole number 1–1000000")),
        // The date of the one to the day, of the other to the month that ends on no other.
        rule(
            "{id: space@2024, clause: {citation: notice}, effective_from: 2024-07-01, new_m2_per_100_households: 25}",
            "effective_from", .versionOfSameDay(id: "space@2024", other: "space"), isOfOneEntry: false),
        rule(
            "{id: space@2024, clause: {citation: notice}, effective_from: 2024-07, new_m2_per_100_households: 25}",
            "effective_from", .versionOfSameDay(id: "space@2024", other: "space"), isOfOneEntry: false),
        rule(
            "{id: sync.built@b, clause: {citation: notice}}", "effective_from",
            .versionOfSameDay(id: "sync.built@b", other: "sync.built"), isOfOneEntry: false),
    ]

    /// One rule more, the fourth, in a line of its own.
    private static func rule(
        _ text: String, _ key: String, _ fault: Fault, isOfOneEntry: Bool = true
    ) -> PackFault {
        PackFault(
            from: "subsidies:", to: "  - \(text)\nsubsidies:", row: 22, column: "rules[4].\(key)",
            fault: fault, isOfOneEntry: isOfOneEntry)
    }

    @Test(arguments: cases + mistaken) func aMistakeIsNamedWithItsLine(_ sample: PackFault) throws {
        #expect(wellWrittenPack.contains(sample.from))
        let folder = try PackFolder([
            "own.yaml": wellWrittenPack.replacing(sample.from, with: sample.to, maxReplacements: 1)
        ])
        let problem = Problem(
            file: "own.yaml", row: sample.row, column: sample.column, sample.fault)
        #expect(folder.problems("own.yaml").contains(problem), "\(folder.problems("own.yaml"))")
    }

    /// Numbers and dates as people write them, which the schema takes as the reader does.
    static let written: [(from: String, to: String)] = [
        ("new_m2_per_100_households: 30", "new_m2_per_100_households: ３０"),
        ("new_m2_per_100_households: 30", "new_m2_per_100_households: 30.5"),
        ("new_m2_per_100_households: 30", "new_m2_per_100_households: \"30\""),
        ("once_yuan: 150000", "once_yuan: 150,000"), ("once_yuan: 150000", "once_yuan: 15万"),
        ("once_yuan: 150000", "once_yuan: 15 万"), ("once_yuan: 150000", "once_yuan: １５０，０００"),
        ("once_yuan: 150000", "once_yuan: 1.5e5"),
        ("min_area_m2: 100", "min_area_m2: １００"), ("phase: 2", "phase: ２"),
        ("built_before_share_of_dwellings: 0.5", "built_before_share_of_dwellings: ０．５"),
        ("at_least: 0.8", "at_least: ０.８"),
        ("effective_from: 2024-07-01", "effective_from: 2024年7月1日"),
        ("effective_from: 2024-07-01", "effective_from: 2024 年 7 月"),
        ("effective_from: 2024-07-01", "effective_from: ２０２４年７月１号"),
        ("effective_from: 2024-07-01", "effective_from: 2024/7/1"),
        ("effective_from: 2024-07-01", "effective_from: 2024.07.01"),
        ("effective_from: 2024-07-01", "effective_from: 20240701"),
        ("effective_from: 2024-07-01", "effective_from: 2024-7-1"),
        ("effective_from: 2024-07-01", "effective_from: 2024-07-01 08:30"), ("due: 2025", "due: 2025年"),
    ]

    /// The same for what neither takes.
    static let miswritten: [(from: String, to: String)] = [
        ("once_yuan: 150000", "once_yuan: 15,00"), ("once_yuan: 150000", "once_yuan: 150 000"),
        ("once_yuan: 150000", "once_yuan: 15万元"),
        ("once_yuan: 150000", "once_yuan: ０"), ("once_yuan: 150000", "once_yuan: 1-2"),
        ("phase: 2", "phase: ２.５"), ("phase: 2", "phase: ０"),
        ("at_least: 0.8", "at_least: ８"), ("at_least: 0.8", "at_least: ０"),
        ("effective_from: 2024-07-01", "effective_from: 2024年13月"),
        ("effective_from: 2024-07-01", "effective_from: 24年7月"),
        ("effective_from: 2024-07-01", "effective_from: 2024-07/01"),
        ("effective_from: 2024-07-01", "effective_from: 2024-0７-3２"),
    ]

    @Test(arguments: written.map(\.to)) func whatIsWrittenByHandIsRead(_ to: String) throws {
        let sample = try #require(Self.written.first { $0.to == to })
        let text = wellWrittenPack.replacing(sample.from, with: to, maxReplacements: 1)
        #expect(text != wellWrittenPack)
        #expect(try PackFolder(["own.yaml": text]).problems("own.yaml") == [])
    }

    @Test(arguments: miswritten.map(\.to)) func whatIsMiswrittenIsNot(_ to: String) throws {
        let sample = try #require(Self.miswritten.first { $0.to == to })
        let text = wellWrittenPack.replacing(sample.from, with: to, maxReplacements: 1)
        #expect(try PackFolder(["own.yaml": text]).problems("own.yaml").count == 1)
    }

    /// Mistakes in rules of facilities and areas: what is asked for twice, a standard that is not there, a tier that is
    /// none.
    @Test func mistakesInRulesOfFacilitiesAndAreas() throws {
        let text = wellWrittenPack.replacing(
            "subsidies:",
            with: """
                  - id: facility.size
                    name: {en: Size, zh: 面积}
                    clause: {citation: notice}
                    for: any
                    min_area_m2: 100
                    min_m2_per_bed: 35
                  - id: facility.basement
                    name: {en: Basement, zh: 地下}
                    clause: {citation: notice}
                    for: any
                    services: meals
                    above_ground: true
                  - id: tier.station
                    name: {en: Stations, zh: 站}
                    clause: {citation: notice}
                    per: street
                    counts: any
                  - id: tier.body
                    name: {en: Bodies, zh: 机构}
                    clause: {citation: notice}
                    per: community
                    counts: any
                    min_area_m2: 100
                subsidies:
                """, maxReplacements: 1)
        let problems = try PackFolder(["own.yaml": text]).problems("own.yaml")
        #expect(
            problems.map { "\($0.row ?? 0) \($0.column ?? "")" } == [
                "22 rules[4]", "33 rules[5].above_ground", "37 rules[6].per", "44 rules[7].min_area_m2",
            ], "\(problems)")
        let unmet = wellWrittenPack.replacing(
            "subsidies:",
            with: """
                  - id: tier.body
                    name: {en: Bodies, zh: 机构}
                    clause: {citation: notice}
                    per: community
                    counts: any
                    meeting: facility.body
                subsidies:
                """, maxReplacements: 1)
        #expect(
            try PackFolder(["own.yaml": unmet]).problems("own.yaml") == [
                Problem(
                    file: "own.yaml", row: 27, column: "rules[4].meeting",
                    .notOneOf(text: "facility.body", allowed: []))
            ])
    }

    @Test func threeMistakesAreNamedAtOnce() throws {
        let text =
            wellWrittenPack
            .replacing("known: notice", with: "known: rumour", maxReplacements: 1)
            .replacing("effective_from: 2024-07-01", with: "effective_from: soon", maxReplacements: 1)
            .replacing("at_least: 0.8", with: "at_least: most", maxReplacements: 1)
        let folder = try PackFolder(["own.yaml": text])
        #expect(folder.problems("own.yaml").map(\.row) == [9, 13, 35])
    }

    @Test func brokenYAMLIsNamedWithLineAndColumn() throws {
        let folder = try PackFolder(["own.yaml": "id: own\nname: {en: Own\nrules: [\n"])
        let problems = folder.problems("own.yaml")
        #expect(problems.count == 1)
        #expect(problems.first?.file == "own.yaml")
        #expect((problems.first?.row ?? 0) >= 2)
        guard case .yaml? = problems.first?.fault else {
            Issue.record("\(problems)")
            return
        }
    }

    @Test func aMissingFileAndOneThatIsNoText() throws {
        let folder = try PackFolder(["dir/own.yaml": "id: own"])
        #expect(folder.problems("none.yaml") == [Problem(file: "none.yaml", .fileMissing)])
        #expect(folder.problems("dir") == [Problem(file: "dir", .isDirectory)])
    }

    @Test func whatIsLeftOutMustBeThere() throws {
        let folder = try PackFolder(["own.yaml": "id: own\nextends: wuhan\nwithout: [network-pints]\n"])
        let problem = try #require(folder.problems("own.yaml").first)
        #expect(problem.row == 3)
        guard case .notOneOf("network-pints", let allowed) = problem.fault else {
            Issue.record("\(problem)")
            return
        }
        #expect(allowed.contains("network-points"))
    }

    /// Where a quotation mark is opened is said, not where the text ends.
    @Test func aQuotationMarkThatIsNeverClosed() throws {
        let text = wellWrittenPack.replacing("number: 〔2024〕1号", with: "number: \"〔2024〕1号")
        let problem = try #require(try PackFolder(["own.yaml": text]).problems("own.yaml").first)
        #expect(problem.row == 7)
        #expect(problem.fault == .yaml(reason: "a quotation mark is opened here and never closed"))
    }

    /// States are for what is counted, not for what is covered or paid.
    @Test(arguments: [
        ("networks: embedded", "targets[1].counts"), ("kinds: [station, centre]", "subsidies[1].for"),
    ])
    func statesAreNotForCoverageAndMoney(_ condition: String, _ column: String) throws {
        let text = wellWrittenPack.replacing(condition, with: "statuses: 在建")
        let problems = try PackFolder(["own.yaml": text]).problems("own.yaml")
        #expect(problems.map(\.column) == [column])
        #expect(
            problems.map(\.fault) == [.unknownKey(name: "statuses", nearest: nil, of: .policyPack)])
    }

    /// What is wrong stands in the order of its lines.
    @Test func problemsStandInTheOrderOfLines() throws {
        let text = wellWrittenPack.replacing("at_least: 0.8", with: "at_least: 80")
            .replacing("known: notice", with: "known: rumour").replacing("phase: 2", with: "phase: x")
        let rows = try PackFolder(["own.yaml": text]).problems("own.yaml").compactMap(\.row)
        #expect(rows == rows.sorted() && rows.count >= 3)
    }
}
