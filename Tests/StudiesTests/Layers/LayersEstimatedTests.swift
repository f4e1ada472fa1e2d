import Foundation
import Places
import Studies
import Testing

@Suite struct LayersEstimatedTests {
    private static let elders = EstimatedFigures(elders: true)
    private static let households = EstimatedFigures(households: true)

    /// A sample study whose first compound and first community hold a text in their column `estimated`.
    private func study(_ text: String) throws -> Study {
        let sample = SampleStudy()
        sample.replacing(
            "care_space_m2,planned", with: "care_space_m2,estimated,planned", in: "compounds.csv"
        )
        .replacing("100,80,2018-03", with: "100,80,\(text),2018-03", in: "compounds.csv")
        .replacing(",250,,,2010", with: ",250,,,,2010", in: "compounds.csv")
        .replacing("300,60,60,2019", with: "300,60,60,no,2019", in: "compounds.csv")
        var squares = SampleStudy.squares
        squares[0].extra = ", \"estimated\": \"\(text)\""
        squares[1].extra = ", \"estimated\": \"no\""
        sample.files["communities.geojson"] = SampleStudy.communities(squares)
        return try read(sample).get().study
    }

    @Test(
        "The column `estimated` is yes, no or the names of figures; doubtful words are about all of them",
        arguments: [
            ("yes", EstimatedFigures.all), ("是", .all), ("no", EstimatedFigures()),
            ("households", households), ("elders", elders), ("户数", households), ("老年人口;人口", elders),
            ("households;population;elders", .all), ("outline;households", households),
            ("outline", EstimatedFigures()), ("population", EstimatedFigures()),
            ("name", EstimatedFigures()), ("by footprint", .all),
        ])
    func marks(text: String, expected: EstimatedFigures) throws {
        let study = try study(text)
        #expect(study.compounds.map(\.estimated) == [expected, EstimatedFigures(), EstimatedFigures()])
        #expect(study.communities.map(\.estimated)[0] == expected)
        #expect(study.communities.dropFirst().allSatisfy { $0.estimated == EstimatedFigures() })
    }

    @Test("An age group that is estimated makes the elders an estimate")
    func ageGroups() throws {
        let sample = SampleStudy()
        var squares = SampleStudy.squares
        squares[2].extra = ", \"estimated\": \"elders_80_plus\""
        sample.files["communities.geojson"] = SampleStudy.communities(squares)
        #expect(try read(sample).get().study.communities[2].estimated == Self.elders)
    }
}
