import Claims
import Compliance
import Coverage
import Places
import Policy
import TestWorlds
import Testing

/// What figures of a study are of, carried through formulas; each line is what a person would say of it.
@Suite struct FigureUnitTests {
    /// A number of a formula.
    enum Number: Sendable {
        /// So many of something, in a scope of the study.
        case count(Quantity, String)
        /// A share taken over something, in a scope of the study.
        case share(Quantity, String)
        /// As a source states it, with its unit; nothing: a plain number.
        case stated(String?)

        func input() throws -> ClaimInput {
            switch self {
            case .stated(let unit):
                return ClaimInput(name: "n", value: ExactDecimal(4), unit: unit.map { ClaimUnit($0) })
            case .count(let quantity, let scope):
                return ClaimInput(
                    name: "c", value: nil,
                    amount: ComputedAmount(
                        ExactQuotient(8), owner: .study(kind: "district", identifier: scope),
                        unit: FigureUnit([quantity])))
            case .share(let over, let scope):
                let half = try ExactQuotient(ExactDecimal(1), over: ExactDecimal(2))
                return ClaimInput(
                    name: "s", value: nil,
                    amount: ComputedAmount(
                        half, owner: .study(kind: "district", identifier: scope), unit: FigureUnit(),
                        over: over))
            }
        }
    }

    /// What comes of a formula.
    enum Outcome: Sendable { case fits, mixed, chained, shares }

    @Test(
        "Units and bases of a study's figures are held against one another",
        arguments: [
            // What is added up, taken away or set equal is of one unit.
            (.count(.beds, "E"), .plus, .count(.facilities, "E"), "people", .mixed),
            (.count(.beds, "E"), .plus, .count(.beds, "E"), "beds", .fits),
            (.count(.beds, "E"), .plus, .count(.beds, "E"), "people", .mixed),
            (.count(.beds, "E"), .plus, .count(.beds, "W"), "张", .fits),
            (.count(.beds, "E"), .minus, .stated("人"), "beds", .mixed),
            (.count(.beds, "E"), .minus, .stated(nil), "beds", .fits),
            (.count(.population, "E"), .minus, .count(.elders, "E"), "people", .fits),
            (.count(.money, "E"), .plus, .count(.area, "E"), "yuan", .mixed),
            (.share(.elders, "E"), .plus, .count(.elders, "E"), "people", .mixed),
            // A quotient is of its own unit; of two of one unit it is a share.
            (.count(.beds, "E"), .over, .count(.elders, "E"), "per_1000", .fits),
            (.count(.beds, "E"), .over, .count(.elders, "E"), "households", .mixed),
            (.count(.money, "E"), .over, .count(.elders, "E"), "yuan", .fits),
            (.count(.beds, "E"), .over, .count(.beds, "E"), "percent", .fits),
            (.count(.beds, "E"), .over, .count(.beds, "E"), "beds", .mixed),
            (.count(.elders, "E"), .over, .count(.population, "E"), "percent", .fits),
            (.count(.beds, "E"), .times, .count(.area, "E"), "people", .mixed),
            // What a source states of a product may mean so many for each: its unit is let go.
            (.count(.beds, "E"), .times, .stated("m2"), "yuan", .fits),
            (.count(.beds, "E"), .times, .stated(nil), "yuan", .fits),
            // A share of a count is a count of the same things, and of no others.
            (.share(.elders, "E"), .times, .count(.elders, "E"), "people", .fits),
            (.share(.elders, "E"), .times, .count(.elders, "E"), "beds", .mixed),
            (.share(.elders, "E"), .times, .stated("万人"), "people", .fits),
            (.share(.elders, "E"), .times, .stated(nil), "people", .fits),
            (.share(.households, "E"), .times, .count(.elders, "E"), "people", .chained),
            (.count(.elders, "E"), .times, .share(.households, "E"), "people", .chained),
            (.share(.households, "E"), .times, .stated("人"), "people", .chained),
            (.share(.elders, "E"), .times, .count(.population, "E"), "people", .chained),
            (.share(.area, "E"), .times, .count(.elders, "E"), "people", .chained),
            (.share(.communities, "E"), .times, .count(.elders, "E"), "people", .chained),
            (.count(.elders, "E"), .over, .share(.households, "E"), "people", .chained),
            (.share(.elders, "E"), .times, .count(.elders, "W"), "people", .chained),
            (.share(.elders, "E"), .times, .count(.money, "E"), "yuan", .fits),
            (.share(.elders, "E"), .minus, .share(.households, "E"), "percent", .chained),
            // Two shares of the whole are no share of anything multiplied, and people by people are no people.
            (.share(.elders, "E"), .times, .share(.elders, "E"), "percent", .shares),
            (.share(.elders, "E"), .times, .stated("percent"), "percent", .fits),
            (.share(.elders, "E"), .over, .share(.elders, "E"), "percent", .fits),
            (.count(.elders, "E"), .times, .count(.elders, "E"), "people", .mixed),
            (.count(.elders, "E"), .times, .count(.population, "E"), "percent", .mixed),
            // A source's share says neither whose nor of what.
            (.stated("percent"), .times, .count(.elders, "E"), "people", .fits),
            (.stated("percent"), .times, .count(.elders, "E"), "beds", .mixed),
            (.stated("per_1000"), .times, .count(.elders, "E"), "beds", .fits),
        ] as [(Number, ClaimFormula.Operation, Number, String, Outcome)])
    func held(
        first: Number, operation: ClaimFormula.Operation, second: Number, published: String, outcome: Outcome
    ) throws {
        let arithmetic = ClaimArithmetic(
            .combined(operation, .input(0), .input(1)), of: [try first.input(), try second.input()])
        switch (arithmetic.objection(as: ClaimUnit(published), of: nil), outcome) {
        case (nil, .fits), (.mixedUnits?, .mixed), (.chained?, .chained), (.shareOfShare?, .shares): break
        case (let reason, _): Issue.record("\(String(describing: reason))")
        }
    }

