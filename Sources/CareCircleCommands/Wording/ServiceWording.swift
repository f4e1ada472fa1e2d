internal import Compliance
internal import Places

/// The words for what verdicts on land, stays and entitled people rest on.
struct ServiceWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// One clause in plain words; nothing for what verdicts of other rules rest on.
    func detail(_ detail: FindingDetail) -> String? {
        switch detail {
        case .landArea: say("by its land area", "按用地面积")
        case .landAreaNotStated: say("states no land area", "未列用地面积")
        case .longestStay: say("by the longest stay", "按最长入住时间")
        case .longestStayNotStated: say("does not state the longest stay", "未列最长入住月数")
        case .entitledNotStated: say("no row of groups says how many are entitled", "未列保障人数")
        case .nobodyEntitled: say("nobody is entitled", "无保障对象")
        case .serviceHours(let people, let hours, let carers, let each, let open):
            say(
                "\(counted(people, "person", "people")) × \(hours) h a month; \(counted(carers, "carer")) × \(each) h",
                "\(people) 人 × 每月 \(hours) 小时；护理员 \(carers) 人 × \(each) 小时")
                + (open == 0
                    ? ""
                    : say(
                        "; \(counted(open, "facility states", "facilities state")) no carers",
                        "；\(open) 处设施未列护理员数"))
        case .servicesMissingFor(let people, let services, let open):
            (services.isEmpty
                ? say("\(counted(people, "person", "people")); all are offered", "\(people) 人；服务齐全")
                : say(
                    "\(counted(people, "person", "people")); nobody offers \(services.joined(separator: ", "))",
                    "\(people) 人；缺\(QuantityWording(language: say).services(services))"))
                + (open == 0
                    ? ""
                    : say(
                        "; \(counted(open, "facility states", "facilities state")) no services",
                        "；\(open) 处设施未列服务项目"))
        default: nil
        }
    }
}
