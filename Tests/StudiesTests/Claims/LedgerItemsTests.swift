import Claims
import Foundation
import Places
import Policy
import Studies
import Testing

/// A figure that a published document states or that follows from what it states: the claim of the bundled ledger that
/// holds it, and one of the numbers it is made of with another value.
struct LedgerItem: Sendable, CustomTestStringConvertible {
    /// The document's item, as docs/policy.md names it.
    let item: String
    let claim: String
    /// The number that is changed.
    let input: String
    /// What it is changed to: the least change, in its last digit, that the figure shows.
    let value: String

    init(_ item: String, _ claim: String, _ input: String, _ value: String) {
        (self.item, self.claim, self.input, self.value) = (item, claim, input, value)
    }

    var testDescription: String { "\(item) \(claim) with \(input) = \(value)" }
}

/// The figures of the documents, each as a row of the ledger: right as it stands, wrong by one unit of its last digit on
/// either side, and turned by a number that it is made of.
@Suite struct LedgerItemsTests {
    /// Figures that their own numbers make.
    static let agreeing = [
        LedgerItem("A7", "wuhan-points-of-291", "built", "237"),
        LedgerItem("A7", "wuhan-points-of-300", "built", "237"),
        LedgerItem("A8", "wuhan-cap-embedded", "cap", "50.0001"),
        LedgerItem("A8", "wuhan-cap-radiating", "cap", "100.0001"),
        LedgerItem("C1", "gaoxin-yearly-service", "price", "21"),
        LedgerItem("C1", "gaoxin-paid-hours", "hours", "9"),
        LedgerItem("C2", "gaoxin-services-monthly", "monthly", "1"),
        LedgerItem("C3", "gaoxin-staff", "carers", "32"),
        LedgerItem("C3", "gaoxin-hours-a-carer", "carers", "32"),
        LedgerItem("D1", "yunfu-population", "elders", "45.30"),
        LedgerItem("D1", "yunfu-population", "share", "15.2"),
        LedgerItem("D2", "yunfu-at-home", "at_home", "91"),
        LedgerItem("E1", "panjin-elders", "elders", "31.0"),
        LedgerItem("E1", "panjin-elders", "population", "129.0"),
        LedgerItem("E2", "panjin-beds-per-1000", "beds", "5547"),
        LedgerItem("E3", "panjin-central-funds", "network", "2194"),
        LedgerItem("E3", "panjin-care-home", "local", "1499"),
        LedgerItem("E3", "panjin-beds", "nursing", "349"),
        LedgerItem("E3", "panjin-care-home-bed-area", "area", "21200"),
        LedgerItem("E3", "panjin-network-rest", "all", "2761"),
        LedgerItem("E3", "panjin-network-centre", "all", "2764"),
        LedgerItem("E3", "panjin-network-centre-area", "area", "6804"),
        LedgerItem("E3", "panjin-network-bed-area", "beds", "229"),
        LedgerItem("E4", "panjin-home-service-each", "people", "1101"),
        LedgerItem("E4", "panjin-community-service-each", "communities", "36"),
        LedgerItem("E5", "panjin-comprehensive-bodies", "towns", "10"),
        LedgerItem("E6", "panjin-xinglongtai", "covered", "8"),
        LedgerItem("E6", "panjin-xinglongtai-centre-area", "area", "1.3"),
        LedgerItem("E6", "panjin-xinglongtai-bed-area", "beds", "448"),
        LedgerItem("Wuhan, plan of 2012", "wuhan-beds-2012", "beds", "4.5"),
    ]

    /// Figures that their own numbers do not make, and the number with which they would.
    static let differing = [
        LedgerItem("C2", "gaoxin-services", "by_appointment", "18"),
        LedgerItem("C2", "gaoxin-weekly-hours", "weeks", "48"),
        LedgerItem("E2", "panjin-beds-standard", "beds", "12360"),
        LedgerItem("E6", "panjin-xinglongtai-centres", "centres", "7"),
        LedgerItem("E7", "panjin-after-2023-of-27", "covered", "14"),
        LedgerItem("E7", "panjin-after-2023-towns", "more", "10"),
    ]

    /// Figures of which the document does not give a number, and one that it could have given.
    static let open = [
        LedgerItem("E5", "panjin-villages", "covered", "538"),
        LedgerItem("Wuhan, plan of 2012", "wuhan-elders-2012", "population", "820"),
    ]

