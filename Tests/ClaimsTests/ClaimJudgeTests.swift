import Claims
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
        let judge = judge ?? ClaimJudge(baseYear: 2020, assuming: nil, coverage: [])
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: [claim])
        return try #require(judge.results(of: ledger).first)
    }

    @Test(
        "The arithmetic of published documents: Panjin, Gaoxin, Yunfu",
        arguments: [
            (
                "23.9", "percent", "0.1", ClaimArithmetic.Operation.quotient, ["309000", "1293000"], "agrees",
                "23.897912"
            ),
            ("24.0", "percent", "0.1", .quotient, ["309000", "1293000"], "differs", "23.897912"),
            ("63.6", "percent", "0.1", .quotient, ["7", "11"], "agrees", "63.636364"),
            ("8195", "10,000 yuan", "1", .sum, ["6000", "2195"], "agrees", "8195"),
            ("1920", "yuan", "1", .product, ["8", "20", "12"], "agrees", "1920"),
            ("30", "services", "1", .sum, ["12", "16"], "differs", "28"),
            ("407600", "people", "100", .product, ["452900", "0.9"], "agrees", "407610"),
            ("407600", "people", "1", .product, ["452900", "0.9"], "differs", "407610"),
            ("17.9", "per_1000", "0.1", .quotient, ["5529", "309000"], "agrees", "17.893204"),
        ])
    func arithmetic(
        _ value: String, _ unit: String, _ precision: String, _ operation: ClaimArithmetic.Operation,
        _ operands: [String], _ verdict: String, _ computed: String
    ) throws {
        let operands = try operands.map { Optional(try decimal($0)) }
        let result = try judged(
            try claim(value, unit, precision, .arithmetic(ClaimArithmetic(operation, operands))))
        #expect(result.verdict.rawValue == verdict)
        #expect(result.computed == (try decimal(computed)))
        #expect(result.difference == (try decimal(computed)) - (try decimal(value)))
    }

    @Test("A denominator that is not given: which would agree, and that none does for 17 of … = 67 %")
    func missingOperand() throws {
        // 17/25 is 68 % and 17/26 is 65.4 %; of 12, 18 is the only denominator (66.7 %).
        for (numerator, numbers) in [(17, [Int]()), (12, [18])] {
            let result = try judged(
                try claim(
                    "67", "percent", "1",
                    .arithmetic(ClaimArithmetic(.quotient, [ExactDecimal(numerator), nil]))))
            #expect(result.verdict == .cannotBeComputed)
            #expect(result.reason == .operandNotStated(position: 2, wouldAgree: numbers))
        }
        let sum = try judged(
            try claim("67", "beds", "1", .arithmetic(ClaimArithmetic(.sum, [ExactDecimal(3), nil]))))
        #expect(sum.reason == .operandNotStated(position: 2, wouldAgree: nil))
    }

    @Test("Divisions by nothing and numbers too large are said, not computed")
    func impossible() throws {
        let nothing = ClaimArithmetic(.quotient, [ExactDecimal(3), .zero])
        #expect(try judged(try claim("1", "share", "1", .arithmetic(nothing))).reason == .divisionByZero)
        let huge = ClaimArithmetic(
            .product, [ExactDecimal?](repeating: try decimal("999999999999999"), count: 4))
        #expect(try judged(try claim("1", "yuan", "1", .arithmetic(huge))).reason == .tooLarge)
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
            }, facilities: [Facility(id: "F", level: .community, point: points[0])])
        let ground = StudyGround(
            study: study, pack: .withoutRules, network: town.network, plane: town.plane)
        let days = try [2019, 2020].map { try #require(Day.last(ofYear: $0)) }
        return ClaimJudge(baseYear: 2020, assuming: nil, coverage: days.map(ground.coverage))
    }

    private func coverage(
        quantity: CoverageClaim.Quantity = .share, _ measure: CoverageMeasure? = .within15min,
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
            ("24", ClaimVerdict.differs, "1"), ("25", .cannotBeComputed, "0"),
            ("40", .cannotBeComputed, "-15"),
            ("50", .cannotBeComputed, "-25"), ("51", .differs, "-1"),
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

    @Test("What a claim leaves out, or means otherwise, makes it not comparable")
    func notComparable() throws {
        let judge = try judge()
        func reason(_ figure: PublishedClaim.Figure) throws -> ClaimReason? {
            let result = try judged(try claim("25", "percent", "1", figure), judge)
            #expect(result.verdict == .notComparable)
            return result.reason
        }
        #expect(try reason(coverage(nil)) == .noMeasure)
        #expect(try reason(coverage(scope: nil)) == .noScope)
        #expect(try reason(coverage(year: nil)) == .noDate)
        #expect(try reason(coverage(.within15min, .area)) == .basisNotComputed(.area))
        #expect(try reason(coverage(scope: "district")) == .unknownScope(kind: "district", identifier: nil))
        #expect(try reason(coverage(scopeID: "t")) == .unknownScope(kind: "city", identifier: "t"))
        #expect(try reason(coverage(counted: "kind=station")) == .otherSelector(ours: "any"))
        #expect(try reason(coverage(.within1km, radius: 800)) == .otherRadius(ours: ExactDecimal(1000)))
        #expect(try reason(coverage(minutes: 10)) == .otherMinutes(ours: ExactDecimal(15)))
        #expect(try reason(coverage(year: 2019)) == .peopleOfAnotherYear(2020))
        let figures = try reason(coverage(.within1km, nil))
        // There is no community, so that there is no area to have a share of.
        #expect(
            figures
                == .noBasis(
                    [.count, .households, .elders].map { BasisFigure(basis: $0, figure: ExactDecimal(25)) }))
    }

    @Test("The days to be computed: each once, ascending; none for arithmetic or what cannot be compared")
    func days() throws {
        let claims = try [
            coverage(year: 2020), coverage(year: 2019), coverage(.within1km, year: 2020),
            coverage(nil, year: 2018),
            .arithmetic(ClaimArithmetic(.sum, [ExactDecimal(1)])), coverage(year: nil),
        ].map { try claim("1", "percent", "1", $0) }
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: claims)
        #expect(ClaimJudge.days(of: ledger, assuming: nil).map(\.year) == [2019, 2020])
        let day = try #require(Day(year: 2021, month: 6, day: 30))
        #expect(ClaimJudge.days(of: ledger, assuming: day).last == day)
    }
}
