import Geodesy
import Geometry
import Places
import Policy
import Studies
import Testing

/// Reads a study; all its problems where it cannot be read.
func read(_ sample: SampleStudy, setAside: Bool = false) throws -> Result<StudyReading, Problems> {
    let folder = try sample.write()
    do throws(Problems) {
        return .success(try StudyReader.read(folder: folder, setAside: setAside))
    } catch {
        return .failure(error)
    }
}

/// The problems of a study that cannot be read.
func problems(_ sample: SampleStudy, setAside: Bool = false) throws -> [Problem] {
    switch try read(sample, setAside: setAside) {
    case .success: []
    case .failure(let problems): problems.list
    }
}

@Suite struct StudyReaderTests {
    @Test func candidatesStateSizesAndUpgrades() throws {
        let sample = SampleStudy()
            .replacing(
                "cost_yuan,earliest,lon", with: "cost_yuan,earliest,beds,upgrade_of,lon", in: "candidates.csv"
            )
            .replacing("900000,2022,114", with: "900000,2022,12,F2,114", in: "candidates.csv")
        let candidate = try #require(try read(sample).get().study.candidates.first)
        #expect(candidate.beds == ExactDecimal(12))
        #expect(candidate.upgrades == 1)
    }

    @Test func goodStudyIsReadInFull() throws {
        let reading = try read(SampleStudy()).get()
        let study = reading.study
        #expect(reading.warnings.isEmpty)
        #expect(reading.rejected.isEmpty)
        #expect(study.name == "Riverside")
        #expect(study.baseYear == 2020)
        // 114.31° E lies in the zone of 114° E.
        #expect(study.plane == "EPSG:4547")
        #expect(reading.policy == .bundled("wuhan"))
        #expect(study.communities.map(\.id) == ["C1", "C2", "C3", "C4"])
        #expect(study.communities[0].elders.total == ExactDecimal(250))
        #expect(study.communities[0].area?.polygons.count == 1)
        #expect(study.compounds.map(\.community) == [0, 0, 1])
        #expect(study.compounds[1].elders == nil)
        #expect(study.compounds[0].planned == PartialDate(year: 2018, month: 3))
        #expect(study.compounds[0].source == SourceRow(file: "compounds.csv", row: 2))
        #expect(study.phases.map(\.compound) == [0, 0, 2])
        #expect(study.phases.map(\.number) == [1, 2, 1])
        #expect(study.phases[1].care == Milestones())
        #expect(study.gates.map(\.compound) == [0, 2])
        #expect(study.facilities.map(\.community) == [1, 0, 3])
        #expect(study.facilities.map(\.subdistrict) == ["Quay", "Quay", "Quay"])
        #expect(study.facilities[1].closed == PartialDate(year: 2019, month: 12, day: 31))
        #expect(study.candidates[0].community == 2)
        #expect(study.candidates[0].earliest == 2022)
        #expect(reading.layers.map(\.rows) == [4, 3, 3, 2, 3, 1])
        #expect(
            reading.inputs.map(\.file) == [
                "study.yaml", "communities.geojson", "compounds.csv", "phases.csv", "gates.csv",
                "facilities.csv", "candidates.csv",
            ])
    }

    @Test func pointsOnSurfaceOfSquaresAreInside() throws {
        let study = try read(SampleStudy()).get().study
        for community in study.communities {
            #expect(community.area?.contains(community.point) == true)
        }
    }
}
