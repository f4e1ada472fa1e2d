internal import Places
internal import Policy

/// The words for what stands in a policy pack.
struct PackWording {
    let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// A text of the pack in the language asked for.
    func text(_ text: BilingualText) -> String { say(text.en, text.zh) }

    /// How the text of a document is known.
    func known(_ known: Citation.Knowledge) -> String {
        switch known {
        case .document: say("read itself", "见原文")
        case .notice: say("from a notice", "据公开通知")
        case .newsCopy: say("from a notice or a news copy", "据通知或新闻转载")
        case .secondHand: say("quoted by others", "转引")
        }
    }

    /// A list of a pack.
    func section(_ section: PackEntry.Section) -> String {
        switch section {
        case .general: say("General", "总则")
        case .circles: say("Walking circles", "生活圈")
        case .rules: say("Rules", "规则")
        case .targets: say("Targets", "目标")
        case .subsidies: say("Subsidies", "补贴")
        case .entitlements: say("Entitlements", "服务待遇")
        case .envelopes: say("Yearly envelopes", "年度资金安排")
        case .costs: say("Costs", "造价")
        case .facilityNames: say("Names of facilities", "设施名称")
        case .citations: say("Documents", "依据文件")
        }
    }

    /// How many entries of a kind there are: `1 rule`, `2 rules`.
    func count(_ number: Int, of kind: String) -> String {
        let word = kind.split(separator: "_").joined(separator: " ")
        let one =
            switch kind {
            case "subsidies": "subsidy"
            case "service_classes": "service class"
            default: String(word.dropLast())
            }
        let chinese =
            PackEntry.Section(rawValue: kind).map(section) ?? (kind == "service_classes" ? "服务类别" : "其他指标")
        return say(counted(number, one, word), "\(chinese) \(number)")
    }

    /// The value of a key: in Chinese what its codes mean.
    func value(_ text: String, of key: String) -> String {
        PackValueWording(language: say).value(text, of: key)
    }

    /// What has to be known of a fact beside its value: that what counts as qualified meets no standard of the pack's.
    func remark(on fact: PackEntry.Fact, in pack: PolicyPack) -> String {
        guard fact.key == "measures.\(NamedMeasure.hasQualified.rawValue)",
            let rule = pack.namedMeasures[.hasQualified], rule.meeting.isEmpty,
            rule.selector.minimumArea == nil, rule.selector.services.isEmpty, rule.selector.grades.isEmpty
        else { return "" }
        return say(
            " (no standard is named: by kind alone, not to be held against a pack that has one)",
            "（未列标准，仅按类型计入，不可与列有标准的政策包比较）")
    }

    /// What became of an entry.
    func change(_ change: PackDifference.Change) -> String {
        switch change {
        case .added: say("added", "新增")
        case .removed: say("removed", "删除")
        case .changed: say("changed", "变更")
        case .countedDifferently: say("counted differently, not compared", "统计口径不同，不作比较")
        }
    }

    /// A key of a pack's file: in Chinese its meaning before it.
    func key(_ key: String) -> String {
        guard say == .chinese else { return key }
        let parts = key.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2, parts[0] == "measures" {
            return "指标 " + MeasureWording(language: say).measure(parts[1])
        }
        if parts.count == 2, parts[0] == "service_classes" { return "服务类别 \(parts[1])（\(key)）" }
        guard let name = Self.names[key] else { return key }
        return "\(name)（\(key)）"
    }

    private static let names = [
        "effective_from": "生效", "effective_to": "失效", "class_by": "新建或既有的判定日期",
        "new_m2_per_100_households": "新建每百户平方米", "existing_m2_per_100_households": "既有每百户平方米",
        "fallback": "未在首期时", "phase": "对照分期", "min_m2": "单处不小于平方米", "by": "统筹范围",
        "within_m": "距离不超过米", "m2_per_person": "人均平方米", "for": "适用设施", "counts": "计入设施",
        "where.districts": "适用区县", "where.setting": "适用城乡", "min_area_m2": "建筑面积不小于平方米",
        "or_share_of_public_service_area": "或占公共服务用房比例", "min_m2_per_bed": "每床不小于平方米",
        "max_floor": "最高楼层", "above_ground": "须在地上", "services": "服务项目", "min_service_class": "服务类别不低于",
        "per": "按层级", "meeting": "须先符合", "at_least": "不少于", "note_above": "多于则提示", "due": "期限",
        "measure": "指标", "scope": "范围", "basis": "口径", "once_yuan": "一次性元", "yearly_yuan": "每年元",
        "entitlement": "服务待遇", "hours_a_carer_a_month": "护理员每月小时", "elsewhere_counts": "异地配建计入",
        "min_land_area_m2": "用地面积不小于平方米", "max_stay_months": "最长入住月数", "when": "拨付条件", "chain_of": "连锁规模（处）",
        "payers": "出资方", "payer": "出资方", "groups": "保障对象",
        "hours_a_month": "每月小时", "yuan_an_hour": "每小时元", "months": "月数", "yuan_a_year": "每人每年元",
        "yuan": "每年元", "covers": "支付项目", "shared_by": "分配依据",
        "share_of_cost": "占造价比例", "cap_yuan": "上限元", "per_facility_yuan": "每处元",
        "per_m2_yuan": "每平方米元", "per_bed_yuan": "每床元", "minutes": "分钟", "min_m": "至少米",
        "max_m": "至多米", "min_people": "至少人口", "max_people": "至多人口", "level": "级别", "kind": "类型",
        "network": "网络形式", "elders": "老年人口径", "name.en": "英文名称", "name.zh": "中文名称", "title.en": "英文题名",
        "title.zh": "中文题名", "jurisdiction.en": "适用地（英文）", "jurisdiction.zh": "适用地（中文）", "number": "文号",
        "date": "日期", "known": "来源", "clause": "条款",
        "walking.minutes": "步行分钟", "walking.speed_m_per_s": "步行速度", "walking.snap_limit_m": "到街道距离上限",
        "radius_m": "半径米", "water_taken_out_of_area": "扣除水面",
    ]
}
