import Studies
import Testing

/// The rule written out once more as cases, one per statement of docs/walking-rule.md.
@Suite struct WalkingRuleTests {
    @Test(
        "Kinds of way that people walk on",
        arguments: [
            "residential", "living_street", "unclassified", "tertiary", "tertiary_link", "secondary",
            "secondary_link", "primary", "primary_link", "trunk", "trunk_link", "service", "track", "road",
            "pedestrian", "footway", "path", "steps", "cycleway", "bridleway", "corridor",
        ])
    func walkableKinds(kind: String) {
        let rule = WalkingRule()
        #expect(rule.verdict(on: WayTags(highway: kind)) == .walkable)
        #expect(rule.verdict(on: WayTags(highway: kind, foot: "no")) == .foot)
        #expect(rule.verdict(on: WayTags(highway: kind, foot: "private")) == .foot)
        #expect(rule.verdict(on: WayTags(highway: kind, access: "private")) == .access)
        #expect(WalkingRule.walkableKinds.count == 21)
    }

    @Test(
        "Kinds of way that nobody walks on, whatever foot says",
        arguments: [
            "construction", "proposed", "raceway", "busway", "bus_guideway", "escape", "elevator", "platform",
            "rest_area", "services", "razed", "abandoned", "living_street_link", "Residential", "",
        ])
    func otherKinds(kind: String) {
        for foot in [nil, "yes", "designated", "permissive", "no"] {
            #expect(WalkingRule().verdict(on: WayTags(highway: kind, foot: foot)) == .kind)
        }
    }

    @Test(arguments: ["motorway", "motorway_link"])
    func motorwaysNeedAnInvitation(kind: String) {
        let rule = WalkingRule()
        #expect(rule.admits(WayTags(highway: kind, foot: "yes")))
        #expect(rule.admits(WayTags(highway: kind, foot: "designated")))
        for foot in [nil, "permissive", "no", "private", "use_sidepath"] {
            #expect(rule.verdict(on: WayTags(highway: kind, foot: foot)) == .motorway)
        }
    }

    @Test(
        "Access against foot",
        arguments: [
            ("no", nil, false), ("private", nil, false), ("no", "yes", true), ("private", "yes", true),
            ("no", "designated", true), ("private", "designated", true), ("no", "permissive", true),
            ("private", "permissive", true), ("private", "destination", false), ("no", "no", false),
            ("private", "private", false), ("customers", nil, true), ("destination", nil, true),
            ("permit", nil, true), ("yes", nil, true), ("yes", "no", false), ("no", "yes;no", false),
        ] as [(String, String?, Bool)])
    func access(access: String, foot: String?, walkable: Bool) {
        let way = WayTags(highway: "service", foot: foot, access: access)
        #expect(WalkingRule().admits(way) == walkable)
        // Private ways let in what access alone forbids; what foot forbids stays out.
        let opened = WalkingRule(privateWays: true)
        #expect(opened.admits(way) == !["no", "private"].contains(foot))
    }

    @Test func privateWaysDoNotOpenMotorways() {
        let rule = WalkingRule(privateWays: true)
        #expect(rule.verdict(on: WayTags(highway: "motorway", access: "private")) == .motorway)
        #expect(rule.admits(WayTags(highway: "motorway", foot: "yes", access: "private")))
    }

    @Test func footOfOtherValuesForbidsNothing() {
        for foot in ["use_sidepath", "destination", "customers", "discouraged", "yes;designated"] {
            #expect(WalkingRule().admits(WayTags(highway: "primary", foot: foot)))
        }
    }

    @Test func onlyFootNoBlocksANode() {
        #expect(WalkingRule.blocks(foot: "no"))
        for foot in [nil, "private", "yes", "", "No"] { #expect(!WalkingRule.blocks(foot: foot)) }
    }
}
