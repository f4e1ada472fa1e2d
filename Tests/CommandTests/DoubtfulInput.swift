import Foundation
import Testing

/// Something in the hamlet that a careful reader should know of, though a run can go on with it.
struct DoubtfulInput: Sendable, CustomTestStringConvertible {
    let name: String
    /// All of standard error, in order.
    let lines: [String]
    /// Two faults that stand beside it.
    let others: [OtherFault]
    let apply: @Sendable (HamletStudy) throws -> Void

    init(
        _ name: String, _ lines: [String], beside others: [OtherFault],
        _ apply: @escaping @Sendable (HamletStudy) throws -> Void
    ) {
        (self.name, self.lines, self.others, self.apply) = (name, lines, others, apply)
    }

    var testDescription: String { name }

    /// The same as bad input, whose lines are put in order alike.
    var linesAmongOthers: [String] {
        BadInput.row(name, lines, beside: others, apply).linesAmongOthers
    }

    static let all = [
        DoubtfulInput(
            "an age group is missing",
            [
                "communities.geojson:2: elders_70_79: warning: elders_70_79 is not stated: the community's elders are unknown, expected all three age groups or a total"
            ], beside: OtherFault.ofCommunities
        ) {
            try $0.replace("\"elders_70_79\": 30", with: "\"elders_70_79\": null", in: "communities.geojson")
        },
        DoubtfulInput(
            "two age groups are missing",
            [
                "communities.geojson:2: elders_60_69: warning: elders_60_69 and elders_70_79 are not stated: the community's elders are unknown, expected all three age groups or a total"
            ], beside: OtherFault.ofCommunities
        ) {
            try $0.replace(
                "\"elders_60_69\": 50, \"elders_70_79\": 30, ", with: "", in: "communities.geojson")
        },
        DoubtfulInput(
            "an age group larger than all elders",
            [
                "communities.geojson:2: elders_80_plus: warning: elders_80_plus 20 is more than elders 10, expected no more than that",
                "compounds.csv:4: elders: warning: 70 elders are more than the 10 that its community “K2” states, expected no more than that",
                "compounds.csv:5: elders: warning: 100 elders are more than the 10 that its community “K2” states, expected no more than that",
            ], beside: OtherFault.ofCommunities
        ) {
            try $0.replace(
                "\"elders_80_plus\": 20", with: "\"elders_80_plus\": 20, \"elders\": 10",
                in: "communities.geojson")
        },
        DoubtfulInput(
            "age groups larger than all elders",
            [
                "communities.geojson:2: elders_80_plus: warning: elders_60_69 + elders_70_79 + elders_80_plus 100 is more than elders 99, expected no more than that",
                "compounds.csv:5: elders: warning: 100 elders are more than the 99 that its community “K2” states, expected no more than that",
            ], beside: OtherFault.ofCommunities
        ) {
            try $0.replace(
                "\"elders_80_plus\": 20", with: "\"elders_80_plus\": 20, \"elders\": 99",
                in: "communities.geojson")
        },
        DoubtfulInput(
            "more elders than people",
            [
                "communities.geojson:2: elders_80_plus: warning: elders_60_69 + elders_70_79 + elders_80_plus 100 is more than population 80, expected no more than that"
            ], beside: OtherFault.ofCommunities
        ) { try $0.replace("\"population\": 900", with: "\"population\": 80", in: "communities.geojson") },
        DoubtfulInput(
            "more nursing beds than beds",
            [
                "facilities.csv:3: nursing_beds: warning: nursing_beds 900 is more than beds 40, expected no more than that"
            ],
            beside: [
                OtherFault(
                    "facilities.csv:2: beds: “-10” is negative, expected zero or more", in: "facilities.csv",
                    ",10,2016-05-01", ",-10,2016-05-01"),
                OtherFault(
                    "facilities.csv:5: level: “village” is unknown, expected one of: city (市级), district (区级), subdistrict (街道级), community (社区级), micro (小微)",
                    in: "facilities.csv", "Field Home,community", "Field Home,village"),
            ]
        ) {
            try $0.replace(",area_m2,", with: ",nursing_beds,", in: "facilities.csv")
            for (bed, other) in [(",180,", ",8,"), (",60,,", ",,,"), (",150,", ",,")] {
                try $0.replace(bed, with: other, in: "facilities.csv")
            }
        },
        DoubtfulInput(
            "a compound delivered before it was planned, in columns of other names",
            ["compounds.csv:2: 交付时间: warning: 交付时间 is before 规划许可时间, expected dates in order"],
            beside: OtherFault.ofCompounds
        ) {
            try $0.replace("planned,delivered,", with: "规划许可时间,交付时间,", in: "compounds.csv")
            try $0.replace("2010-04,2012,", with: "2010-04,2009,", in: "compounds.csv")
        },
        DoubtfulInput(
            "a phase accepted before it was built, in columns of other names",
            ["phases.csv:3: 验收时间: warning: 验收时间 is before 竣工时间, expected dates in order"],
            beside: OtherFault.ofPhases
        ) {
            try $0.replace(
                "housing_built,housing_accepted", with: "竣工时间,验收时间", in: "phases.csv")
            try $0.replace("2020-03,2020-05,", with: "2020-03,2020-02,", in: "phases.csv")
        },
        DoubtfulInput(
            "a compound that lies in another community than it names",
            [
                "compounds.csv:2: community: warning: states the community “School” but lies in “Mill”: counted with the former"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("H1,Mill Court,K1,", with: "H1,Mill Court,K2,", in: "compounds.csv") },
        DoubtfulInput(
            "a fraction of a dwelling",
            [
                "compounds.csv:2: households: warning: “12.5” is no whole number of people or dwellings, counted as it stands"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("K1,200,", with: "K1,12.5,", in: "compounds.csv") },
        DoubtfulInput(
            "a compound with more elders than its community",
            [
                "compounds.csv:2: elders: warning: 201 elders are more than the 200 that its community “K1” states, expected no more than that"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("K1,200,60", with: "K1,200,201", in: "compounds.csv") },
        DoubtfulInput(
            // pyproj 3.7.2, shapely 2.2.0: on EPSG:4547 the two have 106,422.05 m² in common, the smaller 1,064,221.74.
            "communities that overlap",
            [
                "communities.geojson:2: warning: overlaps “K1” at communities.geojson:1 by 106422 m² (10 % of the smaller one), expected communities that only touch: what lies in both is in the area of both"
            ], beside: OtherFault.ofCompounds
        ) {
            try $0.replace(
                "[[[114.31, 30.50], [114.32, 30.50], [114.32, 30.51], [114.31, 30.51], [114.31, 30.50]]]",
                with:
                    "[[[114.309, 30.50], [114.32, 30.50], [114.32, 30.51], [114.309, 30.51], [114.309, 30.50]]]",
                in: "communities.geojson")
        },
        DoubtfulInput(
            "phases that have more dwellings than their compound",
            ["compounds.csv:4: households: warning: states 250 households, but its phases add up to 260"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("H3,1,250", with: "H3,1,260", in: "phases.csv") },
        DoubtfulInput(
            "phases that have fewer dwellings than their compound",
            ["compounds.csv:4: households: warning: states 250 households, but its phases add up to 240"],
            beside: OtherFault.ofCompounds
        ) { try $0.replace("H3,1,250", with: "H3,1,240", in: "phases.csv") },
        DoubtfulInput(
            "phases that have less care space than their compound",
            [
                "compounds.csv:4: care_space_m2: warning: states 40 m² of care space, but its phases add up to 30.5 m²"
            ], beside: OtherFault.ofCompounds
        ) { try $0.replace("H3,1,250,40", with: "H3,1,250,30.5", in: "phases.csv") },
    ]
}
