import Compliance
import Geodesy
import Geometry
import Places
import Policy
import Studies
import Synthesis
import Testing

/// The synthetic city read back as any planner's study is.
@Suite struct SyntheticStudyTests {
    /// A rule like Wuhan's, stated here so that the test does not lean on a pack: 20 m² per 100 households
    /// of compounds planned from 2017-08-31 on, in the first phase, in step with the housing.
    private func pack() -> PolicyPack {
        let citation = Citation(
            id: "test", title: BilingualText(en: "Test", zh: "测试"), number: nil, date: nil, known: .document)
        let clause = Clause(citation)
        return PolicyPack(
            id: "test", name: citation.title, jurisdiction: citation.title,
            space: [
                SpaceRule(
                    clause: clause,
                    effectiveFrom: PartialDate(year: 2017, month: 8, day: 31),
                    newRate: ExactDecimal(20))
            ],
            firstPhase: [FirstPhaseRule(clause: clause)],
            synchronizations: Milestone.allCases.map { SynchronizationRule(milestone: $0, clause: clause) })
    }

    @Test("A study without a fault", arguments: [UInt64(2020), 1, 2, 3])
    func everyLayerIsRead(seed: UInt64) throws {
        let town = try WrittenCity(seed: seed)
        let reading = try town.reading()
        #expect(reading.warnings.isEmpty, "\(reading.warnings)")
        #expect(reading.rejected.isEmpty)
        let study = reading.study
        #expect(study.name == SyntheticCity.cityName)
        #expect(study.baseYear == 2020)
        #expect(study.communities.count == town.report.communities)
        #expect(study.compounds.count == town.report.compounds)
        #expect(study.phases.count == town.report.phases)
        #expect(study.gates.count == town.report.gates)
        #expect(study.facilities.count == town.report.facilities)
        #expect(study.candidates.count == town.report.candidates)
        #expect(reading.streets.count == 1)
        #expect(study.compounds.allSatisfy { $0.community != nil })
        #expect(study.candidates.allSatisfy { $0.community != nil })
        #expect(study.facilities.allSatisfy { $0.community != nil })
    }

    @Test func placesLieWhereTheirRecordsSay() throws {
        let study = try WrittenCity().reading().study
        for compound in study.compounds {
            let community = try #require(compound.community)
            #expect(study.communities[community].area?.contains(compound.point) == true, "\(compound.id)")
        }
        // Compounds come in GCJ-02 and gates in WGS 84: read wrongly, they would lie 500 m apart.
        for gate in study.gates {
            let distance = Ellipsoid.wgs84.distance(gate.point, study.compounds[gate.compound].point)
            #expect(distance.value < 250)
        }
    }

    @Test func everyLevelKindAndStateIsThere() throws {
        let study = try WrittenCity().reading().study
        let facilities = study.facilities
        #expect(Set(facilities.map(\.level)) == Set(Level.allCases))
        #expect(Set(facilities.compactMap(\.kind)) == Set(FacilityKind.allCases))
        #expect(Set(facilities.compactMap(\.network)) == Set(NetworkRole.allCases))
        #expect(facilities.contains { $0.status == .planned || $0.status == .building })
        #expect(facilities.contains { $0.closed != nil })
        #expect(facilities.contains { $0.compound != nil })
        #expect(facilities.contains { $0.parent != nil })
        #expect(facilities.allSatisfy { ($0.opened?.first.year ?? 2012) >= 2012 })
        #expect(study.compounds.contains { $0.households == nil })
        #expect(study.compounds.contains { $0.elders == nil })
        #expect(study.compounds.contains { $0.delivered == nil })
        #expect(study.compounds.contains { ($0.delivered?.first.year ?? 0) > 2020 })
        #expect(study.compounds.contains { $0.pool != nil })
        #expect(study.communities.contains { $0.setting == .rural && $0.elders.total == nil })
        #expect(study.communities.contains { $0.elders.total != nil && $0.elders.eightyPlus == nil })
        #expect(Set(study.communities.compactMap(\.district)).count == 2)
    }

    @Test func everyVerdictIsThere() throws {
        let study = try WrittenCity().reading().study
        let day = try #require(Day(year: 2020, month: 12, day: 31))
        let findings = Findings.all(study: study, pack: pack(), on: day)
        func verdicts(_ rule: String) -> Set<Verdict> {
            Set(findings.filter { $0.rule == rule }.map(\.verdict))
        }
        #expect(verdicts("space") == [.pass, .fail, .unknown, .exempt])
        #expect(verdicts("space.first_phase").isSuperset(of: [.pass, .fail]))
        #expect(verdicts("sync.planned").isSuperset(of: [.pass, .fail, .unknown, .exempt]))
        for rule in ["sync.built", "sync.accepted", "sync.delivered"] {
            #expect(verdicts(rule) == [.pass, .fail, .pending, .unknown, .exempt], "\(rule)")
        }
    }
}
