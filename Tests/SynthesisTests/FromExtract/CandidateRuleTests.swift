import Synthesis
import Testing

/// Which buildings could become care sites, by the table of docs/from-osm.md.
@Suite struct CandidateRuleTests {
    @Test(
        "kinds",
        arguments: [
            (["building": "school"], "school"), (["building": "yes", "amenity": "kindergarten"], "school"),
            (["building": "industrial"], "factory"), (["building": "warehouse"], "factory"),
            (["building": "public"], "community_room"),
            (["building": "yes", "healthcare": "clinic"], "clinic"),
            // A clinic in a school is a clinic: the first that fits.
            (["building": "school", "amenity": "clinic"], "clinic"), (["building": "church"], nil),
            (["building": "yes"], nil), (["building": "office"], nil),
        ] as [([String: String], String?)])
    func kinds(tags: [String: String], kind: String?) {
        #expect(CandidateRule.kind(tags) == kind)
    }

    /// 200 m² on three storeys are 600 m²; without storeys stated one counts.
    @Test func areas() {
        let stated = CandidateRule.area(["building:levels": "3"], footprint: 200)
        #expect(stated.area == 600 && stated.isStated)
        let unstated = CandidateRule.area(["building:levels": "some"], footprint: 200)
        #expect(unstated.area == 200 && !unstated.isStated)
    }
}
