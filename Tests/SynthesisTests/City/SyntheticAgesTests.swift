import Places
import Studies
import Synthesis
import Testing

/// Sex and age of a synthetic city: they add up to what communities state, and change nothing else.
@Suite struct SyntheticAgesTests {
    @Test func agesAddUpToWhatCommunitiesState() throws {
        let study = try WrittenCity().reading().study
        var count = 0
        for community in study.communities {
            guard let ages = community.ages else {
                #expect(community.elders.sixties == nil)
                continue
            }
            count += 1
            #expect(ages.people(in: 0..<18) == community.population)
            #expect(ages.people(in: 12..<14) == community.elders.sixties)
            #expect(ages.people(in: 14..<16) == community.elders.seventies)
            #expect(ages.people(in: 16..<18) == community.elders.eightyPlus)
            // Women outlive men.
            #expect((ages.female.last ?? .zero) >= (ages.male.last ?? .zero))
        }
        #expect(count > study.communities.count / 2)
    }

    @Test func nothingElseDependsOnThem() throws {
        let (plain, aged) = (try WrittenCity(withAges: false), try WrittenCity())
        #expect(aged.report.files.filter { !plain.report.files.contains($0) } == ["scenarios/cohorts.yaml"])
        let differing = ["communities.geojson", "study.yaml", "README.md"]
        for file in plain.report.files where !differing.contains(file) {
            // How a workbook is compressed is the library's affair.
            guard !file.hasSuffix("xlsx") else { continue }
            #expect(try plain.bytes(file) == aged.bytes(file), "\(file)")
        }
    }
}
