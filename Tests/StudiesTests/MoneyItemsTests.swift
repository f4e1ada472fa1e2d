import Geodesy
import Places
import Policy
import Population
import Scenarios
import Studies
import Testing

/// The money of the documents: an envelope of what is granted suffices, one of a yuan less does not, and one yuan more in
/// the pack turns it.
@Suite struct MoneyItemsTests {
    struct Grant: Sendable, CustomTestStringConvertible {
        let item: String
        let pack: String
        let rule: String
        let yuan: Int
        var kind: FacilityKind = .station
        var network: NetworkRole?
        /// What it costs to build.
        var cost = 1_000_000
        var adding: @Sendable (inout PolicyPack) -> Void = { _ in }

        var testDescription: String { "\(item) \(rule)" }
    }

    static let grants = [
        Grant(item: "A8", pack: "wuhan", rule: "building-centre", yuan: 150_000, kind: .centre),
        Grant(item: "A8", pack: "wuhan", rule: "building-station", yuan: 90_000),
        Grant(item: "A8", pack: "wuhan", rule: "running-centre", yuan: 100_000, kind: .centre),
        Grant(item: "A8", pack: "wuhan", rule: "running-station", yuan: 50_000),
        // A cost at which the cap binds, and would still with a yuan more.
        Grant(
            item: "A8", pack: "wuhan", rule: "network-embedded", yuan: 500_000, kind: .mealPoint,
            network: .embedded, cost: 1_000_002),
        Grant(
            item: "A8", pack: "wuhan", rule: "network-radiating", yuan: 1_000_000, kind: .mealPoint,
            network: .radiating, cost: 2_000_002),
        // The size of a chain is not named: two is the test's own.
        Grant(
            item: "A8 chains", pack: "wuhan", rule: "chain", yuan: 200_000,
            adding: {
                $0.subsidies.append(
                    Subsidy(
                        id: "chain", clause: Clause($0.citations[0]), selector: .any,
                        form: .once(ExactDecimal(200_000)), chainOf: 2))
            }),
    ]

    @Test(arguments: grants) func anEnvelopeOfAGrantSufficesToTheYuan(_ item: Grant) async throws {
        func over(_ yuan: Int, _ change: (inout PolicyPack) -> Void = { _ in }) async throws -> ExactDecimal?
        {
            var pack = try PolicyPackReader.read(.bundled(item.pack)).pack
            item.adding(&pack)
            change(&pack)
            pack.envelopes = [Self.envelope(of: yuan, covering: item.rule, in: pack)]
            return try await Self.over(
                item.kind, item.network, cost: item.cost, pack: pack, entitled: nil, year: 2021)
        }
        #expect(try await over(item.yuan) == nil)
        #expect(try await over(item.yuan - 1) == ExactDecimal(1))
        #expect(try await over(item.yuan) { $0.grantMore(item.rule) } == ExactDecimal(1))
    }

    /// C1: 1,920 yuan a year for each person.
    @Test func anEnvelopeOfAnEntitlementSufficesToTheYuan() async throws {
        func over(_ yuan: Int, yuanAnHour: Int = 20) async throws -> ExactDecimal? {
            var pack = try PolicyPackReader.read(.bundled("gaoxin")).pack
            pack.entitlements = pack.entitlements.map {
                Entitlement(
                    id: $0.id, name: $0.name, clause: $0.clause,
                    amount: .hours(
                        aMonth: ExactDecimal(8), yuanAnHour: ExactDecimal(yuanAnHour), months: 12))
            }
            pack.envelopes = [Self.envelope(of: yuan, covering: "home-help", in: pack)]
            return try await Self.over(.station, nil, cost: 0, pack: pack, entitled: "433", year: 2021)
        }
        // 433 × 1,920.
        #expect(try await over(831_360) == nil)
        #expect(try await over(831_359) == ExactDecimal(1))
        #expect(try await over(831_360, yuanAnHour: 21) == ExactDecimal(433 * 96))
    }

    struct Envelope: Sendable, CustomTestStringConvertible {
        let item: String
        let pack: String
        let id: String
        let yuan: Int
        var year = 2021

        var testDescription: String { "\(item) \(id)" }
    }

    static let envelopes = [
        Envelope(item: "A8", pack: "wuhan", id: "city-transfer", yuan: 20_000_000),
        Envelope(item: "A8", pack: "wuhan", id: "projects-2019", yuan: 2_300_000, year: 2019),
        Envelope(item: "E4", pack: "panjin", id: "home-service", yuan: 2_990_000),
        Envelope(item: "E4", pack: "panjin", id: "community-service", yuan: 400_000),
    ]

