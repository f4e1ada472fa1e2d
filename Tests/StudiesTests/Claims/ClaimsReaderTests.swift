import Claims
import Compliance
import Foundation
import Places
import Policy
import Scenarios
import Studies
import TestWorlds
import Testing

@Suite struct ClaimsReaderTests {
    private static let head = """
        name: {en: L, zh: 表}
        citations:
          - {id: s, title: {en: S, zh: 源}, known: notice}
        claims:

        """

    private func read(_ claims: String, head: String = head) throws -> Result<ClaimsLedger, Problems> {
        let folder = FileManager.default.temporaryDirectory.appending(path: "claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "claims.yaml")
        try Data((head + claims).utf8).write(to: file)
        do throws(Problems) {
            return .success(try ClaimsReader.read(path: file.path).ledger)
        } catch {
            return .failure(error)
        }
    }

    @Test("An input that goes into no figure is told, and the rest computed")
    func unused() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "claims.yaml")
        let claim =
            "  - {id: a, clause: {citation: s}, value: 1, unit: beds, inputs: {b: 1, c: 2}, formula: b}"
        try Data((Self.head + claim).utf8).write(to: file)
        let reading = try ClaimsReader.read(path: file.path)
        #expect(reading.ledger.claims.count == 1)
        #expect(reading.warnings.map(\.fault) == [.unusedInput(name: "c")])
        #expect(reading.warnings.map(\.column) == ["claims[1].inputs"])
    }

    @Test("The decimals printed, or what is said of them, make the precision")
    func precision() throws {
        let ledger = try read(
            """
              - {id: a, clause: {citation: s}, value: 80.0, unit: percent, quotient: [4, 5]}
              - {id: b, clause: {citation: s}, value: "407,600", rounded_to: 100, unit: people, sum: [1]}
              - {id: c, clause: {citation: s, part: p. 2}, value: 30, unit: beds, product: [5, ~]}
            """
        ).get()
        #expect(ledger.claims.map { "\($0.precision)" } == ["0.1", "100", "1"])
        #expect(ledger.claims.map { "\($0.value)" } == ["80", "407600", "30"])
        #expect(ledger.claims[2].clause.part == "p. 2")
        let beds = ClaimInput(value: ExactDecimal(5), unit: ClaimUnit("beds"))
        #expect(
            ledger.claims[2].figure
                == .arithmetic(
                    ClaimArithmetic(
                        .combined(.times, .input(0), .input(1)), of: [beds, ClaimInput(value: nil)])))
    }

    @Test("A unit is one of those known, or the ledger's own")
    func units() throws {
        let claim = "  - {id: a, clause: {citation: s}, value: 3, unit: 10,000 lectures, sum: [3]}"
            .replacing("10,000 lectures", with: "\"10,000 lectures\"")
        guard case .failure(let problems) = try read(claim) else {
            Issue.record("a unit of nobody's passed")
            return
        }
        #expect(problems.list.map(\.column) == ["claims[1].unit"])
        guard case .unknownUnit("lectures", _, let known)? = problems.list.first?.fault else {
            Issue.record("\(problems.list)")
            return
        }
        #expect(known.contains("people"))
        let own = try read(claim, head: "units: [lectures]\n" + Self.head).get()
        #expect(own.claims.first?.unit.power == 4)
        for name in ["万", "场次"] {
            let sample = claim.replacing("\"10,000 lectures\"", with: name)
            if case .success = try read(sample) { #expect(name == "万") } else { #expect(name == "场次") }
        }
        // Whatever letters, and in whatever multiples: 2,000 in each of them.
        for (name, value) in [
            ("千人", "2"), ("thousand people", "2"), ("ten thousand people", "0.2"),
            ("\"10 000 people\"", "0.2"),
            ("Million people", "0.002"), ("mln people", "0.002"), ("People", "2000"),
        ] {
            let text =
                "  - {id: a, clause: {citation: s}, value: \(value), unit: \(name), inputs: {a: {value: 1200, unit: 人}, b: {value: 800, unit: people}}, formula: a + b}"
            #expect(
                ClaimJudge(assuming: nil).results(of: try read(text).get()).map(\.verdict) == [.agrees],
                "\(name)")
        }
        for (name, value) in [
            ("张/千人", "32"), ("每千人", "32"), ("‰", "32"), ("Percent", "3.2"), ("per cent", "3.2"),
            ("百分比", "3.2"),
            ("per_100", "3.2"), ("share", "0.032"),
        ] {
            let text =
                "  - {id: a, clause: {citation: s}, value: \(value), unit: \(name), inputs: {beds: {value: 4.4, unit: 万张}, elders: {value: 137, unit: 万人}}, formula: beds / elders}"
            #expect(
                ClaimJudge(assuming: nil).results(of: try read(text).get()).map(\.verdict) == [.agrees],
                "\(name)")
        }
        guard case .failure(let slip) = try read(claim.replacing("\"10,000 lectures\"", with: "peeple"))
        else {
            Issue.record("a slip passed")
            return
        }
        #expect(slip.list.map(\.fault) == [.unknownUnit(name: "peeple", nearest: "people", known: known)])
    }

    @Test("Ten thousand times ten thousand is said by nobody")
    func multiples() throws {
        let text = "  - {id: a, clause: {citation: s}, value: 45.29万, unit: 万人, sum: [452900]}"
        guard case .failure(let problems) = try read(text) else {
            Issue.record("a multiple stated twice passed")
            return
        }
        #expect(problems.list.map(\.fault) == [.multipleTwice(text: "45.29万", unit: "万人")])
        guard case .success = try read(text.replacing("万人", with: "人")) else {
            Issue.record("a multiple stated once was refused")
            return
        }
    }

    @Test("Falls, percentage points and full-width signs are read")
    func damage() throws {
        let ledger = try read(
            """
              - {id: a, clause: {citation: s}, value: -2.3, unit: percent, inputs: {now: 97.7, before: 100}, formula: (now - before) / before}
              - {id: b, clause: {citation: s}, value: 34, unit: 个百分点, inputs: {a: {value: 74, unit: percent}, b: {value: 40, unit: percent}}, formula: a - b}
              - {id: c, clause: {citation: s}, value: 67.0, unit: percent, quotient: [2, 3]}
              - {id: d, clause: {citation: s}, value: 50, unit: percent, computed: coverage.within_15min(scope：city，basis：elders)}
            """, head: Self.head
        ).get()
        let results = ClaimJudge(assuming: nil).results(of: ledger)
        #expect(results.prefix(3).map(\.verdict) == [.agrees, .agrees, .differs])
        #expect(ledger.claims.map(\.printed) == ["-2.3", "34", "67.0", "50"])
        guard case .coverage(let figure) = ledger.claims[3].figure else {
            Issue.record("\(ledger.claims[3])")
            return
        }
        #expect((figure.scope, figure.basis) == ("city", .elders))
    }

    @Test("Named inputs with their units and scopes, and a formula over them")
    func formula() throws {
        let ledger = try read(
            """
              - id: a
                clause: {citation: s}
                value: 40.76万
                unit: people
                scope: the city
                printed: no
                reading: {en: R, zh: 读}
                inputs:
                  elders: {value: 45.29, unit: 万人, scope: the city, says: {en: E, zh: 老}}
                  居家: {value: 90, unit: percent}
                  missing: ~
                  months: 1,200
                formula: （elders ＋ months）× 居家 ÷ 2 - 5%
            """
        ).get()
        let claim = ledger.claims[0]
        // One unit of the last digit of 40.76万 is 100.
        #expect(claim.precision == ExactDecimal(100))
        #expect(claim.value == ExactDecimal(407_600))
        #expect(claim.scope == "the city" && !claim.isPrinted && claim.reading?.zh == "读")
        #expect(ledger.file == "claims.yaml")
        guard case .arithmetic(let arithmetic) = claim.figure else {
            Issue.record("no arithmetic")
            return
        }
        #expect(arithmetic.inputs.map(\.name) == ["elders", "居家", "missing", "months"])
        #expect(arithmetic.inputs.map(\.value?.description) == ["45.29", "90", nil, "1200"])
        #expect(arithmetic.inputs[0].scope == "the city")
        #expect(arithmetic.inputs[0].says == BilingualText(en: "E", zh: "老"))
        #expect(arithmetic.inputs[0].unit == ClaimUnit("万人"))
        // (452,900 + 1,200) × 0.9 / 2 − 0.05 = 204,344.95.
        #expect(try arithmetic.amount()?.decimal?.description == "204344.95")
    }

    @Test(
        "Formulas bind as people write them",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 - 2 - 1", "4"), ("12 / 3 / 2", "2"),
            ("2 - -3", "5"), ("-2 * 3", "-6"), ("50% * 8", "4"), ("1,200 / 12", "100"), ("8×20×12", "1920"),
            ("（１＋２）＊３", "9"), ("90% + 7% + 3%", "1"), ("0.1 + 0.2", "0.3"), ("1 − 3", "-2"),
        ])
    func binding(text: String, result: String) throws {
        let ledger = try read(
            "  - {id: a, clause: {citation: s}, value: 1, unit: beds, formula: \"\(text)\"}"
        ).get()
        guard case .arithmetic(let arithmetic) = ledger.claims[0].figure else {
            Issue.record("no arithmetic")
            return
        }
        #expect(try arithmetic.amount()?.decimal?.description == result)
    }

    @Test(
        "Damaged formulas are refused with the place, never guessed",
        arguments: [
            ("80%40%", FormulaFault.unexpected(text: "40%", position: 4)),
            ("2 3", .unexpected(text: "3", position: 3)),
            ("2 elders", .unexpected(text: "elders", position: 3)), ("1 +", .ended), ("(1 + 2", .ended),
            ("1 + )", .unexpected(text: ")", position: 5)), ("1,20", .unexpected(text: "1,20", position: 1)),
            ("1.2.3", .unexpected(text: "1.2.3", position: 1)),
            ("elder", .unknownInput(name: "elder", nearest: "elders")),
            ("1 ^ 2", .unexpected(text: "^ 2", position: 3)),
            (String(repeating: "1+", count: 300) + "1", .tooLong),
            (String(repeating: "(", count: 100), .tooLong), (String(repeating: "-", count: 100), .tooLong),
        ])
    func damagedFormulas(text: String, fault: FormulaFault) throws {
        guard
            case .failure(let problems) = try read(
                """
                  - id: a
                    clause: {citation: s}
                    value: 1
                    unit: beds
                    inputs: {elders: 5}
                    formula: "\(text)"
                """)
        else {
            Issue.record("read all the same: \(text)")
            return
        }
        #expect(problems.list.map(\.fault) == [.formula(fault)])
        #expect(problems.list.map(\.row) == [10])
    }

    @Test("Computed figures as they are written, between quotation marks or not")
    func computed() throws {
        let ledger = try read(
            """
              - id: a
                clause: {citation: s}
                value: 80
                unit: percent
                computed: coverage.within_15min(scope: city, basis: elders, date: 2020)   # on foot
              - {id: b, clause: {citation: s}, value: 2, unit: beds, computed: check.space(verdict: fail, date: 2020)}
              - {id: q, clause: {citation: s}, value: 2, unit: beds, computed: "check.space(verdict: fail, date: 2020)"}
              - id: c
                clause: {citation: s}
                value: 2
                unit: beds
                computed: facilities.beds(kinds: [站, centre], scope: 区县, scope_id: 东区, date: 2020-06)
            """
        ).get()
        let year = PartialDate(year: 2020)
        #expect(
            ledger.claims.map(\.figure) == [
                .coverage(
                    CoverageClaim(measure: .within15min, basis: .elders, scope: "city", date: year)),
                .check(
                    CheckClaim(rule: "space", quantity: .count, verdict: .fail, subject: nil, date: year)),
                .check(
                    CheckClaim(rule: "space", quantity: .count, verdict: .fail, subject: nil, date: year)),
                .facilities(
                    FacilityClaim(
                        quantity: .beds, selector: FacilitySelector(kinds: [.centre, .station]),
                        scope: "district", scopeID: "东区", date: PartialDate(year: 2020, month: 6))),
            ])
    }

    @Test("Figures of scenarios and shares of the study may be inputs, and what a pack names is a measure")
    func computedInputs() throws {
        let ledger = try read(
            """
              - id: a
                clause: {citation: s}
                value: 80
                unit: people
                inputs:
                  share: {computed: coverage.within_15min(scope: city, basis: elders, date: 2020)}
                  then: {computed: scenario.points-first.elders(year: 2030, scope: district, scope_id: East)}
                formula: share × then
              - {id: b, clause: {citation: s}, value: 2, unit: percent, computed: coverage.is_served(scope: city)}
              - {id: c, clause: {citation: s}, value: 2, unit: beds, computed: scenario.分步.elder_share_15min(year: 2030)}
            """
        ).get()
        guard case .arithmetic(let arithmetic) = ledger.claims[0].figure else {
            Issue.record("a formula is arithmetic")
            return
        }
        #expect(
            arithmetic.inputs.map(\.computed) == [
                .coverage(
                    CoverageClaim(
                        measure: .within15min, basis: .elders, scope: "city", date: PartialDate(year: 2020))),
                .scenario(
                    ScenarioClaim(
                        scenario: "points-first", column: .elders, year: 2030, scope: "district",
                        scopeID: "East")),
            ])
        #expect(
            ledger.claims[1].figure
                == .coverage(CoverageClaim(measure: .isServed, basis: nil, scope: "city", date: nil)))
        #expect(
            ledger.claims[2].figure
                == .scenario(
                    ScenarioClaim(
                        scenario: "分步", column: .elderShare15min, year: 2030, scope: nil, scopeID: nil)))
    }

    @Test("A figure of coverage keeps what it states, and leaves open what it does not")
    func coverage() throws {
        let ledger = try read(
            """
              - id: a
                clause: {citation: s}
                value: 80
                unit: percent
                measure: within_15min
                basis: elders
                scope: district
                scope_id: East
                date: 2020-06
                minutes: 15
              - {id: b, clause: {citation: s}, value: 74, unit: percent}
            """
        ).get()
        let date = try #require(PartialDate(year: 2020, month: 6))
        #expect(
            ledger.claims[0].figure
                == .coverage(
                    CoverageClaim(
                        measure: .within15min, basis: .elders, scope: "district", scopeID: "East", date: date,
                        minutes: ExactDecimal(15))))
        #expect(
            ledger.claims[1].figure
                == .coverage(CoverageClaim(measure: nil, basis: nil, scope: nil, date: nil)))
    }

    @Test(
        "Everything that is wrong is said with its line and key",
        arguments: [
            (
                "  - {id: a, clause: {citation: x}, value: 1, unit: beds, sum: [1]}", 5,
                "claims[1].clause.citation"
            ),
            ("  - {id: a, clause: {citation: s}, value: many, unit: beds, sum: [1]}", 5, "claims[1].value"),
            ("  - {id: a, clause: {citation: s}, value: 5 %, unit: beds, sum: [1]}", 5, "claims[1].value"),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, quotient: [1]}", 5,
                "claims[1].quotient"
            ),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: beds, sum: [1, x]}", 5, "claims[1].sum"),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: beds, sum: []}", 5, "claims[1].sum"),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, sum: [1], product: [1]}", 5,
                "claims[1].product"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, sum: [1], basis: elders}", 5,
                "claims[1].basis"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, measure: coverage}", 5,
                "claims[1].measure"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, rounded_to: 0, sum: [1]}", 5,
                "claims[1].rounded_to"
            ),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: beds, meazure: within_1km}", 5, "claims[1]"),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, computed: area.beds}", 5,
                "claims[1].computed"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, computed: facilities.rooms}", 5,
                "claims[1].computed"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, computed: \"check.space(verdikt: fail)\"}",
                5, "claims[1].computed"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, computed: facilities.count, sum: [1]}",
                5, "claims[1].sum"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, inputs: {b: 1-2}, formula: b}", 5,
                "claims[1].inputs.b"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, inputs: {b: {valeu: 1}}, formula: b}",
                5, "claims[1].inputs.b"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, inputs: {b: {computed: scenario.beds}}, formula: b}",
                5, "claims[1].inputs.b.computed"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, inputs: {b: {value: 2, computed: groups.people}}, formula: b}",
                5, "claims[1].inputs.b.value"
            ),
            ("  - {id: a, clause: {citation: s}, unit: beds, sum: [1]}", 5, "claims[1]"),
            (
                "  - {id: a, clause: {citation: s}, value: 67, unit: beds, rounded_to: 5, sum: [1]}", 5,
                "claims[1].rounded_to"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, inputs: {b: 1}, sum: [1]}", 5,
                "claims[1].inputs"
            ),
            ("  - {id: a, value: 1, unit: beds, sum: [1]}", 5, "claims[1]"),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: beds, sum: [1]}\n"
                    + "  - {id: a, clause: {citation: s}, value: 1, unit: beds, sum: [1]}", 6, "claims[2].id"
            ),
        ])
    func faults(claims: String, line: Int, key: String) throws {
        guard case .failure(let problems) = try read(claims) else {
            Issue.record("read all the same: \(claims)")
            return
        }
        #expect(problems.list.map(\.row) == [line])
        #expect(problems.list.map(\.column) == [key])
    }

    @Test("A file that is missing or no ledger is a problem, not a crash")
    func noLedger() throws {
        for (text, count) in [
            ("[1, 2]", 1), ("name: x", 3), ("claims: 3\nname: {en: a, zh: b}\ncitations: []", 1),
        ] {
            guard case .failure(let problems) = try read(text, head: "") else {
                Issue.record("read all the same: \(text)")
                continue
            }
            #expect(problems.list.count == count, "\(text): \(problems.list)")
        }
        #expect(throws: Problems.self) { try ClaimsReader.read(path: "/nowhere/claims.yaml") }
    }

    @Test("The ledger of five documents: what agrees, what does not, and what nobody can recompute")
    func fiveDocuments() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "datasets/claims/five-documents.yaml")
        let ledger = try ClaimsReader.read(path: file.path).ledger
        let results = ClaimJudge(assuming: nil).results(of: ledger)
        let verdicts = Dictionary(grouping: results) { $0.verdict }.mapValues { $0.map(\.claim.id) }
        #expect(
            verdicts[.agrees] == [
                "wuhan-cap-embedded", "wuhan-cap-radiating", "wuhan-points-of-291", "wuhan-points-of-300",
                "wuhan-beds-2012", "gaoxin-yearly-service", "gaoxin-services-monthly", "gaoxin-paid-hours",
                "gaoxin-staff", "gaoxin-hours-a-carer", "yunfu-at-home", "yunfu-9073", "yunfu-population",
                "panjin-elders", "panjin-beds-per-1000", "panjin-central-funds", "panjin-care-home",
                "panjin-care-home-bed-area", "panjin-network-rest", "panjin-network-centre",
                "panjin-network-centre-area", "panjin-network-bed-area", "panjin-home-service-each",
                "panjin-community-service-each", "panjin-beds", "panjin-comprehensive-bodies",
                "panjin-xinglongtai", "panjin-xinglongtai-centre-area", "panjin-xinglongtai-bed-area",
            ])
        #expect(
            verdicts[.differs] == [
                "gaoxin-services", "gaoxin-weekly-hours", "panjin-beds-standard",
                "panjin-xinglongtai-centres",
                "panjin-after-2023-district", "panjin-after-2023-towns", "panjin-after-2023-of-27",
            ])
        #expect(
            verdicts[.notDerivable] == [
                "wuhan-social-operation", "wuhan-visiting-doctors", "wuhan-elders-2012",
                "xuzhou-urban-coverage", "xuzhou-rural-coverage", "panjin-villages", "panjin-after-2023",
            ])
        #expect(verdicts[.undefinedScope] == ["xuzhou-rural-change", "panjin-after-2023-chained"])
        #expect(verdicts[.notComparable] == nil)
        func result(_ id: String) throws -> ClaimResult { try #require(results.first { $0.claim.id == id }) }
        // 12 + 16 = 28; 7 of 11 and 8 of 11; 11 of 11, 26 of 48 and 17 of 27.
        #expect(try result("gaoxin-services").difference == ExactDecimal(-2))
        #expect(try result("panjin-xinglongtai-centres").computed?.description == "72.727273")
        #expect(try result("panjin-after-2023-district").computed == ExactDecimal(100))
        #expect(try result("panjin-after-2023-towns").computed?.description == "54.166667")
        #expect(try result("panjin-after-2023-of-27").computed?.description == "62.962963")
        // 17 of any whole number never rounds to 67 %: 17/25 is 68, 17/26 is 65.
        guard
            case .inputsNotStated(let missing, let agree, let pairs)? = try result("panjin-after-2023").reason
        else {
            Issue.record("another reason")
            return
        }
        #expect(missing == [2] && agree == AgreeingNumbers([]))
        #expect(
            pairs.map { "\($0.numerator)/\($0.denominator)" } == ["2/3", "29/43", "31/46", "33/49", "35/52"])
        // 1.37 M over 16.65 to 16.75 %: 8.18 to 8.22 M people.
        guard case .inputsNotStated(_, let people, _)? = try result("wuhan-elders-2012").reason else {
            Issue.record("another reason")
            return
        }
        #expect(
            people
                == AgreeingNumbers(
                    [818, 819, 820, 821].map { ExactDecimal($0) }, greatest: ExactDecimal(822)))
    }
}
