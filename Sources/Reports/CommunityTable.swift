internal import Coverage
internal import Places

/// The rows of `communities.csv`.
struct CommunityTable {
    static let header = [
        "id", "name", "subdistrict", "district", "setting", "households", "elders", "area_m2", "facilities",
        "has_facility", "area_share_1km", "household_share_1km", "elder_share_1km", "household_share_15min",
        "elder_share_15min", "elder_share_gap", "households_unknown_1km", "elders_unknown_1km",
        "households_unknown_15min", "elders_unknown_15min", "households_estimated", "elders_estimated",
        "set_aside", "households_unstated", "elders_unstated", "compounds_set_aside",
    ]

    let study: Study
    let result: CoverageResult
    /// How many bad rows no figure counts.
    let setAside: Int

    /// A row for a community of the study.
    func cells(of index: Int) -> [Cell] {
        let community = study.communities[index]
        let coverage = result.communities[index]
        let tally = coverage.tally
        let eldersKnown = hasKnownElders(index)
        func elders(_ amount: Double) -> Cell { eldersKnown ? .number(amount) : .empty }
        return [
            .text(community.id), .text(community.name), .text(optional: community.subdistrict),
            .text(optional: community.district), .plain(community.setting?.rawValue ?? ""),
            .number(tally.straightHouseholds.total),
            eldersKnown ? .number(tally.straightElders.total, decimals: 1) : .empty,
            .number(coverage.area, decimals: 1), .whole(coverage.facilities), .flag(coverage.hasFacility),
            .number(coverage.areaShare, decimals: 6),
            .number(tally.straightHouseholds.share, decimals: 6),
            .number(tally.straightElders.share, decimals: 6),
            .number(tally.walkHouseholds.share, decimals: 6),
            .number(tally.walkElders.share, decimals: 6),
            .number(coverage.elderShareGap, decimals: 6),
            .number(tally.straightHouseholds.unknown), elders(tally.straightElders.unknown),
            .number(tally.walkHouseholds.unknown), elders(tally.walkElders.unknown),
            .number(tally.straightHouseholds.estimated), elders(tally.straightElders.estimated),
            .whole(setAside), .whole(tally.straightHouseholds.unstated),
            .whole(tally.straightElders.unstated),
            .whole(community.compoundsSetAside),
        ]
    }

    /// Whether anything is stated of the community's elders: unknown elders are not none.
    private func hasKnownElders(_ index: Int) -> Bool {
        study.communities[index].elders.total != nil
            || result.communities[index].tally.straightElders.total > 0
    }
}