    /// A yuan for each of so many people: the envelope holds as much as its document says, and not a yuan more.
    @Test(arguments: envelopes) func anEnvelopeHoldsWhatItsDocumentSays(_ item: Envelope) async throws {
        func over(people: Int, less: Int = 0) async throws -> ExactDecimal? {
            var pack = try PolicyPackReader.read(.bundled(item.pack)).pack
            let own = try #require(pack.envelopes.first { $0.id == item.id })
            #expect(own.yuan == ExactDecimal(item.yuan))
            pack.subsidies = []
            pack.entitlements = [
                Entitlement(
                    id: "own", name: pack.name, clause: own.clause, amount: .yearly(ExactDecimal(1)),
                    payers: own.payer.map { PayerShares($0) } ?? .unstated)
            ]
            pack.envelopes = [
                YearlyEnvelope(
                    id: own.id, name: own.name, clause: own.clause, period: own.period,
                    yuan: own.yuan - ExactDecimal(less), payer: own.payer, covers: own.covers)
            ]
            return try await Self.over(
                .station, nil, cost: 0, pack: pack, entitled: "\(people)", year: item.year)
        }
        #expect(try await over(people: item.yuan) == nil)
        #expect(try await over(people: item.yuan + 1) == ExactDecimal(1))
        #expect(try await over(people: item.yuan, less: 1) == ExactDecimal(1))
    }

    private static func envelope(of yuan: Int, covering rule: String, in pack: PolicyPack) -> YearlyEnvelope {
        YearlyEnvelope(
            id: "own", name: pack.name, clause: Clause(pack.citations[0]), yuan: ExactDecimal(yuan),
            covers: [rule])
    }

    /// By how much the pack's envelope is too small for a facility that opens and is accepted in a year, beside another of
    /// the same operator; nothing where it suffices.
    private static func over(
        _ kind: FacilityKind, _ network: NetworkRole?, cost: Int, pack: PolicyPack, entitled: String?,
        year: Int
    ) async throws -> ExactDecimal? {
        var study = ItemWorld(communities: [.init(elders: "10")], facilities: [.init(kind: .apartment)]).study
        study.baseYear = year - 1
        study.facilities[0].operatorName = "Chain"
        if let count = entitled.flatMap({ ExactDecimal($0) }) {
            study.groups = [EntitledGroup(area: .community(0), group: "低保", count: count, year: year)]
        }
        var attributes = FacilityChanges()
        attributes.kind = kind
        attributes.network = network
        attributes.operatorName = "Chain"
        let opening = FacilityOpening(
            id: "N", level: .community, point: study.communities[0].point, community: "C0",
            attributes: attributes)
        let date = try #require(PartialDate(year: year, month: 6, day: 30))
        let scenario = Scenario(
            name: "money",
            programme: [
                ProgrammeEntry(
                    date: date, action: .open(opening), cost: ExactDecimal(cost),
                    source: SourceRow(file: "s.yaml", row: 1))
            ])
        let plan = try ScenarioPlan(scenario, study: study)
        let ground = ScenarioGround(
            plan: plan, pack: pack, network: nil, plane: try WorkingPlane(definition: study.plane))
        let years = try ScenarioYears(from: year - 1, to: year, baseYear: study.baseYear)
        let result = await ScenarioRun.run(plan: plan, years: years, ground: ground)
        return result.money.first {
            guard $0.year == year, $0.kind == .overEnvelope, case .city = $0.scope else { return false }
            return true
        }?.yuan
    }
}

extension PolicyPack {
    /// A yuan more by one subsidy, of a share of cost in its cap.
    fileprivate mutating func grantMore(_ rule: String) {
        let yuan = ExactDecimal(1)
        subsidies = subsidies.map { subsidy in
            guard subsidy.id == rule else { return subsidy }
            let form: Subsidy.Form =
                switch subsidy.form {
                case .once(let amount): .once(amount + yuan)
                case .yearly(let amount): .yearly(amount + yuan)
                case .shareOfCost(let share, let cap): .shareOfCost(share: share, cap: cap.map { $0 + yuan })
                }
            return Subsidy(
                id: subsidy.id, clause: subsidy.clause, selector: subsidy.selector, form: form,
                condition: subsidy.condition, chainOf: subsidy.chainOf, payers: subsidy.payers)
        }
    }
}