    @Test(arguments: agreeing) func agreesDiffersByOneAndTurns(_ item: LedgerItem) throws {
        let claim = try Self.claim(item.claim)
        #expect(try Self.verdict(claim) == .agrees)
        #expect(try Self.verdict(claim.stating(claim.value + claim.precision)) == .differs)
        #expect(try Self.verdict(claim.stating(claim.value - claim.precision)) == .differs)
        #expect(try Self.verdict(claim.with(item.input, item.value)) == .differs)
    }

    @Test(arguments: differing) func differsAndTurns(_ item: LedgerItem) throws {
        let claim = try Self.claim(item.claim)
        let result = try Self.result(claim)
        #expect(result.verdict == .differs)
        // As it is made by its numbers it agrees, and one unit beside that it does not.
        let made = try #require(try result.computed?.rounded(toMultipleOf: claim.precision))
        #expect(try Self.verdict(claim.stating(made)) == .agrees)
        #expect(try Self.verdict(claim.stating(made + claim.precision)) == .differs)
        let turned = try Self.result(claim.with(item.input, item.value))
        #expect(turned.verdict == .agrees, "\(turned)")
    }

    @Test(arguments: open) func isOpenUntilItsNumberIsGiven(_ item: LedgerItem) throws {
        let claim = try Self.claim(item.claim)
        #expect(try Self.verdict(claim) == .notDerivable)
        let given = try claim.with(item.input, item.value)
        #expect(try Self.verdict(given) == .agrees)
        #expect(try Self.verdict(given.stating(claim.value + claim.precision)) == .differs)
    }

    /// 67 %: of 27 subdistricts it is 63 %, and of no number of subdistricts are 17 of them 67 %.
    @Test func noNumberOfSubdistrictsMakesE7() throws {
        let claim = try Self.claim("panjin-after-2023")
        #expect(try Self.verdict(claim) == .notDerivable)
        for subdistricts in 17...60 {
            let given = try claim.with("subdistricts", "\(subdistricts)")
            #expect(try Self.verdict(given) == .differs, "\(subdistricts)")
        }
        // 18 of 27 would be.
        #expect(
            try Self.verdict(claim.with("subdistricts", "27").with("covered", "14")) == .agrees)
    }

    /// A rate of 2016 and one of 2020 are of two things: nothing is taken from the one by the other.
    @Test func theRatesOfB1AndB2AreNeverChained() throws {
        let claim = try Self.claim("xuzhou-rural-change")
        #expect(try Self.verdict(claim) == .undefinedScope)
        #expect(try Self.verdict(claim.stating(ExactDecimal(33))) == .undefinedScope)
    }

    static func claim(_ id: String) throws -> PublishedClaim {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../datasets/claims/five-documents.yaml").standardized
        let ledger = try ClaimsReader.read(path: file.path).ledger
        return try #require(ledger.claims.first { $0.id == id })
    }

    static func result(_ claim: PublishedClaim) throws -> ClaimResult {
        let ledger = ClaimsLedger(name: BilingualText(en: "l", zh: "表"), claims: [claim])
        return try #require(ClaimJudge(assuming: nil).results(of: ledger).first)
    }

    static func verdict(_ claim: PublishedClaim) throws -> ClaimVerdict { try result(claim).verdict }
}

extension PublishedClaim {
    /// The same with another figure printed.
    fileprivate func stating(_ value: ExactDecimal) -> PublishedClaim {
        PublishedClaim(
            id: id, says: says, clause: clause, value: value, precision: precision, unit: unit,
            figure: figure, scope: scope, reading: reading, isPrinted: isPrinted)
    }

    /// The same with another number among those that it is made of.
    fileprivate func with(_ name: String, _ text: String) throws -> PublishedClaim {
        guard case .arithmetic(let arithmetic) = figure else {
            Issue.record("\(id) is no arithmetic")
            return self
        }
        try #require(arithmetic.inputs.contains { $0.name == name })
        let changed = try #require(ExactDecimal(text) as ExactDecimal?)
        let inputs = arithmetic.inputs.map { input in
            ClaimInput(
                name: input.name, says: input.says, value: input.name == name ? changed : input.value,
                unit: input.unit, scope: input.scope)
        }
        return PublishedClaim(
            id: id, says: says, clause: clause, value: value, precision: precision, unit: unit,
            figure: .arithmetic(ClaimArithmetic(arithmetic.formula, of: inputs)), scope: scope,
            reading: reading, isPrinted: isPrinted)
    }
}

extension ExactDecimal {
    /// The multiple of a unit that is nearest.
    fileprivate func rounded(toMultipleOf unit: ExactDecimal) throws -> ExactDecimal? {
        try ExactQuotient(self).rounded(toMultipleOf: unit)
    }
}
