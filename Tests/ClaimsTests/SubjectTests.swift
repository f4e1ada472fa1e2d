import Claims
import Compliance
import Coverage
import Geometry
import Places
import Policy
import Testing

@Suite struct SubjectTests {
    private let here = GeographicPoint(longitude: 114.3, latitude: 30.6)

    private var study: Study {
        Study(
            name: "s", baseYear: 2020, plane: "EPSG:4547",
            communities: [
                Community(id: "A", name: "Mill", point: here), Community(id: "B", name: "Twin", point: here),
                Community(id: "C", name: "Twin", point: here),
            ],
            compounds: [Compound(id: "A", point: here), Compound(id: "H1", point: here)])
    }

    private func rate(_ measure: String, _ scope: Scope) -> Rate {
        Rate(
            measure: measure, basis: .elders, scope: scope, numerator: 1, denominator: 2, unknown: 0,
            estimated: 0, unstated: 0, counted: "any")
    }

    private var rates: [Rate] {
        [
            rate("within_1km", .city("s")), rate("within_15min", .city("s")),
            rate("within_1km", .district("East")), rate("within_1km", .district("West")),
            rate("within_1km", .subdistrict(district: "East", name: "Quay")),
        ]
    }

    @Test(
        "Subjects are found by id, unique name, or the first columns of a rate's row",
        arguments: [
            ("H1", Subject.compound(1)), ("Mill", .community(0)), ("B", .community(1)),
            ("compound:A", .compound(0)), ("community:A", .community(0)),
            ("within_15min/elders/city", .rate(1)),
            ("within_1km/elders/city/s", .rate(0)), ("within_1km/elders/district/West", .rate(3)),
            ("within_1km/elders/subdistrict/East/Quay", .rate(4)),
        ])
    func found(text: String, subject: Subject) throws {
        #expect(try Subject(text, in: study, rates: rates) == subject)
    }

    @Test("A rule and a place of which it says nothing are asked for all the same")
    func silentRules() throws {
        let clause = Clause(
            Citation(
                id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))
        let finding = Finding(
            rule: "space", clause: clause, scope: .compound, subject: "A", verdict: .pass,
            unit: .squareMetres, detail: .owesNothing)
        func subject(_ text: String) throws -> Subject {
            try Subject(text, in: study, rates: [], rules: ["space"], findings: [finding])
        }
        #expect(try subject("space/compound/A") == .finding("space", .compound, "A"))
        #expect(try subject("space/compound/H1") == .compoundUnder(1, .rule("space")))
        #expect(throws: SubjectFailure.unknown(text: "space/compound/H9")) {
            try subject("space/compound/H9")
        }
        #expect(throws: SubjectFailure.unknown(text: "land/compound/H1")) { try subject("land/compound/H1") }
    }

    @Test("A rule goes by its name; behind a compound it asks for that of the compound alone")
    func rules() throws {
        func list(_ texts: String...) -> (subjects: [Subject], failures: [SubjectFailure]) {
            Subject.list(texts, in: study, rates: rates, rules: ["space", "sync.built"])
        }
        #expect(
            list("space", "H1", "sync.built").subjects == [
                .rule("space"), .compoundUnder(1, .rule("sync.built")),
            ])
        #expect(
            list("H1", "within_15min", "H1").subjects == [
                .compoundUnder(1, .measure(.within15min)), .compound(1),
            ])
        #expect(list("H1", "space", "space").subjects == [.compoundUnder(1, .rule("space")), .rule("space")])
        // A bare measure is of nothing.
        #expect(list("within_1km").failures == [.unknown(text: "within_1km")])
        #expect(list("Mill", "land").failures == [.unknown(text: "land")])
    }

    @Test("A rule that judges something else is asked of what the place is part of, or holds")
    func placesUnderOtherRules() throws {
        var world = study
        world.compounds[0].community = 0
        world.compounds[1].community = 0
        world.compounds[1].pool = "P"
        world.facilities = [
            Facility(id: "F1", level: .community, point: here),
            Facility(id: "F2", level: .community, point: here),
        ]
        world.facilities[0].community = 0
        world.facilities[1].community = 1
        func finding(_ rule: String, _ scope: FindingScope, _ subject: String) -> Finding {
            Finding(
                rule: rule, clause: VillagePack.clause, scope: scope, subject: subject, verdict: .pass,
                measured: nil,
                required: nil, unit: .squareMetres, shortfall: nil, detail: .floorArea)
        }
        let findings = [
            finding("space", .compound, "H1"), finding("space.pooled", .pool, "P"),
            finding("tier", .community, "A"), finding("facility", .facility, "F1"),
            finding("facility", .facility, "F2"), finding("target", .city, "s"),
        ]
        func list(_ texts: String...) -> (subjects: [Subject], failures: [SubjectFailure]) {
            Subject.list(
                texts, in: world, rates: rates,
                rules: ["space", "space.pooled", "tier", "facility", "target"], findings: findings)
        }
        func judged(_ place: JudgedPlace, _ rule: String) -> [String] {
            place.findings(among: findings.filter { $0.rule == rule }, of: world).map(\.subject)
        }
        #expect(list("H1", "space").subjects == [.compoundUnder(1, .rule("space"))])
        // The rule judges compounds, and says nothing of this one.
        #expect(list("compound:A", "space").subjects == [.compoundUnder(0, .rule("space"))])
        #expect(list("H1", "space.pooled").subjects == [.judged(.compound(1), "space.pooled")])
        #expect(judged(.compound(1), "space.pooled") == ["P"])
        #expect(list("H1", "tier").subjects == [.judged(.compound(1), "tier")])
        #expect(judged(.compound(1), "tier") == ["A"])
        #expect(judged(.facility(0), "tier") == ["A"])
        #expect(list("Mill", "facility").subjects == [.judged(.community(0), "facility")])
        #expect(judged(.community(0), "facility") == ["F1"])
        #expect(judged(.community(1), "facility") == ["F2"])
        #expect(list("F1", "space").subjects == [.facility(0)])
        #expect(
            list("F1", "space").failures == [
                .notJudged(
                    rule: "space", place: "F1", kinds: [.compound], instead: ["space/compound/H1"])
            ])
        #expect(
            list("compound:A", "space.pooled").failures == [
                .notJudged(
                    rule: "space.pooled", place: "A", kinds: [.pool], instead: ["space.pooled/pool/P"])
            ])
    }

    @Test(
        "What names nothing or several things is refused, with how each is written",
        arguments: [
            ("H9", SubjectFailure.unknown(text: "H9")), ("compound:B", .unknown(text: "compound:B")),
            ("within_1km/elders", .unknown(text: "within_1km/elders")),
            ("A", .ambiguous(text: "A", spellings: ["compound:A", "community:A"])),
            ("Twin", .ambiguous(text: "Twin", spellings: ["community:B", "community:C"])),
            (
                "within_1km/elders/district",
                .ambiguous(
                    text: "within_1km/elders/district",
                    spellings: ["within_1km/elders/district/East", "within_1km/elders/district/West"])
            ),
        ])
    func refused(text: String, failure: SubjectFailure) {
        #expect(throws: failure) { try Subject(text, in: study, rates: rates) }
    }
}
