import Foundation
import Places
import Studies
import Testing

@Suite struct StudyWarningTests {
    private func warnings(_ change: (SampleStudy) -> Void) throws -> [Problem] {
        let sample = SampleStudy()
        change(sample)
        return try read(sample).get().warnings
    }

    private func warning(_ file: String, _ row: Int, _ column: String, _ fault: Fault) -> Problem {
        Problem(file: file, row: row, column: column, fault, severity: .warning)
    }

    @Test func datesThatRunBackwards() throws {
        let found = try warnings {
            $0.replacing("2018-03-01,2019-10,2020-05", with: "2018-03-01,2020-06,2020-05", in: "phases.csv")
        }
        #expect(
            found == [
                warning(
                    "phases.csv", 3, "housing_accepted",
                    .datesRunBackwards(earlier: .built, later: .accepted, isCare: false))
            ])
    }

    @Test func datesThatMayRunForwardsAreNoMatter() throws {
        // Built in 2020, accepted in May of it: some day of the year comes before.
        #expect(
            try warnings {
                $0.replacing("2018-03-01,2019-10,2020-05", with: "2018-03-01,2020,2020-05", in: "phases.csv")
            }.isEmpty)
    }

    @Test func careSpaceThatDoesNotAddUp() throws {
        let found = try warnings { $0.replacing("A1,1,150,80", with: "A1,1,150,70.5", in: "phases.csv") }
        #expect(
            found == [
                warning(
                    "compounds.csv", 2, "care_space_m2",
                    .phaseSumDiffers(
                        stated: ExactDecimal(80), phases: ExactDecimal(coefficient: 705, scale: 1)))
            ])
    }

    @Test func aPlaceOutsideAllCommunities() throws {
        let found = try warnings {
            $0.replacing("114.305,30.505", with: "114.305,30.495", in: "facilities.csv")
        }
        #expect(found == [warning("facilities.csv", 3, "lon,lat", .outsideAllCommunities)])
    }

    @Test func aPlaceFarFromAllOthers() throws {
        let found = try warnings {
            $0.replacing("114.305,30.505", with: "120.305,30.505", in: "facilities.csv")
        }
        // 6° of longitude at 30.5° N: pyproj.Geod(ellps="WGS84").inv(114.315, 30.515, 120.305, 30.505)[2]
        // gives 574,908 m from the middle (the median place of the communities).
        #expect(
            found.map(\.fault) == [.farFromOtherLayers(kilometres: 575), .outsideAllCommunities])
    }

    @Test func aParentThatIsNotThere() throws {
        let found = try warnings {
            $0.replacing("id,name,", with: "id,parent,", in: "facilities.csv")
                .replacing("Maple Station", with: "F1", in: "facilities.csv")
                .replacing("Willow Centre", with: "", in: "facilities.csv")
                .replacing("Hill Home", with: "F11", in: "facilities.csv")
        }
        #expect(
            found == [warning("facilities.csv", 4, "parent", .unknownFacility(text: "F11", nearest: "F1"))])
    }

    @Test func aDatumThatShiftsNothingHere() throws {
        let sample = SampleStudy()
        for (file, text) in sample.files where file.hasSuffix("csv") {
            sample.files[file] = text.replacingOccurrences(of: "114.3", with: "-15.4")
                .replacingOccurrences(of: "30.5", with: "28.1")
        }
        sample.files["communities.geojson"] = SampleStudy.communities(
            SampleStudy.squares.map {
                var square = $0
                (square.west, square.south) = (square.west - 129.7, square.south - 2.4)
                return square
            }
        ).replacingOccurrences(of: "-15.399999999999991", with: "-15.4")
        sample.replacing("{path: gates.csv}", with: "{path: gates.csv, datum: gcj02}", in: "study.yaml")
        let reading = try read(sample).get()
        #expect(reading.study.plane == "EPSG:32628")
        #expect(
            reading.warnings.contains(
                Problem(file: "gates.csv", .outsideShiftedDatum(datum: "gcj02"), severity: .warning)))
    }
}
