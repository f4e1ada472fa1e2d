import Foundation
import Places
import Studies
import Testing

@Suite struct LayersCommunityTests {
    @Test func theColumnWinsOverLocation() throws {
        let sample = SampleStudy()
        sample.replacing("East Gate,C1", with: "East Gate,C4", in: "compounds.csv")
        #expect(try read(sample).get().study.compounds[0].community == 3)
    }

    @Test func onASharedBoundaryTheSmallerIDGoesFirst() throws {
        let sample = SampleStudy()
        // C1 and C2 meet at 114.31; renamed, the eastern one has the smaller id by its bytes ("C10" < "C2").
        sample.replacing("\"C2\"", with: "\"C10\"", in: "communities.geojson")
            .replacing("\"C1\"", with: "\"C2\"", in: "communities.geojson")
            .replacing(",C1,", with: ",,", in: "compounds.csv")
            .replacing(
                "Centre,subdistrict,centre,C2", with: "Centre,subdistrict,centre,C10", in: "facilities.csv"
            )
            .replacing("114.303,30.503", with: "114.31,30.503", in: "compounds.csv")
        let study = try read(sample).get().study
        #expect(study.communities.map(\.id) == ["C2", "C10", "C3", "C4"])
        #expect(study.compounds.map(\.community) == [1, 0, 1])
    }

    @Test func aNameThatSeveralBearIsRefused() throws {
        let sample = SampleStudy()
        sample.replacing("\"Pine\"", with: "\"Willow\"", in: "communities.geojson")
        #expect(
            try problems(sample) == [
                Problem(
                    file: "compounds.csv", row: 4, column: "community",
                    .ambiguousCommunity(name: "Willow", ids: ["C2", "C3"]))
            ])
    }

    @Test func anIDGoesBeforeAName() throws {
        let sample = SampleStudy()
        // C3 is called what C2 has for an id.
        sample.replacing("\"Pine\"", with: "\"C2\"", in: "communities.geojson")
        #expect(try read(sample).get().study.facilities[0].community == 1)
    }

    @Test func idsLeftOutAreNames() throws {
        let sample = SampleStudy()
        sample.replacing("\"id\"", with: "\"number\"", in: "communities.geojson")
            .replacing(",C1,", with: ",Maple,", in: "compounds.csv")
            .replacing("C2,40", with: "Willow,40", in: "facilities.csv")
            .replacing("C4,12", with: "Hillside,12", in: "facilities.csv")
        let study = try read(sample).get().study
        #expect(study.communities.map(\.id) == ["Maple", "Willow", "Pine", "Hillside"])
        #expect(study.compounds.map(\.community) == [0, 0, 1])
    }

    @Test func namesThatTwoSubdistrictsUseAreToldApart() throws {
        let sample = SampleStudy()
        sample.replacing("\"id\"", with: "\"number\"", in: "communities.geojson")
            .replacing(
                "\"Pine\", \"subdistrict\": \"Quay\"", with: "\"Maple\", \"subdistrict\": \"Mill\"",
                in: "communities.geojson"
            )
            .replacing(",C1,", with: ",,", in: "compounds.csv")
            .replacing("C2,40", with: "Willow,40", in: "facilities.csv")
            .replacing("C4,12", with: "Hillside,12", in: "facilities.csv")
        #expect(
            try read(sample).get().study.communities.map(\.id) == [
                "Quay/Maple", "Willow", "Mill/Maple", "Hillside",
            ])
        // Within one subdistrict nothing tells them apart.
        sample.replacing("\"Mill\"", with: "\"Quay\"", in: "communities.geojson")
        #expect(
            try problems(sample) == [
                Problem(
                    file: "communities.geojson", row: 3, column: "name",
                    .duplicateID(
                        id: "Quay/Maple", firstRow: SourceRow(file: "communities.geojson", row: 1)))
            ])
    }

    @Test func communitiesMayBePoints() throws {
        let sample = SampleStudy()
        sample.files["communities.csv"] = """
            id,name,lon,lat,elders_60_69,elders_70_79,elders_80_plus
            C1,Maple,114.305,30.505,100,80.5,20
            C2,Willow,114.315,30.505,100,,20
            C4,Hillside,114.315,30.515,,,

            """
        sample.replacing("communities.geojson", with: "communities.csv", in: "study.yaml")
        let reading = try read(sample).get()
        let study = reading.study
        #expect(study.communities.map(\.area) == [nil, nil, nil])
        #expect(study.communities.map(\.elders.total) == [ExactDecimal("200.5"), nil, nil])
        // Belonging comes from the column alone.
        #expect(study.facilities.map(\.community) == [1, nil, 2])
        #expect(
            reading.warnings.map(\.fault) == [
                .fractionOfCount(text: "80.5"), .missingAgeGroups(["elders_70_79"]), .outsideAllCommunities,
                .outsideAllCommunities,
            ])
    }

    @Test func facilitiesServeByList() throws {
        let sample = SampleStudy()
        sample.replacing("id,name,level", with: "id,serves,level", in: "facilities.csv")
            .replacing("Willow Centre", with: "C1；Pine、C4", in: "facilities.csv")
            .replacing("Maple Station", with: "", in: "facilities.csv")
            .replacing("Hill Home", with: "C1; C9", in: "facilities.csv")
        #expect(
            try problems(sample) == [
                Problem(
                    file: "facilities.csv", row: 4, column: "serves",
                    .unknownCommunity(text: "C9", nearest: "C1"))
            ])
        sample.replacing("C1; C9", with: "", in: "facilities.csv")
        #expect(try read(sample).get().study.facilities.map(\.serves) == [[0, 2, 3], [], []])
    }
}
