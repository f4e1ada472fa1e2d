internal import Places
internal import Policy

/// The words for areas that a pack takes, by those of the columns.
enum PackWords {
    /// Words of the key `per`: the tiers of the layer `areas` that a rule may be about.
    static let tiers: ColumnWords<TierStandard.Tier> = AreaColumn.tiers.compactMap {
        TierStandard.Tier(rawValue: $0.rawValue)
    }

    /// Words of a target's `scope`, where it is no list of districts.
    static let extents = ColumnWords<Target.Extent>(
        [
            ("city", .city), ("urban", .setting(.urban)), ("rural", .setting(.rural)),
            ("each_district", .eachDistrict),
        ],
        [
            "全市": .city, "市": .city, "城镇": .setting(.urban), "城市": .setting(.urban), "农村": .setting(.rural),
            "乡村": .setting(.rural), "各区县": .eachDistrict, "各区": .eachDistrict, "各县": .eachDistrict,
        ])
}
