import Population
import Testing

struct HamiltonPerryTests {
    /// A district of 200 women of 20–24 and 100 men of 80–84 and 60 of 85 and over, five years later 180 women of 25–29,
    /// 72 men of 85 and over, 45 girls and 54 boys: ratios 0.9, 72 / 160 = 0.45, and 0.25 and 0.3 a woman.
    private let before = CohortWorld.people(female: [4: 200], male: [16: 100, 17: 60])
    private let after = CohortWorld.people(female: [0: 45, 5: 180], male: [0: 54, 17: 72])

    @Test func areaByHand() {
        let ratios = HamiltonPerry(before: before, after: after)
        let area = ratios.project(CohortWorld.people(female: [4: 50], male: [16: 10, 17: 30]))
        expectSame(
            area, CohortWorld.people(female: [0: 11.25, 5: 45], male: [0: 13.5, 17: 18]), "an area")
    }

    /// The areas of a district, projected by its ratios, add up to the district.
    @Test func areasAddUpToTheDistrict() {
        let ratios = HamiltonPerry(before: before, after: after)
        let first = ratios.project(CohortWorld.people(female: [4: 50], male: [16: 10, 17: 30]))
        let second = ratios.project(CohortWorld.people(female: [4: 150], male: [16: 90, 17: 30]))
        expectSame(first + second, after, "both areas")
    }

    /// Two areas of 30 and 70 women brought to 200: 60 and 140.
    ///
    /// A group that no area has is shared by all people.
    @Test func controlledByHand() {
        let areas = [
            CohortWorld.people(female: [5: 30], male: [1: 10]),
            CohortWorld.people(female: [5: 70], male: [1: 50]),
        ]
        let controlled = HamiltonPerry.controlled(
            areas, to: CohortWorld.people(female: [5: 200, 9: 16], male: [1: 30]))
        expectSame(
            controlled[0], CohortWorld.people(female: [5: 60, 9: 4], male: [1: 5]), "40 of 160 people")
        expectSame(
            controlled[1], CohortWorld.people(female: [5: 140, 9: 12], male: [1: 25]), "120 of 160 people")
    }
}
