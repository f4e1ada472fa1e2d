import Places
import Synthesis
import Testing

@Suite struct CareSiteRuleTests {
    private func judge(_ tags: [String: String]) -> Result<FacilityKind, CareSiteRefusal> {
        CareSiteRule.judge(tags)
    }

    @Test(
        "What social facilities for elders are",
        arguments: [
            ("nursing_home", .institution), ("assisted_living", .institution), ("group_home", .institution),
            ("hospice", .institution), ("day_care", .dayCare), ("daycare", .dayCare),
            ("ambulatory_care", .station), ("outreach", .station), ("healthcare", .station),
            ("soup_kitchen", .mealPoint), ("something_else", .centre),
        ] as [(String, FacilityKind)])
    func forSeniors(social: String, kind: FacilityKind) {
        for group in ["senior", "seniors", "senior_citizen", "elderly", "disabled;senior", "Senior"] {
            let tags = [
                "amenity": "social_facility", "social_facility": social, "social_facility:for": group,
            ]
            #expect(judge(tags) == .success(kind))
        }
        let forOthers = [
            "amenity": "social_facility", "social_facility": social, "social_facility:for": "juvenile",
        ]
        #expect(judge(forOthers) == .failure(.forOthers))
    }

    @Test(
        "What is said to be for nobody is taken where only elders use it",
        arguments: [
            ("nursing_home", true), ("assisted_living", true), ("group_home", false), ("day_care", false),
            ("outreach", false), ("shelter", false), ("soup_kitchen", false),
        ])
    func forNobodyStated(social: String, taken: Bool) {
        let tags = ["amenity": "social_facility", "social_facility": social]
        #expect(judge(tags) == (taken ? .success(.institution) : .failure(.notKnownForElders)))
    }

    @Test(arguments: ["shelter", "food_bank", "clothing_bank", "workshop"])
    func helpThatIsNoCare(social: String) {
        let tags = ["social_facility": social, "social_facility:for": "senior"]
        #expect(judge(tags) == .failure(.notCare))
    }

    @Test func otherTagsThatNameCareSites() {
        #expect(judge(["amenity": "nursing_home"]) == .success(.institution))
        #expect(judge(["amenity": "retirement_home"]) == .success(.institution))
        #expect(
            judge(["amenity": "nursing_home", "social_facility:for": "disabled"]) == .failure(.forOthers))
        #expect(judge(["healthcare": "nursing_home"]) == .success(.institution))
        #expect(judge(["healthcare": "home_care"]) == .success(.station))
        #expect(judge(["office": "nursing_service"]) == .success(.station))
        #expect(judge(["amenity": "social_facility"]) == .failure(.notKnownForElders))
        #expect(
            judge(["amenity": "social_facility", "social_facility:for": "senior"]) == .success(.centre))
        #expect(
            judge(["amenity": "community_centre", "community_centre:for": "senior"]) == .success(.centre))
    }
}
