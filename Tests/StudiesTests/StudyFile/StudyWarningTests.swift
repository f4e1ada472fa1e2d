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
                    .datesRunBackwards(earlier: "housing_built", later: "housing_accepted"))
            ])
    }

    /// A column that is not there at all is left out on purpose.
    @Test func aLaterDateWithoutAnEarlierOne() throws {
        let found = try warnings {
            $0.replacing("2018-03-01,2019-10,2020-05,2020", with: "2018-03-01,,,2020", in: "phases.csv")
        }
        #expect(
            found == [
                warning(
                    "phases.csv", 3, "housing_delivered",
                    .earlierDateMissing(
                        phase: 2, isCare: false, stated: .delivered, missing: [.built, .accepted]))
            ])
        #expect(
            try warnings {
                $0.files["phases.csv"] = """
                    compound,phase,households,care_space_m2,housing_delivered,care_delivered
                    A1,1,150,80,2019-03,2019-03
                    A1,2,250,,2020-06-30,

                    """
            }.isEmpty)
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

    @Test func dwellingsThatDoNotAddUp() throws {
        let found = try warnings { $0.replacing("A1,1,150,80", with: "A1,1,155,80", in: "phases.csv") }
        #expect(
            found == [
                warning(
                    "compounds.csv", 2, "households",
                    .phaseHouseholdsDiffer(stated: ExactDecimal(400), phases: ExactDecimal(405)))
            ])
    }

    @Test func phasesOnABadRowAreNotAddedUp() throws {
        let sample = SampleStudy()
        sample.replacing("A1,1,150,80", with: "A1,1,150,-80", in: "phases.csv")
        #expect(try read(sample, setAside: true).get().warnings.isEmpty)
    }

    @Test func aCompoundWithMoreEldersThanItsCommunity() throws {
        // C1 states 250 elders: as many are no matter.
        #expect(
            try warnings { $0.replacing("C1,400,100", with: "C1,400,250", in: "compounds.csv") }.isEmpty)
        #expect(
            try warnings { $0.replacing("C1,400,100", with: "C1,400,251", in: "compounds.csv") } == [
                warning(
                    "compounds.csv", 2, "elders",
                    .moreEldersThanCommunity(ExactDecimal(251), community: "C1", ExactDecimal(250)))
            ])
    }

    @Test func aFacilityThatLiesInAnotherCommunityThanItNames() throws {
        #expect(
            try warnings { $0.replacing("centre,C2,40", with: "centre,C1,40", in: "facilities.csv") } == [
                warning(
                    "facilities.csv", 2, "community",
                    .liesInAnotherCommunity(stated: "Maple", holder: "Willow"))
            ])
    }

    /// C2 reaches so far into C1 (and C4 not into C3).
    ///
    /// A thousandth of a square of some 1.06 km² is 1,064 m², which
    /// is 0.00001° of its side.
    @Test(arguments: [(0.000_009, false), (0.000_011, true), (0.005, true)])
    func communitiesThatOverlap(_ depth: Double, _ isSaid: Bool) throws {
        let found = try warnings { sample in
            var squares = SampleStudy.squares
            squares[1].west -= depth
            sample.files["communities.geojson"] = SampleStudy.communities(squares)
        }
        #expect(found.count == (isSaid ? 1 : 0))
        guard let only = found.first, case .overlaps(let id, let row, let area, let share) = only.fault else {
            return
        }
        #expect(
            (only.file, only.row, only.column, only.severity) == ("communities.geojson", 2, nil, .warning))
        #expect(id == "C1" && row == SourceRow(file: "communities.geojson", row: 1))
        // As deep of 0.01° as the share says, on a plane true to a few millionths.
        #expect(abs(share - depth / 0.01) < 1e-5)
        #expect(abs(area - 1_064_221 * depth / 0.01) < 20)
    }

    @Test func theSameCommunityTwiceUnderTwoIDs() throws {
        let found = try warnings { sample in
            var squares = SampleStudy.squares
            squares.append(.init(id: "C5", name: "Again", west: 114.31, south: 30.51))
            sample.files["communities.geojson"] = SampleStudy.communities(squares)
        }
        #expect(found.count == 1)
        guard case .overlaps("C4", _, _, 1)? = found.first?.fault else {
            Issue.record("the whole of C4")
            return
        }
    }

    @Test func fractionsOfPeople() throws {
        let found = try warnings {
            $0.replacing("C1,250,,", with: "C1,250.5,12.25,", in: "compounds.csv")
                .replacing("A1,2,250,", with: "A1,2,250.0,", in: "phases.csv")
        }
        #expect(
            found == [
                warning("compounds.csv", 3, "households", .fractionOfCount(text: "250.5")),
                warning("compounds.csv", 3, "elders", .fractionOfCount(text: "12.25")),
            ])
    }

    @Test func fractionsOfWhatIsMarkedAsAnEstimate() throws {
        let found = try warnings {
            $0.files["compounds.csv"] = """
                id,households,estimated,lon,lat
                A1,400.5,yes,114.303,30.503
                A3,300.5,no,114.315,30.505

                """
            $0.replacing("A1,1,150,80", with: "A1,1,150.5,80", in: "phases.csv")
                .replacing("A3,1,300,60", with: "A3,1,300.5,60", in: "phases.csv")
        }
        #expect(
            found == [
                warning("compounds.csv", 3, "households", .fractionOfCount(text: "300.5")),
                warning("phases.csv", 2, "households", .fractionOfCount(text: "150.5")),
                warning("phases.csv", 4, "households", .fractionOfCount(text: "300.5")),
            ])
    }

    private func ages(_ figures: String) throws -> [Problem] {
        try warnings {
            $0.replacing("\"elders\": 250", with: figures, in: "communities.geojson")
        }.filter { $0.row == 1 }
    }

    @Test func someAgeGroupsAndNoTotal() throws {
        #expect(
            try ages(#""elders_60_69": 100, "elders_80_plus": 30"#) == [
                warning("communities.geojson", 1, "elders_70_79", .missingAgeGroups(["elders_70_79"]))
            ])
        #expect(
            try ages(#""elders_80_plus": 30"#).map(\.fault) == [
                .missingAgeGroups(["elders_60_69", "elders_70_79"])
            ])
        // The total is stated: nothing is unknown.
        #expect(try ages(#""elders_80_plus": 30, "elders": 250"#).isEmpty)
        #expect(try ages(#""elders_60_69": 100, "elders_70_79": 50, "elders_80_plus": 30"#).isEmpty)
        #expect(try ages(#""elders_60_69": null"#).isEmpty)
    }

    @Test func groupsLargerThanTheirWhole() throws {
        func found(_ figures: String) throws -> [Fault] { try ages(figures).map(\.fault) }
        #expect(
            try found(#""elders_80_plus": 30, "elders": 20"#) == [
                .exceeds(part: "elders_80_plus", ExactDecimal(30), whole: "elders", ExactDecimal(20))
            ])
        #expect(
            try found(#""elders_60_69": 100, "elders_70_79": 51, "elders": 150"#) == [
                .exceeds(
                    part: "elders_60_69 + elders_70_79", ExactDecimal(151), whole: "elders",
                    ExactDecimal(150))
            ])
        #expect(
            try found(#""elders": 250, "population": 249"#) == [
                .exceeds(part: "elders", ExactDecimal(250), whole: "population", ExactDecimal(249))
            ])
        #expect(
            try found(
                #""elders_60_69": 100, "elders_70_79": 50, "elders_80_plus": 30, "population": 170"#) == [
                    .exceeds(
                        part: "elders_60_69 + elders_70_79 + elders_80_plus", ExactDecimal(180),
                        whole: "population", ExactDecimal(170))
                ])
        #expect(try found(#""elders": 250, "elders_80_plus": 250, "population": 250"#).isEmpty)
    }

    @Test func moreNursingBedsThanBeds() throws {
        let found = try warnings {
            $0.replacing("id,name,", with: "id,nursing_beds,", in: "facilities.csv")
                .replacing("Willow Centre", with: "41", in: "facilities.csv")
                .replacing("Maple Station", with: "5", in: "facilities.csv")
                .replacing("Hill Home", with: "12", in: "facilities.csv")
        }
        #expect(
            found == [
                warning(
                    "facilities.csv", 2, "nursing_beds",
                    .exceeds(part: "nursing_beds", ExactDecimal(41), whole: "beds", ExactDecimal(40)))
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