    @Test("Both units are named: m² for each bed times elders is no number of beds")
    func named() throws {
        let numbers: [Number] = [.count(.area, "E"), .count(.beds, "E"), .count(.elders, "E")]
        let formula = ClaimFormula.combined(
            .times, .combined(.over, .input(0), .input(1)), .input(2))
        let arithmetic = ClaimArithmetic(formula, of: try numbers.map { try $0.input() })
        guard case .mixedUnits(let own, let other) = arithmetic.objection(as: ClaimUnit("beds"), of: nil)
        else {
            Issue.record("no objection")
            return
        }
        #expect(own.above == [.area, .elders])
        #expect(own.below == [.beds])
        #expect(other.name == "beds")
    }

    // Figures of targets and of facilities.

    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))

    /// East has 5 of 8 elders within reach and 1 unknown, West 2 of 4; 12 beds are 40 for each 1,000 of 300 elders.
    private func figures(_ day: Day) throws -> StudyFigures {
        let name = BilingualText(en: "n", zh: "名")
        func target(_ id: String, _ measure: Target.Measure, _ least: Int) -> Target {
            Target(
                id: id, name: name, clause: clause, measure: measure, basis: .elders, due: nil,
                atLeast: ExactDecimal(least))
        }
        func finding(
            _ rule: String, _ scope: FindingScope, _ subject: String, _ verdict: Verdict, _ parts: (Int, Int),
            unknown: Int = 0, unstated: Int = 0, unit: FindingUnit = .share
        ) -> Finding {
            Finding(
                rule: rule, clause: clause, scope: scope, subject: subject, verdict: verdict,
                required: ExactDecimal(1), unit: unit,
                detail: .target(
                    name: name, version: nil, unknown: ExactDecimal(unknown), unstated: unstated),
                numerator: ExactDecimal(parts.0), denominator: ExactDecimal(parts.1))
        }
        let corner = try GridTown(blocks: 2, spacing: 100).point(0, 0)
        var care = Facility(id: "F", level: .community, point: corner)
        care.beds = ExactDecimal(12)
        return StudyFigures(
            study: Study(
                name: "s", baseYear: 2020, plane: StreetSketch.planeDefinition,
                communities: [Community(id: "C", name: "C", point: corner, district: "East")],
                facilities: [care]),
            findings: [
                day: [
                    finding("target.near", .district, "East", .unknown, (5, 8), unknown: 1),
                    finding("target.near", .district, "West", .fail, (2, 4)),
                    finding(
                        "target.beds", .city, "s", .pass, (12, 300), unit: .bedsPer1000Elders),
                    finding(
                        "target.places", .city, "s", .pass, (12, 300), unstated: 2,
                        unit: .placesPer1000Elders),
                ]
            ],
            targets: [
                target("near", .coverage(.within1km), 1), target("beds", .bedsPer1000Elders, 1),
                target("places", .placesPer1000Elders, 1),
            ])
    }

    private func judged(
        _ value: String, _ unit: String, _ figure: PublishedClaim.Figure, on other: Day? = nil
    ) throws -> ClaimResult {
        let day = try other ?? #require(Day.last(ofYear: 2020))
        let claim = PublishedClaim(
            id: "c", clause: clause, value: try #require(ExactDecimal(value)),
            precision: ExactDecimal(coefficient: 1, scale: 1), unit: ClaimUnit(unit), figure: figure)
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: [claim])
        return try #require(
            ClaimJudge(assuming: day, figures: try figures(day)).results(of: ledger).first)
    }

    private func target(
        _ id: String, _ quantity: CheckClaim.Quantity, _ subject: String? = nil, verdict: Verdict? = nil
    ) -> PublishedClaim.Figure {
        .check(
            CheckClaim(
                rule: "target." + id, quantity: quantity, verdict: verdict, subject: subject, date: nil))
    }

    @Test("A target's figure is a figure of its scope, with what is unknown of it")
    func targets() throws {
        #expect(try judged("50", "percent", target("near", .measured, "West")).verdict == .agrees)
        // 5 of 8 are known, 6 of 8 may be.
        let open = try judged("70", "percent", target("near", .measured, "East"))
        #expect(
            open.reason
                == .unknownPart(
                    least: ExactDecimal(coefficient: 625, scale: 1), most: ExactDecimal(75)))
        #expect(open.finding?.verdict == .unknown)
        #expect(try judged("80", "percent", target("near", .measured, "East")).verdict == .differs)
        #expect(try judged("4", "people", target("near", .denominator, "West")).verdict == .agrees)
        // One fails, and the other may.
        #expect(
            try judged("1", "districts", target("near", .count, verdict: .fail)).reason
                == .unknownPart(least: ExactDecimal(1), most: ExactDecimal(2)))
        #expect(try judged("3", "districts", target("near", .count, verdict: .fail)).verdict == .differs)
        #expect(try judged("1", "districts", target("near", .count, verdict: .unknown)).verdict == .agrees)
        // Shares of two districts are never added up.
        #expect(
            try judged("1", "share", target("near", .measured)).reason
                == .unknownScope(kind: "scope", identifier: nil))
        #expect(try judged("40", "per_1000", target("beds", .measured)).verdict == .agrees)
        #expect(try judged("40", "a thousand", target("beds", .measured)).verdict == .agrees)
        #expect(try judged("40", "per_1000", target("places", .measured)).reason == .partsNotStated(count: 2))
        guard case .mixedUnits? = try judged("2", "beds", target("near", .numerator, "West")).reason else {
            Issue.record("elders are no beds")
            return
        }
    }

    @Test("As inputs: 50 % of 8 elders; 40 beds for each 1,000 of 300 elders are 12, of households nothing")
    func inputs() throws {
        func formula(
            _ figure: PublishedClaim.Figure, unit: String? = nil, _ operation: ClaimFormula.Operation,
            _ number: Int, _ other: String
        ) -> PublishedClaim.Figure {
            let computed = ClaimInput(
                name: "t", value: nil, unit: unit.map { ClaimUnit($0) }, computed: figure)
            let stated = ClaimInput(name: "n", value: ExactDecimal(number), unit: ClaimUnit(other))
            return .arithmetic(
                ClaimArithmetic(.combined(operation, .input(0), .input(1)), of: [computed, stated]))
        }
        let share = target("near", .measured, "West")
        #expect(try judged("4", "people", formula(share, .times, 8, "people")).verdict == .agrees)
        #expect(
            try judged("4", "people", formula(share, .times, 8, "households")).verdict == .undefinedScope)
        let beds = target("beds", .measured)
        #expect(
            try judged("12", "beds", formula(beds, unit: "per_1000", .times, 300, "people")).verdict
                == .agrees)
        #expect(
            try judged("12", "beds", formula(beds, unit: "per_1000", .times, 300, "户")).verdict
                == .undefinedScope)
        // Without a unit it is the same rate.
        #expect(try judged("12", "beds", formula(beds, .times, 300, "people")).verdict == .agrees)
        #expect(try judged("12", "beds", formula(beds, .times, 300, "户")).verdict == .undefinedScope)
        #expect(try judged("40", "per_1000", formula(beds, .plus, 0, "per_1000")).verdict == .agrees)
    }

    @Test(
        "Figures of targets that are counted differently are not put together; shares of people are those of a year"
    )
    func versions() throws {
        func target(_ id: String, _ version: String) throws -> ClaimInput {
            let text = BilingualText(en: version, zh: version)
            return ClaimInput(
                name: id, value: nil,
                amount: ComputedAmount(
                    ExactQuotient(8), owner: .study(kind: "city", identifier: "s"),
                    unit: FigureUnit([.beds]), target: VersionedTarget(identifier: id, version: text)))
        }
        for operation in [ClaimFormula.Operation.plus, .minus, .over] {
            let formula = ClaimFormula.combined(operation, .input(0), .input(1))
            for (version, isFit) in [("of 2012", true), ("of 2025", false)] {
                let arithmetic = ClaimArithmetic(
                    formula, of: [try target("a", "of 2012"), try target("b", version)])
                let reason = arithmetic.objection(as: ClaimUnit(""), of: nil)
                #expect(reason == (isFit ? nil : .otherVersions("a", "b")))
            }
        }
        let later = try #require(Day.last(ofYear: 2021))
        #expect(
            try judged("50", "percent", self.target("near", .measured, "West"), on: later).reason
                == .peopleOfAnotherYear(2020))
        #expect(
            try judged("1", "share", self.target("near", .required, "West"), on: later).verdict == .agrees)
    }

    @Test(
        "Areas are m², km² or ha, in multiples too; 亩 are of the same kind",
        arguments: [
            ("m²", 1, Quantity.area), ("km²", 1_000_000, .area), ("平方公里", 1_000_000, .area),
            ("公顷", 10_000, .area), ("ha", 10_000, .area), ("万公顷", 100_000_000, .area), ("亩", 1, .mu),
        ])
    func areas(name: String, worth: Int, quantity: Quantity) {
        let unit = ClaimUnit(name)
        #expect(unit.worth == ExactDecimal(worth) && unit.quantity == quantity)
        #expect(FigureUnit([.area]).objection(as: unit) == nil)
    }

    @Test("A figure of a study is what it is, whatever unit a ledger shows it in")
    func shown() throws {
        let beds = PublishedClaim.Figure.facilities(
            FacilityClaim(quantity: .beds, selector: .any, scope: nil, scopeID: nil, date: nil))
        #expect(try judged("12", "beds", beds).verdict == .agrees)
        guard case .mixedUnits? = try judged("12", "people", beds).reason else {
            Issue.record("beds are no people")
            return
        }
        for (unit, isRight) in [("10,000 beds", true), ("beds", true), ("people", false)] {
            let input = ClaimInput(name: "b", value: nil, unit: ClaimUnit(unit), computed: beds)
            let result = try judged(
                "12", "beds", .arithmetic(ClaimArithmetic(.input(0), of: [input])))
            #expect((result.verdict == .agrees) == isRight, "\(unit): \(result)")
        }
    }
}
