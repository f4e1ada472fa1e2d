internal import Compliance
internal import Places

/// The words for why a rule has no verdict on anything of a study.
struct UnjudgedWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// Whether the rule does not apply, or that is not known, and why.
    func text(_ reason: UnjudgedRule.Reason) -> String {
        (reason.isUnknown ? say("unknown: ", "不明：") : say("not applicable: ", "不适用：")) + why(reason)
    }

    /// The word for the reason in JSON.
    func code(_ reason: UnjudgedRule.Reason) -> String {
        switch reason {
        case .notYetInForce: "not_yet_in_force"
        case .noLongerInForce: "no_longer_in_force"
        case .unstated(let column): "no_\(column.rawValue)_stated"
        case .noCommunity(let setting, _): "no_\(setting.rawValue)_community"
        case .noCommunityIn: "no_such_district"
        case .noCommunities: "no_communities"
        case .noFacility: "no_facility"
        case .noFacilityThere: "no_facility_there"
        case .noCompounds: "no_compounds"
        case .nobodyOwes: "nothing_owed"
        case .noPhasedCompound: "no_phased_compound"
        case .nobodyShares: "nobody_shares"
        case .noFigure: "no_figure"
        }
    }

    private func why(_ reason: UnjudgedRule.Reason) -> String {
        switch reason {
        case .notYetInForce(let from):
            from.precision == .day
                ? say("in force from \(from.text) on", "自 \(from.text) 起施行")
                : say(
                    "in force from \(from.text), of which the day is not known: taken as from \(from.last) on",
                    "自 \(from.text) 起施行，具体日期不明，按 \(from.last) 起计")
        case .noLongerInForce(let to): say("in force until \(to.text)", "施行至 \(to.text)")
        case .unstated(let column):
            say("no community states its \(column.rawValue)", "社区均未列\(name(column))")
        case .noCommunity(let setting, let unstated):
            say(
                "no community is \(setting.rawValue)",
                "没有\(setting == .urban ? "城市" : "农村")社区") + silent(unstated, .setting)
        case .noCommunityIn(let districts, let unstated):
            say(
                "no community is in \(districts.joined(separator: ", "))",
                "没有位于\(districts.joined(separator: "、"))的社区") + silent(unstated, .district)
        case .noCommunities: say("the study has no communities", "研究区没有社区")
        case .noFacility(let counted):
            say("no facility of those that it is for is open (\(counted))", "没有开放的适用设施（\(counted)）")
        case .noFacilityThere(let counted):
            say(
                "no facility of those that it is for is open where it applies (\(counted))",
                "适用区域内没有开放的适用设施（\(counted)）")
        case .noCompounds: say("the study has no compounds", "研究区没有小区")
        case .nobodyOwes: say("no compound owes care space", "没有小区应配养老服务用房")
        case .noPhasedCompound:
            say(
                "no compound that is known to owe care space has several phases and some of it",
                "没有已知应配用房、分多期建设且已设用房的小区")
        case .nobodyShares:
            say(
                "no two compounds could share of which one owes care space",
                "没有可统筹且其一应配用房的两个小区")
        case .noFigure: say("no figure of it is computed for this study", "未计算该研究区的数值")
        }
    }

    private func silent(_ count: Int, _ column: UnjudgedRule.AreaColumn) -> String {
        count == 0
            ? ""
            : say(
                "; \(count) do not state their \(column.rawValue)",
                "；\(count) 个社区未列\(name(column))")
    }

    private func name(_ column: UnjudgedRule.AreaColumn) -> String {
        switch column {
        case .district: "区县（district）"
        case .subdistrict: "街道乡镇（subdistrict）"
        case .setting: "城乡类别（setting）"
        }
    }
}
