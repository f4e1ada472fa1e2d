import Claims
import Compliance
import Coverage
import Geometry
import Places
import Policy
import TestWorlds
import Testing

@Suite struct ClaimJudgeTests {
    private let clause = Clause(
        Citation(id: "t", title: BilingualText(en: "T", zh: "测"), number: nil, date: nil, known: .document))

    private func decimal(_ text: String) throws -> ExactDecimal { try #require(ExactDecimal(text)) }

    private func claim(
        _ value: String, _ unit: String, _ precision: String, _ figure: PublishedClaim.Figure
    ) throws -> PublishedClaim {
        PublishedClaim(
            id: "c", clause: clause, value: try decimal(value), precision: try decimal(precision),
            unit: ClaimUnit(unit), figure: figure)
    }

    private func judged(_ claim: PublishedClaim, _ judge: ClaimJudge? = nil) throws -> ClaimResult {
        let judge = judge ?? ClaimJudge(assuming: nil)
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: [claim])
        return try #require(judge.results(of: ledger).first)
    }

    /// Numbers of a list, put together from the left; `nil` of one that is not stated.
    private func list(
        _ operation: ClaimFormula.Operation, _ values: [String?]
    ) throws -> PublishedClaim.Figure {
        let inputs = try values.map { ClaimInput(value: try $0.map(decimal)) }
        let formula = inputs.indices.dropFirst().reduce(ClaimFormula.input(0)) {
            .combined(operation, $0, .input($1))
        }
        return .arithmetic(ClaimArithmetic(formula, of: inputs))
    }

    /// Yuan and beds are never one sum, however the numbers fall; their quotient is a figure of its own.
    @Test(
        "What is added up or set equal is of one thing",
        arguments: [
            ("元", "元", "张", ClaimFormula.Operation.plus, "15", false),
            ("万元", "元", "yuan", .plus, "15", true), ("元", "元", "人", .plus, "15", false),
            ("percent", "人", "张", .over, "50", true), ("人", "人", "张", .times, "50", true),
            ("m²", "yuan", "yuan", .minus, "-5", false), ("所", "处", "家", .plus, "15", true),
        ])
    func units(
        published: String, first: String, second: String, operation: ClaimFormula.Operation, value: String,
        isOne: Bool
    ) throws {
        let inputs = [
            ClaimInput(value: try decimal("5"), unit: ClaimUnit(first)),
            ClaimInput(value: try decimal("10"), unit: ClaimUnit(second)),
        ]
        let arithmetic = ClaimArithmetic(.combined(operation, .input(0), .input(1)), of: inputs)
        let result = try judged(claim(value, published, "1", .arithmetic(arithmetic)))
        if isOne {
            if case .mixedUnits = result.reason { Issue.record("\(result)") }
        } else {
            #expect(result.verdict == .notDerivable)
            guard case .mixedUnits = result.reason else {
                Issue.record("\(result)")
                return
            }
        }
    }

    @Test(
        "The arithmetic of published documents: Panjin, Gaoxin, Yunfu",
        arguments: [
            (
                "23.9", "percent", "0.1", ClaimFormula.Operation.over, ["309000", "1293000"], "agrees",
                "23.897912"
            ),
            ("24.0", "percent", "0.1", .over, ["309000", "1293000"], "differs", "23.897912"),
            ("63.6", "percent", "0.1", .over, ["7", "11"], "agrees", "63.636364"),
            ("8195", "万元", "1", .plus, ["60000000", "21950000"], "agrees", "8195"),
            ("8195", "10,000 yuan", "1", .plus, ["60000000", "21950000"], "agrees", "8195"),
            ("1920", "yuan", "1", .times, ["8", "20", "12"], "agrees", "1920"),
            ("30", "services", "1", .plus, ["12", "16"], "differs", "28"),
            ("407600", "people", "100", .times, ["452900", "0.9"], "agrees", "407610"),
            ("407600", "people", "1", .times, ["452900", "0.9"], "differs", "407610"),
            ("40.76", "万人", "0.01", .times, ["452900", "0.9"], "agrees", "40.761"),
            ("17.9", "per_1000", "0.1", .over, ["5529", "309000"], "agrees", "17.893204"),
        ])
    func arithmetic(
        _ value: String, _ unit: String, _ precision: String, _ operation: ClaimFormula.Operation,
        _ operands: [String], _ verdict: String, _ computed: String
    ) throws {
        let result = try judged(try claim(value, unit, precision, try list(operation, operands)))
        #expect(result.verdict.rawValue == verdict)
        #expect(result.computed == (try decimal(computed)))
        #expect(result.difference == (try decimal(computed)) - (try decimal(value)))
    }

