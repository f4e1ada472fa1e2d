import Places
import Studies
import Testing

@Suite struct RowFaultTests {
    @Test(arguments: cases) func aloneItIsTheOnlyProblem(_ fault: FaultCase) throws {
        let sample = SampleStudy()
        fault.apply(sample)
        #expect(try problems(sample) == fault.expected)
    }

    @Test(arguments: cases) func amongTwoOthersAllThreeAreReported(_ fault: FaultCase) throws {
        let sample = SampleStudy()
        let others = fault.twoOthers
        #expect(others.count == 2)
        for applied in [fault] + others { applied.apply(sample) }
        let found = try problems(sample)
        #expect(Set(found) == Set(([fault] + others).flatMap(\.expected)))
        #expect(found.count == ([fault] + others).flatMap(\.expected).count)
    }

    /// Rows that are set aside leave the rest to be computed with.
    @Test(arguments: cases) func setAsideTheRestIsRead(_ fault: FaultCase) throws {
        let sample = SampleStudy()
        fault.apply(sample)
        let reading = try read(sample, setAside: true).get()
        #expect(reading.rejected.flatMap(\.problems).contains { fault.expected.contains($0) })
        let errors = fault.expected.filter { $0.severity == .error }
        #expect(Set(reading.rejected.flatMap(\.problems)).isSuperset(of: errors))
    }

    private static func compound(_ row: Int, _ column: String?, _ fault: Fault) -> [Problem] {
        [Problem(file: "compounds.csv", row: row, column: column, fault)]
    }

    private static func facility(_ row: Int, _ column: String?, _ fault: Fault) -> [Problem] {
        [Problem(file: "facilities.csv", row: row, column: column, fault)]
    }

    private static func phase(_ row: Int, _ column: String?, _ fault: Fault) -> [Problem] {
        [Problem(file: "phases.csv", row: row, column: column, fault)]
    }

