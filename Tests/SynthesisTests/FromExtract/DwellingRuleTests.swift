import Synthesis
import Testing

@Suite struct DwellingRuleTests {
    private let rule = DwellingRule(grossAreaPerDwelling: 100)

    private func refusal(_ tags: [String: String], footprint: Double = 200, grounds: Bool = false)
        -> BuildingRefusal?
    {
        rule.refusal(tags, footprint: footprint) { grounds }
    }

    @Test(
        "Footprint × levels over 100 m²; one for a house",
        arguments: [
            (["building": "apartments"], 250.0, 10),
            (["building": "apartments", "building:levels": "6"], 251, 15),
            (["building": "residential"], 100, 3), (["building": "terrace"], 275, 6),
            (["building": "yes"], 49, 1), (["building": "yes"], 74.9, 1), (["building": "yes"], 75.1, 2),
            (["building": "apartments"], 1, 1), (["building": "house"], 500, 1),
            (["building": "house", "building:levels": "3"], 500, 1),
            (["building": "house", "building:levels": "4"], 500, 20), (["building": "bungalow"], 500, 1),
            (["building": "apartments", "building:flats": "12", "building:levels": "9"], 900, 12),
            (["building": "apartments", "building:flats": "many"], 250, 10),
            (["building": "apartments", "building:levels": "-2"], 250, 10),
            (["building": "apartments", "building:levels": "nan"], 250, 10),
        ] as [([String: String], Double, Int)])
    func dwellings(tags: [String: String], footprint: Double, dwellings: Int) {
        #expect(rule.dwellings(tags, footprint: footprint).dwellings == dwellings)
    }

    @Test func estimatesSayWhatTheyAre() {
        let byArea = rule.dwellings(["building": "apartments"], footprint: 250)
        #expect(byArea.basis == .floorArea && byArea.estimated == ["households", "levels"])
        let levels = rule.dwellings(["building": "yes", "building:levels": "2.5"], footprint: 200)
        #expect(levels.dwellings == 5 && levels.estimated == ["households"])
        let flats = rule.dwellings(["building": "apartments", "building:flats": "7"], footprint: 250)
        #expect(flats.basis == .flats && flats.estimated == ["levels"])
        #expect(rule.dwellings(["building": "house"], footprint: 90).basis == .kind)
    }

    @Test func statedKindsAreLivedInWhateverElseTheySay() {
        for kind in ["apartments", "residential", "terrace", "house", "detached", "farm"] {
            #expect(refusal(["building": kind, "shop": "bakery"], footprint: 10, grounds: true) == nil)
        }
        for kind in ["industrial", "school", "garage", "no", "dormitory", "house;museum"] {
            #expect(refusal(["building": kind]) == .otherUse)
        }
    }

    @Test func unstatedKindsAreLivedInUnlessSomethingSpeaksAgainstIt() {
        #expect(refusal(["building": "yes"]) == nil)
        #expect(refusal(["building": "yes", "amenity": "school"]) == .usedOtherwise)
        #expect(refusal(["building": "yes", "shop": "no"]) == nil)
        #expect(refusal(["building": "yes"], footprint: 39.9) == .tooSmall)
        #expect(refusal(["building": "yes"], footprint: 40) == nil)
        #expect(refusal(["building": "yes"], grounds: true) == .otherGround)
    }
}
