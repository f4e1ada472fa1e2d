import Coverage
import Geodesy
import Geometry
import Places
import Policy
import Population
import Scenarios
import TestWorlds
import WalkNetwork

/// Values that scenario tests are made of.
enum ScenarioWorld {
    static let source = SourceRow(file: "scenario.yaml", row: 1)
    static let clause = Clause(
        Citation(
            id: "c", title: BilingualText(en: "Measures", zh: "办法"), number: nil, date: nil, known: .document)
    )

    static func day(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) throws -> PartialDate {
        try required(PartialDate(year: year, month: month, day: day))
    }

    static func required<Value>(_ value: Value?) throws -> Value {
        guard let value else { throw Missing() }
        return value
    }

    struct Missing: Error {}

    static func pack(
        space: SpaceRule? = nil, subsidies: [Subsidy] = [], costs: [CostDefault] = [], targets: [Target] = []
    ) -> PolicyPack {
        PolicyPack(
            id: "test", name: BilingualText(en: "Test", zh: "测试"),
            jurisdiction: BilingualText(en: "Nowhere", zh: "无"), space: space.map { [$0] } ?? [],
            subsidies: subsidies,
            costs: costs, targets: targets)
    }

    static func facility(
        _ id: String, at point: GeographicPoint, level: Level = .community, kind: FacilityKind? = .station,
        community: Int? = nil, area: Int? = nil, beds: Int? = nil, opened: PartialDate? = nil,
        closed: PartialDate? = nil, status: FacilityStatus? = nil
    ) -> Facility {
        var facility = Facility(id: id, level: level, point: point)
        facility.kind = kind
        facility.community = community
        facility.area = area.map { ExactDecimal($0) }
        facility.beds = beds.map { ExactDecimal($0) }
        facility.opened = opened
        facility.closed = closed
        facility.status = status
        return facility
    }

    static func changes(_ change: (inout FacilityChanges) -> Void) -> FacilityChanges {
        var changes = FacilityChanges()
        change(&changes)
        return changes
    }

    static func opening(
        _ id: String, on date: PartialDate, at point: GeographicPoint, community: String? = nil,
        cost: Int? = nil, _ change: (inout FacilityChanges) -> Void = { _ in }
    ) -> ProgrammeEntry {
        ProgrammeEntry(
            date: date,
            action: .open(
                FacilityOpening(
                    id: id, level: .community, point: point, community: community, attributes: changes(change)
                )), cost: cost.map { ExactDecimal($0) }, source: source)
    }

    static func upgrade(
        _ id: String, on date: PartialDate, cost: Int? = nil, _ change: (inout FacilityChanges) -> Void
    ) -> ProgrammeEntry {
        ProgrammeEntry(
            date: date, action: .upgrade(id: id, changes: changes(change)),
            cost: cost.map { ExactDecimal($0) },
            source: source)
    }

    static func closure(_ id: String, on date: PartialDate) -> ProgrammeEntry {
        ProgrammeEntry(date: date, action: .close(id: id), source: source)
    }

    static func run(
        _ scenario: Scenario, on study: Study, in town: GridTown, pack: PolicyPack, from: Int, to: Int,
        jobs: Int = 1, streets: Bool = true
    ) async throws -> ScenarioResult {
        let plan = try ScenarioPlan(scenario, study: study)
        let years = try ScenarioYears(from: from, to: to, baseYear: study.baseYear)
        let ground = ScenarioGround(
            plan: plan, pack: pack, network: streets ? town.network : nil, plane: town.plane)
        return await ScenarioRun.run(plan: plan, years: years, ground: ground, jobs: jobs)
    }
}
