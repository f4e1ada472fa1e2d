import Places
import Studies
import Testing

@Suite struct SetAsideTests {
    @Test func rowsThatReferToARejectedRowGoWithIt() throws {
        let sample = SampleStudy()
        sample.replacing("C1,400", with: "C1,many", in: "compounds.csv")
        let reading = try read(sample, setAside: true).get()
        #expect(reading.study.compounds.map(\.id) == ["A2", "A3"])
        #expect(reading.study.phases.map(\.compound) == [1])
        #expect(reading.study.gates.map(\.compound) == [1])
        let bad = SourceRow(file: "compounds.csv", row: 2)
        let reason = Fault.refersToRejected(id: "A1", row: bad)
        #expect(
            reading.rejected.map(\.source) == [
                bad, SourceRow(file: "phases.csv", row: 2), SourceRow(file: "phases.csv", row: 3),
                SourceRow(file: "gates.csv", row: 2),
            ])
        #expect(reading.rejected.map(\.id) == ["A1", nil, nil, nil])
        #expect(
            reading.rejected.map { $0.problems.map(\.fault) } == [
                [.notANumber(text: "many")], [reason], [reason], [reason],
            ])
        #expect(reading.layers.map(\.rejected) == [0, 1, 2, 1, 0, 0])
        #expect(reading.study.communities.map(\.compoundsSetAside) == [1, 0, 0, 0])
    }

    @Test func whatABadCommunityHoldsByLocationIsOutsideAll() throws {
        let sample = SampleStudy()
        sample.replacing(
            "\"C1\", \"name\": \"Maple\", \"subdistrict\": \"Quay\", \"district\": \"Harbour\", \"households\": 1000",
            with: "\"C1\", \"name\": \"Maple\", \"households\": -1", in: "communities.geojson")
        let reading = try read(sample, setAside: true).get()
        #expect(reading.study.communities.map(\.id) == ["C2", "C3", "C4"])
        // A1 and A2 name C1; their phases and gates follow them.
        #expect(reading.study.compounds.map(\.id) == ["A3"])
        #expect(reading.study.facilities.map(\.community) == [0, nil, 2])
        #expect(
            reading.warnings == [
                Problem(
                    file: "facilities.csv", row: 3, column: "lon,lat", .outsideAllCommunities,
                    severity: .warning)
            ])
    }

    @Test func aRaggedRowTakesItsPhasesWithIt() throws {
        let sample = SampleStudy()
        sample.replacing("A3,River View", with: "A3,River,View", in: "compounds.csv")
        #expect(
            try problems(sample) == [
                Problem(file: "compounds.csv", row: 4, .raggedRow(expected: 10, found: 11))
            ])
        let reading = try read(sample, setAside: true).get()
        #expect(reading.study.compounds.map(\.id) == ["A1", "A2"])
        #expect(reading.study.phases.count == 2)
        #expect(reading.rejected.count == 3)
        // Its cells are not in their places, and nobody knows what it names as its community.
        #expect(reading.study.communities.map(\.compoundsSetAside) == [0, 0, 0, 0])
    }

    @Test func aBadCompoundWithoutACommunityBelongsWhereItLies() throws {
        let sample = SampleStudy()
        sample.replacing("A3,River View,Willow,300", with: "A3,River View,,-300", in: "compounds.csv")
        let reading = try read(sample, setAside: true).get()
        #expect(reading.study.communities.map(\.compoundsSetAside) == [0, 1, 0, 0])
    }

    @Test func nothingLeftStopsTheRun() throws {
        let sample = SampleStudy()
        sample.files["facilities.csv"] = "id,level,lon,lat\nF1,borough,114.305,30.505\n"
        #expect(
            try problems(sample, setAside: true).map(\.fault) == [
                .nothingLeft(rows: 1),
                .notOneOf(
                    text: "borough",
                    allowed: [
                        "city (市级)", "district (区级)", "subdistrict (街道级)", "community (社区级)", "micro (小微)",
                    ]),
            ])
    }
}