    @Test("A denominator that is not given: which would agree, and that none does for 17 of … = 67 %")
    func missingInput() throws {
        // Each ratio once. 17/25 is 68 % and 17/26 is 65.4 %; of 12, 18 is the only denominator (66.7 %).
        let pairs = [(2, 3), (29, 43), (31, 46), (33, 49), (35, 52)].map { WholePair($0, of: $1) }
        for (numerator, numbers) in [("17", [Int]()), ("12", [18])] {
            let result = try judged(try claim("67", "percent", "1", try list(.over, [numerator, nil])))
            #expect(result.verdict == .notDerivable)
            let agreeing = AgreeingNumbers(numbers.map { ExactDecimal($0) })
            #expect(result.reason == .inputsNotStated([1], wouldAgree: agreeing, pairs: pairs))
        }
        let sum = try judged(try claim("67", "beds", "1", try list(.plus, ["3", nil])))
        #expect(
            sum.reason == .inputsNotStated([1], wouldAgree: AgreeingNumbers([ExactDecimal(64)]), pairs: []))
        let both = try judged(try claim("67", "beds", "1", try list(.plus, [nil, nil])))
        #expect(both.reason == .inputsNotStated([0, 1], wouldAgree: nil, pairs: []))
    }

    @Test("The smallest pairs of whole numbers are those that trying all of them finds")
    func smallestPairs() throws {
        for percent in [1, 33, 50, 63, 67, 74, 99, 100] {
            var found: [WholePair] = []
            for d in 1...400 where found.count < 5 {
                // Half away from zero: n/d rounds to p % where (2p − 1) d ≤ 200 n < (2p + 1) d.
                if let n = (1...d).first(where: { n in
                    (2 * percent - 1) * d <= 200 * n && 200 * n < (2 * percent + 1) * d
                }), !found.contains(where: { $0.numerator * d == n * $0.denominator }) {
                    found.append(WholePair(n, of: d))
                }
            }
            let result = try judged(
                try claim("\(percent)", "percent", "1", try list(.over, [nil, nil])))
            #expect(
                result.reason == .inputsNotStated([0, 1], wouldAgree: nil, pairs: found), "\(percent) %")
        }
    }

    @Test("Divisions by nothing and numbers too large are said, not computed")
    func impossible() throws {
        #expect(
            try judged(try claim("1", "share", "1", try list(.over, ["3", "0"]))).reason == .divisionByZero)
        let huge = try list(.times, [String?](repeating: "999999999999999", count: 4))
        #expect(try judged(try claim("1", "yuan", "1", huge)).reason == .tooLarge)
    }

    @Test("Units that count in multiples are worked out; a number without a unit is plain")
    func units() throws {
        // 6,000 万元 + 21.95 million yuan = 81.95 million yuan; 90 % of 45.29 万人 = 40.761 万人.
        let money = ClaimArithmetic(
            .combined(.plus, .input(0), .input(1)),
            of: [
                ClaimInput(value: try decimal("6000"), unit: ClaimUnit("万元")),
                ClaimInput(value: try decimal("21.95"), unit: ClaimUnit("million yuan")),
            ])
        #expect(
            try judged(try claim("8195", "万元", "1", .arithmetic(money))).computed == (try decimal("8195")))
        let people = ClaimArithmetic(
            .combined(.times, .input(0), .number(ExactDecimal(90), isPercent: true)),
            of: [ClaimInput(value: try decimal("45.29"), unit: ClaimUnit("万人"))])
        let result = try judged(try claim("407600", "people", "100", .arithmetic(people)))
        #expect(result.verdict == .agrees)
        #expect(result.computed == ExactDecimal(407_610))
    }

    @Test("A rate of one scope put together with numbers of another has no scope")
    func chains() throws {
        func input(_ value: String, _ unit: String?, _ scope: String?) throws -> ClaimInput {
            ClaimInput(value: try decimal(value), unit: unit.map { ClaimUnit($0) }, scope: scope)
        }
        func chain(
            _ operation: ClaimFormula.Operation, _ a: ClaimInput, _ b: ClaimInput, to scope: String? = nil
        ) -> ScopeChain? {
            let arithmetic = ClaimArithmetic(.combined(operation, .input(0), .input(1)), of: [a, b])
            guard case .chained(let chain) = arithmetic.objection(as: ClaimUnit(""), of: scope) else {
                return nil
            }
            return chain
        }
        let rate = try input("63.6", "percent", "district")
        let (seven, eleven) = (try input("7", nil, "district"), try input("11", nil, "district"))
        let four = try input("4", nil, "city")
        #expect(chain(.plus, rate, four) == ScopeChain(first: 0, second: 1))
        #expect(chain(.times, rate, four) == ScopeChain(first: 0, second: 1))
        #expect(chain(.over, seven, four) == ScopeChain(first: 0, second: 1))
        #expect(chain(.over, seven, eleven) == nil)
        #expect(chain(.over, seven, eleven, to: "district") == nil)
        #expect(chain(.over, seven, eleven, to: "city") == ScopeChain(first: 0, second: nil))
        // Counts of two scopes may be added up, and what has no stated scope goes with any.
        #expect(chain(.plus, seven, four) == nil)
        #expect(chain(.times, rate, try input("11", nil, nil)) == nil)
        let result = try judged(
            try claim(
                "67", "percent", "1",
                .arithmetic(
                    ClaimArithmetic(.combined(.plus, .input(0), .input(1)), of: [rate, four]))))
        #expect(result.verdict == .undefinedScope)
        #expect(result.reason == .chained(ScopeChain(first: 0, second: 1)))
    }

    @Test("Entitled people are counted by scope, group and year, and feed formulas")
    func groups() throws {
        let point = GeographicPoint(longitude: 114, latitude: 30)
        var study = Study(name: "S", baseYear: 2020, plane: StreetSketch.planeDefinition)
        study.communities = ["A", "B"].map { Community(id: $0, name: $0, point: point) }
        study.communities[0].district = "East"
        func group(_ area: StatedArea, _ name: String, _ count: Int, _ year: Int) -> EntitledGroup {
            EntitledGroup(area: area, group: name, count: ExactDecimal(count), year: year)
        }
        study.groups = [
            group(.community(0), "p", 12, 2020), group(.community(0), "q", 5, 2020),
            group(.community(1), "p", 7, 2020), group(.scope(.city("S")), "p", 30, 2020),
            group(.community(0), "p", 11, 2019),
        ]
        let judge = ClaimJudge(assuming: nil, figures: StudyFigures(study: study))
        func people(
            _ group: String?, _ scope: String?, _ year: Int? = nil
        ) throws -> ClaimResult {
            let figure = GroupClaim(group: group, scope: scope, scopeID: nil, year: year)
            return try judged(try claim("1", "people", "1", .groups(figure)), judge)
        }
        // The city has a row of its own; East has none, and community A alone lies in it.
        #expect(try people("p", "city").computed == ExactDecimal(30))
        #expect(try people("p", "district").computed == ExactDecimal(12))
        #expect(try people(nil, "district").computed == ExactDecimal(17))
        #expect(try people("p", "district", 2019).computed == ExactDecimal(11))
        #expect(try people("q", "city").computed == ExactDecimal(5))
        // Of p the city states 30, of q only community A its 5.
        #expect(try people(nil, "city").computed == ExactDecimal(35))
        #expect(try people("r", "city").reason == .noGroup(year: 2020))
        #expect(try people("p", "setting").reason == .unknownScope(kind: "setting", identifier: nil))
        // 12 people × 8 hours × 20 yuan × 12 months = 23,040 yuan.
        let formula = ClaimArithmetic(
            .combined(.times, .input(0), .number(ExactDecimal(1920), isPercent: false)),
            of: [
                ClaimInput(
                    value: nil,
                    computed: .groups(
                        GroupClaim(group: "p", scope: "district", scopeID: nil, year: nil)))
            ])
        let published = try claim("23040", "yuan", "1", .arithmetic(formula))
        #expect(try judged(published, judge).verdict == .agrees)
        #expect(try judged(published).reason == .noStudy)
    }

    private func facility(at point: GeographicPoint, beds: Int?) -> Facility {
        var facility = Facility(id: beds == nil ? "G" : "F", level: .community, point: point)
        facility.beds = beds.map { ExactDecimal($0) }
        if beds == nil { facility.kind = .station }
        return facility
    }

    /// Four compounds of 100 elders, 2 km from one another along a street; the first stands at the facility, the
    /// last a kilometre off every street.
    private func judge() throws -> ClaimJudge {
        let town = try GridTown(blocks: 6, spacing: 1000)
        let points = [town.point(0, 0), town.point(2, 0), town.point(4, 0), town.point(6, 7)]
        let study = Study(
            name: "s", baseYear: 2020, plane: StreetSketch.planeDefinition,
            compounds: points.enumerated().map {
                Compound(id: "H\($0)", households: ExactDecimal(50), elders: ExactDecimal(100), point: $1)
            }, facilities: [facility(at: points[0], beds: 40), facility(at: points[0], beds: nil)])
        let ground = StudyGround(
            study: study, pack: .withoutRules, network: town.network, plane: town.plane)
        let days = try [2019, 2020].map { try #require(Day.last(ofYear: $0)) }
        let day = try #require(days.last)
        func finding(_ subject: String, _ verdict: Verdict, short: ExactDecimal?) -> Finding {
            Finding(
                rule: "space", clause: clause, scope: .compound, subject: subject, verdict: verdict,
                unit: .squareMetres, shortfall: short, detail: .noRates)
        }
        let findings = [
            finding("H0", .fail, short: ExactDecimal(12)), finding("H1", .fail, short: ExactDecimal(30)),
            finding("H2", .pass, short: .zero), finding("H3", .unknown, short: nil),
        ]
        return ClaimJudge(
            assuming: nil,
            figures: StudyFigures(
                study: study, coverage: days.map(ground.coverage), findings: [day: findings]))
    }

    private func coverage(
        quantity: CoverageClaim.Quantity = .share, _ measure: RateMeasure? = .within15min,
        _ basis: Basis? = .elders, scope: String? = "city", scopeID: String? = nil, year: Int? = 2020,
        counted: String? = nil, radius: Int? = nil, minutes: Int? = nil
    ) -> PublishedClaim.Figure {
        .coverage(
            CoverageClaim(
                quantity: quantity, measure: measure, basis: basis, scope: scope, scopeID: scopeID,
                date: year.flatMap { PartialDate(year: $0) }, counted: counted,
                radius: radius.map { ExactDecimal($0) }, minutes: minutes.map { ExactDecimal($0) }))
    }

    @Test("A figure of coverage: what is unknown may make it right, and then it cannot be said")
    func unknownPart() throws {
        // 100 of 400 elders reach the facility on foot, of 100 it is not known: from 25 % to 50 %.
        let judge = try judge()
        for (value, verdict, difference) in [
            ("24", ClaimVerdict.differs, "1"), ("25", .notDerivable, "0"),
            ("40", .notDerivable, "-15"),
            ("50", .notDerivable, "-25"), ("51", .differs, "-1"),
        ] {
            let result = try judged(try claim(value, "percent", "1", coverage()), judge)
            #expect(result.verdict == verdict, "\(value) %")
            #expect(result.difference == (try decimal(difference)), "\(value) %")
        }
        // In a straight line nothing is unknown.
        let straight = try judged(try claim("25.0", "percent", "0.1", coverage(.within1km)), judge)
        #expect(straight.verdict == .agrees)
        #expect(straight.rate?.numerator == 100)
        let people = try judged(
            try claim("400", "people", "1", coverage(quantity: .denominator)), judge)
        #expect(people.verdict == .agrees)
    }

    @Test("What a claim leaves out, or means otherwise, has a verdict of its own")
    func notComparable() throws {
        let judge = try judge()
        func reason(_ figure: PublishedClaim.Figure, _ verdict: ClaimVerdict) throws -> ClaimReason? {
            let result = try judged(try claim("25", "percent", "1", figure), judge)
            #expect(result.verdict == verdict)
            return result.reason
        }
        // 1/4, and the next denominators that 25 % may be of.
        let pairs = [(1, 4), (13, 51), (13, 53), (14, 55), (14, 57)].map { WholePair($0, of: $1) }
        #expect(try reason(coverage(nil), .notDerivable) == .noMeasure(pairs: pairs))
        #expect(try reason(coverage(scope: nil), .undefinedScope) == .noScope)
        #expect(try reason(coverage(year: nil), .notDerivable) == .noDate)
        #expect(try reason(coverage(.within15min, .area), .notComparable) == .basisNotComputed(.area))
        #expect(
            try reason(coverage(scope: "district"), .undefinedScope)
                == .unknownScope(kind: "district", identifier: nil))
        #expect(
            try reason(coverage(scopeID: "t"), .undefinedScope)
                == .unknownScope(kind: "city", identifier: "t"))
        #expect(
            try reason(coverage(counted: "kind=station"), .notComparable) == .otherSelector(ours: "any"))
        #expect(
            try reason(coverage(.within1km, radius: 800), .notComparable)
                == .otherRadius(ours: ExactDecimal(1000)))
        #expect(
            try reason(coverage(minutes: 10), .notComparable) == .otherMinutes(ours: ExactDecimal(15)))
        #expect(try reason(coverage(year: 2019), .notComparable) == .peopleOfAnotherYear(2020))
        let figures = try reason(coverage(.within1km, nil), .notDerivable)
        // There is no community, so that there is no area to have a share of.
        #expect(
            figures
                == .noBasis(
                    [.count, .households, .elders].map { BasisFigure(basis: $0, figure: ExactDecimal(25)) }))
        let without = try judged(try claim("25", "percent", "1", coverage()), ClaimJudge(assuming: nil))
        #expect(without.reason == .noStudy)
    }

    @Test("Verdicts are counted, and figures of them added up; what states none is said")
    func checks() throws {
        let judge = try judge()
        func judgedCheck(
            _ value: String, rule: String = "space", quantity: CheckClaim.Quantity = .count,
            verdict: Verdict? = .fail, subject: String? = nil
        ) throws -> ClaimResult {
            try judged(
                try claim(
                    value, quantity == .count ? "compounds" : "m2", "1",
                    .check(
                        CheckClaim(
                            rule: rule, quantity: quantity, verdict: verdict, subject: subject,
                            date: PartialDate(year: 2020)))), judge)
        }
        // Two fail, and of one nobody knows.
        #expect(
            try judgedCheck("2").reason
                == .unknownPart(least: ExactDecimal(2), most: ExactDecimal(3)))
        #expect(try judgedCheck("4").difference == ExactDecimal(-1))
        #expect(try judgedCheck("1").difference == ExactDecimal(1))
        #expect(try judgedCheck("1", verdict: .unknown).verdict == .agrees)
        #expect(try judgedCheck("4", verdict: nil).verdict == .agrees)
        #expect(try judgedCheck("42", quantity: .shortfall).verdict == .agrees)
        #expect(try judgedCheck("30", quantity: .shortfall, subject: "H1").verdict == .agrees)
        // One of four states no shortfall: 42 or more.
        #expect(try judgedCheck("42", quantity: .shortfall, verdict: nil).reason == .notStated(count: 1))
        #expect(try judgedCheck("41", quantity: .shortfall, verdict: nil).verdict == .differs)
        #expect(try judgedCheck("0", rule: "land").reason == .noFinding(rule: "land", subject: nil))
        #expect(try judgedCheck("0", subject: "H9").reason == .noFinding(rule: "space", subject: "H9"))
    }

    @Test("Facilities are counted by what counts, where and when")
    func facilities() throws {
        let judge = try judge()
        func judgedFacilities(
            _ value: String, _ quantity: FacilityClaim.Quantity = .count, _ selector: FacilitySelector = .any,
            scope: String? = "city"
        ) throws -> ClaimResult {
            try judged(
                try claim(
                    value, quantity == .count ? "facilities" : "beds", "1",
                    .facilities(
                        FacilityClaim(
                            quantity: quantity, selector: selector, scope: scope, scopeID: nil,
                            date: PartialDate(year: 2020)))), judge)
        }
        #expect(try judgedFacilities("2").verdict == .agrees)
        #expect(try judgedFacilities("1", .count, FacilitySelector(kinds: [.station])).verdict == .agrees)
        // The station states no beds: 40 or more.
        #expect(try judgedFacilities("40", .beds).reason == .notStated(count: 1))
        #expect(try judgedFacilities("39", .beds).verdict == .differs)
        #expect(
            try judgedFacilities("40", .beds, FacilitySelector(minimumBeds: ExactDecimal(1))).verdict
                == .agrees)
        #expect(
            try judgedFacilities("1", scope: "district").reason
                == .unknownScope(kind: "district", identifier: nil))
    }

    @Test("The days to be computed: each once, ascending; none for arithmetic or what cannot be compared")
    func days() throws {
        let claims = try [
            coverage(year: 2020), coverage(year: 2019), coverage(.within1km, year: 2020),
            coverage(nil, year: 2018),
            try list(.plus, ["1"]), coverage(year: nil),
        ].map { try claim("1", "percent", "1", $0) }
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: claims)
        #expect(ClaimJudge.days(of: [ledger], assuming: nil).coverage.map(\.year) == [2019, 2020])
        let day = try #require(Day(year: 2021, month: 6, day: 30))
        #expect(ClaimJudge.days(of: [ledger], assuming: day).coverage.last == day)
    }
}