    static let cases: [FaultCase] = [
        FaultCase(
            "text where a number belongs", in: ["compounds.csv"],
            compound(2, "households", .notANumber(text: "四百"))
        ) { $0.replacing("C1,400", with: "C1,四百", in: "compounds.csv") },
        FaultCase(
            "negative number", in: ["compounds.csv"], compound(2, "households", .negative(text: "-400"))
        ) { $0.replacing("C1,400", with: "C1,-400", in: "compounds.csv") },
        FaultCase(
            "number that is not finite", in: ["compounds.csv"],
            compound(2, "care_space_m2", .notFinite(text: "inf"))
        ) { $0.replacing("400,100,80", with: "400,100,inf", in: "compounds.csv") },
        FaultCase(
            "no id", in: ["compounds.csv"], compound(3, "id", .missingValue)
        ) { $0.replacing("A2,Lotus", with: ",Lotus", in: "compounds.csv") },
        FaultCase(
            "id that stands twice", in: ["facilities.csv"],
            facility(4, "id", .duplicateID(id: "F1", firstRow: SourceRow(file: "facilities.csv", row: 2)))
        ) { $0.replacing("F3,Hill", with: "F1,Hill", in: "facilities.csv") },
        FaultCase(
            "date that the calendar lacks", in: ["facilities.csv"],
            facility(2, "opened", .notADate(text: "2021-02-30"))
        ) { $0.replacing("40,2015", with: "40,2021-02-30", in: "facilities.csv") },
        FaultCase(
            "closed before it opened", in: ["facilities.csv"],
            facility(
                3, "closed",
                .closedBeforeOpened(
                    opened: PartialDate(Day(ordinal: 16922)), closed: PartialDate(Day(ordinal: 16556))))
        ) { $0.replacing("2019-12-31", with: "2015-05-01", in: "facilities.csv") },
        FaultCase(
            "unknown level", in: ["facilities.csv"],
            facility(
                2, "level",
                .notOneOf(
                    text: "borough",
                    allowed: [
                        "city (市级)", "district (区级)", "subdistrict (街道级)", "community (社区级)", "micro (小微)",
                    ]))
        ) { $0.replacing("subdistrict,centre", with: "borough,centre", in: "facilities.csv") },
        FaultCase(
            "no level", in: ["facilities.csv"], facility(2, "level", .missingValue)
        ) { $0.replacing("subdistrict,centre", with: ",centre", in: "facilities.csv") },
        FaultCase(
            "unknown community", in: ["compounds.csv"],
            compound(4, "community", .unknownCommunity(text: "Wilow", nearest: "Willow"))
        ) { $0.replacing("View,Willow", with: "View,Wilow", in: "compounds.csv") },
        FaultCase(
            "phase of an unknown compound", in: ["phases.csv"],
            phase(4, "compound", .unknownCompound(text: "A33", nearest: "A3"))
        ) { $0.replacing("A3,1,300", with: "A33,1,300", in: "phases.csv") },
        FaultCase(
            "phase that stands twice", in: ["phases.csv"],
            phase(
                3, "phase",
                .duplicatePhase(
                    compound: "A1", number: 1, firstRow: SourceRow(file: "phases.csv", row: 2)))
        ) { $0.replacing("A1,2,250", with: "A1,1,250", in: "phases.csv") },
        FaultCase(
            "phase without households", in: ["phases.csv"], phase(3, "households", .missingValue)
        ) { $0.replacing("A1,2,250", with: "A1,2,", in: "phases.csv") },
        FaultCase(
            "gate of an unknown compound", in: ["gates.csv"],
            [
                Problem(
                    file: "gates.csv", row: 3, column: "compound",
                    .unknownCompound(text: "B9", nearest: nil))
            ]
        ) { $0.replacing("A3,", with: "B9,", in: "gates.csv") },
        FaultCase(
            "facility of an unknown compound", in: ["facilities.csv"],
            facility(3, "compound", .unknownCompound(text: "A7", nearest: "A1"))
        ) {
            $0.replacing("lon,lat", with: "lon,lat,compound", in: "facilities.csv")
                .replacing("30.506", with: "30.506,", in: "facilities.csv")
                .replacing("30.505", with: "30.505,A7", in: "facilities.csv")
                .replacing("30.515", with: "30.515,A1", in: "facilities.csv")
        },
        FaultCase(
            "latitude and longitude swapped", in: ["facilities.csv"],
            facility(3, "lon,lat", .axesSwapped(east: 30.505, north: 114.305))
        ) { $0.replacing("114.305,30.505", with: "30.505,114.305", in: "facilities.csv") },
        FaultCase(
            "metres where degrees belong", in: ["facilities.csv"],
            facility(3, "lon,lat", .looksLikeMetres(east: 514305, north: 3_376_000))
        ) { $0.replacing("114.305,30.505", with: "514305,3376000", in: "facilities.csv") },
        FaultCase(
            "place off the earth", in: ["facilities.csv"],
            facility(3, "lon,lat", .outsideCRS(east: 214.305, north: 30.505, crs: "EPSG:4326"))
        ) { $0.replacing("114.305,30.505", with: "214.305,30.505", in: "facilities.csv") },
        FaultCase(
            "half a bed", in: ["facilities.csv"], facility(2, "beds", .notAWholeNumber(text: "40.5"))
        ) { $0.replacing("centre,C2,40", with: "centre,C2,40.5", in: "facilities.csv") },
        FaultCase(
            "0,0", in: ["gates.csv"],
            [Problem(file: "gates.csv", row: 2, column: "lon,lat", .nullIsland)]
        ) { $0.replacing("114.3035,30.503", with: "0,0.0", in: "gates.csv") },
        FaultCase(
            "no place", in: ["compounds.csv"], compound(2, "lon,lat", .missingGeometry)
        ) { $0.replacing("114.303,30.503", with: ",", in: "compounds.csv") },
        FaultCase(
            "half a place", in: ["compounds.csv"], compound(2, "lat", .missingValue)
        ) { $0.replacing("114.303,30.503", with: "114.303,", in: "compounds.csv") },
        FaultCase(
            "text for a coordinate", in: ["compounds.csv"], compound(2, "lon", .notANumber(text: "E114"))
        ) { $0.replacing("114.303,30.503", with: "E114,30.503", in: "compounds.csv") },
        FaultCase(
            "row with a cell too many", in: ["compounds.csv"],
            compound(3, nil, .raggedRow(expected: 10, found: 11))
        ) { $0.replacing("Lotus Court,C1", with: "Lotus,Court,C1", in: "compounds.csv") },
        FaultCase(
            "polygon without a name", in: ["communities.geojson"],
            [Problem(file: "communities.geojson", row: 3, column: "name", .missingValue)]
        ) { $0.replacing("\"Pine\"", with: "\"\"", in: "communities.geojson") },
    ]
}
