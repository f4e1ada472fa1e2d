internal import Places
internal import Scenarios

extension ProblemWording {
    /// The sentence for an entry of a programme that does not fit the study.
    func programme(_ fault: ProgrammeFault) -> String {
        switch fault {
        case .unknownFacility(let id):
            say(
                "there is no facility \(quoted(id)), expected one of the study or of an earlier entry",
                "没有设施\(quoted(id))，应为资料中或此前行动中的设施")
        case .facilityExists(let id):
            say("the id \(quoted(id)) is taken, expected a new one", "编号\(quoted(id))已被使用，应为新编号")
        case .notYetOpen(let id, let opened):
            say(
                "\(quoted(id)) opens only on \(opened.text), expected a later date",
                "\(quoted(id))于 \(opened.text) 才启用，应为更晚的日期")
        case .notOperating(let id, let status):
            say(
                "\(quoted(id)) is \(status.rawValue), expected an operating facility",
                "\(quoted(id))状态为 \(status.rawValue)，应为运营中的设施")
        case .alreadyClosed(let id, let closed):
            say(
                "\(quoted(id)) closed on \(closed.text), expected an open facility",
                "\(quoted(id))已于 \(closed.text) 停用，应为开放的设施")
        case .changesPlatform(let id):
            say(
                "\(quoted(id)) would turn into or out of a platform, expected another kind",
                "\(quoted(id))不能变为平台或由平台变来，应为其他类型")
        case .beforeBaseYear(let date, let baseYear):
            say(
                "\(date.text) is before the base year \(baseYear), expected a later date",
                "\(date.text) 早于基年 \(baseYear)，应为更晚的日期")
        case .unknownCommunity(let text):
            say(
                "there is no community \(quoted(text)), expected an id or an unambiguous name",
                "没有社区\(quoted(text))，应为编号或唯一的名称")
        case .ambiguousCommunity(let name, let ids):
            say(
                "several communities bear the name \(quoted(name)), expected one of: \(list(ids))",
                "有多个社区名为\(quoted(name))，应为：\(list(ids))")
        }
    }

    /// The sentence for two scenarios of one run that bear the same name.
    func sameScenarioName(_ name: String, _ file: String) -> String {
        say(
            "the scenario of \(file) bears the name \(quoted(name)), too, expected another `name:`",
            "\(file) 的方案也名为\(quoted(name))，应为另一个 `name:`")
    }
}
