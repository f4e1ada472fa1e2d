internal import Policy

/// The words for the values that stand in a policy pack: in Chinese what a code means, with the code behind it.
///
/// Numbers, dates, ids and the names of services and districts are shown as they stand.
struct PackValueWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// The value of a key of a pack's file.
    func value(_ text: String, of key: String) -> String {
        guard say == .chinese else { return text }
        if key.hasPrefix("measures.") || key == "for" || key == "counts" { return selector(text) }
        switch key {
        case "measure": return MeasureWording(language: say).measure(text)
        case "basis": return Basis(rawValue: text).map(MeasureWording(language: say).basis) ?? text
        case "services": return services(text)
        case "service_classes.I", "service_classes.II", "service_classes.III": return services(text)
        case "payers", "payer": return joined(text, by: "|", Self.words)
        default: return Self.words[text].map { named($0, text) } ?? text
        }
    }

    /// The conditions of a selector, one after the other.
    func selector(_ text: String) -> String {
        text.split(separator: ";").map { condition(String($0)) }.joined(separator: "；")
    }

    private func condition(_ text: String) -> String {
        for sign in [">=", "="] {
            guard let at = text.firstRange(of: sign) else { continue }
            let (key, value) = (String(text[..<at.lowerBound]), String(text[at.upperBound...]))
            let name = Self.conditions[key] ?? key
            switch key {
            case "services": return name + "：" + services(value)
            case "meets": return name + "：" + value.replacing("+", with: "、")
            case "grade": return name + "：" + value.replacing("|", with: "、")
            case "area_m2", "beds": return name + "不少于 " + value
            case "status": return name + "：" + joined(value, by: "|", Self.statuses)
            case "district": return name + "：" + value.replacing("|", with: "、")
            default: return name + "：" + joined(value, by: "|", Self.words)
            }
        }
        return QuantityWording(language: say).selector(text)
    }

    private func services(_ text: String) -> String {
        QuantityWording(language: say).services(text.split(separator: "+").map(String.init))
    }

    private func joined(_ text: String, by separator: Character, _ words: [String: String]) -> String {
        text.split(separator: separator).map { word in
            words[String(word)].map { named($0, String(word)) } ?? String(word)
        }.joined(separator: "、")
    }

    private func named(_ word: String, _ code: String) -> String { "\(word)（\(code)）" }

    private static let conditions = [
        "kind": "类型", "level": "级别", "network": "网络形式", "grade": "等级", "operator": "运营",
        "area_m2": "建筑面积（平方米）", "beds": "床位", "services": "服务项目", "meets": "须符合",
        "status": "状态", "district": "区县", "setting": "城乡",
    ]

    private static let statuses = [
        "operating": "运营", "building": "在建", "planned": "规划", "suspended": "停业",
    ]

    private static let words = [
        // Kinds, levels, roles and operators of facilities.
        "institution": "养老机构", "centre": "服务中心", "station": "服务站", "day_care": "日间照料", "meal_point": "助餐点",
        "rural_home": "农村幸福院", "apartment": "老年公寓", "micro": "小微", "platform": "信息服务平台",
        "city": "市", "district": "区县", "subdistrict": "街道乡镇", "community": "社区",
        "embedded": "社区嵌入式", "radiating": "中心辐射式", "public": "公办", "social": "社会",
        // Where and for whom.
        "each_district": "各区县", "urban": "城镇", "rural": "农村", "pool": "统筹组", "distance": "直线距离", "walk": "步行",
        // Dates and conditions.
        "planned": "规划许可", "built": "建成", "accepted": "验收", "delivered": "交付", "opened": "开业",
        "running_normally": "正常运营", "unknown": "未知", "none": "无", "true": "是", "false": "否",
        "built_before_share_of_dwellings: 0.5": "住宅建成 50% 前建成",
        // Money.
        "central": "中央", "province": "省级", "lottery": "福利彩票公益金", "charity": "慈善", "elders": "老年人",
        "population": "人口", "facilities": "设施", "granted": "按实际补贴", "registered": "户籍", "resident": "常住",
        // How a text is known.
        "document": "原文", "notice": "公开通知", "news_copy": "新闻转载", "second_hand": "转引",
    ]
}
