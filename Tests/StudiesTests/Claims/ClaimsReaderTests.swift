import Claims
import Foundation
import Places
import Policy
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
        #expect(
            ledger.claims[2].figure == .arithmetic(ClaimArithmetic(.product, [ExactDecimal(5), nil])))
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
                "  - {id: a, clause: {citation: x}, value: 1, unit: u, sum: [1]}", 5,
                "claims[1].clause.citation"
            ),
            ("  - {id: a, clause: {citation: s}, value: many, unit: u, sum: [1]}", 5, "claims[1].value"),
            ("  - {id: a, clause: {citation: s}, value: 5 %, unit: u, sum: [1]}", 5, "claims[1].value"),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: u, quotient: [1]}", 5, "claims[1].quotient"),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: u, sum: [1, x]}", 5, "claims[1].sum"),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: u, sum: []}", 5, "claims[1].sum"),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: u, sum: [1], product: [1]}", 5,
                "claims[1].product"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: u, sum: [1], basis: elders}", 5,
                "claims[1].basis"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: u, measure: coverage}", 5,
                "claims[1].measure"
            ),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: u, rounded_to: 0, sum: [1]}", 5,
                "claims[1].rounded_to"
            ),
            ("  - {id: a, clause: {citation: s}, value: 1, unit: u, meazure: within_1km}", 5, "claims[1]"),
            ("  - {id: a, clause: {citation: s}, unit: u, sum: [1]}", 5, "claims[1]"),
            ("  - {id: a, value: 1, unit: u, sum: [1]}", 5, "claims[1]"),
            (
                "  - {id: a, clause: {citation: s}, value: 1, unit: u, sum: [1]}\n"
                    + "  - {id: a, clause: {citation: s}, value: 1, unit: u, sum: [1]}", 6, "claims[2].id"
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
        #expect(ClaimJudge.days(of: ledger, assuming: nil).isEmpty)
        let results = ClaimJudge(baseYear: 2020, assuming: nil, coverage: []).results(of: ledger)
        let others = results.filter { $0.verdict != .agrees }
        #expect(results.count == 13)
        #expect(others.map(\.claim.id) == ["xuzhou-rural-coverage", "gaoxin-services", "panjin-after-2023"])
        #expect(others.map(\.verdict) == [.notComparable, .differs, .cannotBeComputed])
        #expect(others[1].difference == ExactDecimal(-2))
        #expect(others[2].reason == .operandNotStated(position: 2, wouldAgree: []))
    }
}
