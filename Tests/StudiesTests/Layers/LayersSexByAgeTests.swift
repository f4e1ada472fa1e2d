import Foundation
import Places
import Studies
import Testing

/// The columns `m_0_4` … `f_85_plus` of communities.
struct LayersSexByAgeTests {
    /// Women 10, 11 … and men 30, 31 …, group by group.
    private func columns(without names: Set<String> = []) -> String {
        ["f", "m"].flatMap { sex in
            (0..<18).compactMap { group in
                let name = "\(sex)_\(SexByAge.name(ofGroup: group))"
                return names.contains(name) ? nil : "\"\(name)\": \(group + (sex == "f" ? 10 : 30))"
            }
        }.joined(separator: ", ")
    }

    private func sample(_ figures: String) -> SampleStudy {
        SampleStudy().replacing("\"elders\": 250", with: figures, in: "communities.geojson")
    }

    private func read(_ sample: SampleStudy) throws -> StudyReading {
        try StudyReader.read(folder: sample.write())
    }

    @Test func allGroups() throws {
        let community = try read(sample("\"elders\": 330, " + columns())).study.communities[0]
        let ages = try #require(community.ages)
        #expect(ages.female.map(\.double) == (10..<28).map(Double.init))
        #expect(ages.male.map(\.double) == (30..<48).map(Double.init))
        #expect(community.elders.statedTotal == ExactDecimal(330))
        #expect(community.elders.sixties == nil)
    }

    /// Where no column of elders says anything, the groups say it: 2 · 20 + 22 + 23 + 42 + 43 + … by tens.
    @Test func eldersOutOfTheGroups() throws {
        let reading = try read(sample(columns()))
        let elders = reading.study.communities[0].elders
        #expect(elders.statedTotal == nil)
        #expect(elders.sixties == ExactDecimal(22 + 23 + 42 + 43))
        #expect(elders.seventies == ExactDecimal(24 + 25 + 44 + 45))
        #expect(elders.eightyPlus == ExactDecimal(26 + 27 + 46 + 47))
        #expect(
            !reading.warnings.contains {
                if case .missingAgeGroups = $0.fault { true } else { false }
            })
    }

    /// Some groups alone are no structure; the reader is told.
    @Test func someGroupsAreMissing() throws {
        let reading = try read(sample("\"elders\": 250, " + columns(without: ["f_40_44", "m_85_plus"])))
        #expect(reading.study.communities[0].ages == nil)
        #expect(reading.warnings.map(\.fault).contains(.missingAges(count: 2)))
    }

    /// Other elders than the groups' are another count of people; 1 % is nobody's business.
    @Test func figuresThatDiffer() throws {
        let differing = try read(sample("\"elders\": 250, " + columns()))
        #expect(
            differing.warnings.map(\.fault).contains(
                .agesDiffer(stated: ExactDecimal(250), ages: ExactDecimal(414))))
        let agreeing = try read(sample("\"elders\": 414, " + columns()))
        #expect(
            !agreeing.warnings.contains {
                if case .agesDiffer(_, ExactDecimal(414)) = $0.fault { true } else { false }
            })
    }
}
