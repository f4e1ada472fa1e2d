internal import Reports
internal import Scenarios
internal import Siting
internal import Studies

/// The words for what a build-out chooses, and why.
struct BuildOutWording {
    private let say: Language

    init(language: Language) { say = language }

    private func number(_ value: Double) -> String { NumberText.trimmed(value, decimals: 1) }

    /// Why an action was chosen.
    func reason(_ choice: BuildOutChoice) -> String {
        say("build_out: candidate ", "自动布点：备选点 ") + choice.candidate + say(" for ", "，用于")
            + name(choice.purpose) + say("; ", "；") + quality(choice.quality)
    }

    /// What an action is for.
    func name(_ purpose: BuildOutChoice.Purpose) -> String {
        switch purpose {
        case .target(let id): say("target \(id)", "目标 \(id)")
        case .share(let year): say("the share to be covered from \(year) on", "\(year) 年起的覆盖比例")
        case .objective(.equity, let tenth?):
            say("those served worst (tenth \(tenth))", "服务最差者（第 \(tenth) 个十分位）")
        case .objective(.lscp, _): say("least cost", "最低费用")
        case .objective: say("most newly covered", "新增覆盖最多")
        }
    }

    /// How good a build-out is known to be.
    func quality(_ quality: BuildOutQuality) -> String {
        let value =
            switch quality.objective {
            case .mclp, .equity:
                say("objective \(number(quality.value)) person-years", "目标值 \(number(quality.value)) 人年")
            case .targets:
                say(
                    "objective \(number(quality.value)) target-years beyond those met without",
                    "目标值 \(number(quality.value)) 项年（不计无此布点亦实现者）")
            case .lscp:
                say(
                    "objective \(number(quality.value)) yuan of capital", "目标值 投资 \(number(quality.value)) 元")
            }
        let method = say(quality.method.rawValue, quality.method == .rolling ? "逐年滚动" : "全期规划")
        return value
            + say(
                " (\(quality.objective.rawValue), \(method)), ", "（\(quality.objective.rawValue)，\(method)），")
            + bound(quality)
    }

    private func bound(_ quality: BuildOutQuality) -> String {
        if quality.isProven { return say("proven", "已证明最优") }
        guard let bound = quality.bound else { return say("bound not worked out", "未计算界限") }
        let gap = quality.gap.map { GapText(share: $0, decimals: 2).text(say) } ?? "–"
        return say("bound \(number(bound)), gap \(gap)", "界限 \(number(bound))，差距 \(gap)")
    }

    /// What a build-out comes to, in one line.
    func outcome(_ outcome: BuildOutOutcome) -> String {
        if let nothing = nothing(outcome) { return nothing }
        return say(
            "build_out: \(outcome.chosen) of \(counted(outcome.candidates, "candidate")); ",
            "自动布点：\(outcome.candidates) 个备选点中选用 \(outcome.chosen) 个；") + quality(outcome.quality)
            + when(outcome)
    }

    /// When openings of least cost come, since it is the same capital in every year.
    private func when(_ outcome: BuildOutOutcome) -> String {
        guard outcome.quality.objective == .lscp, outcome.chosen > 0 else { return "" }
        return outcome.waits
            ? say("; each opens as late as its goals let it", "；各点在目标允许的最晚年份启用")
            : say("; each opens as soon as it can", "；各点尽早启用")
    }

    /// That nothing at all comes of targets; nothing where something does.
    private func nothing(_ outcome: BuildOutOutcome) -> String? {
        guard outcome.quality.objective == .targets, outcome.quality.value == 0 else { return nil }
        let chosen = say(
            "build_out: \(outcome.chosen) of \(counted(outcome.candidates, "candidate")); ",
            "自动布点：\(outcome.candidates) 个备选点中选用 \(outcome.chosen) 个；")
        guard !outcome.goals.isEmpty else {
            return chosen + say("the pack has no target that openings can move", "政策包没有可由新设设施改变的目标")
        }
        let sure = outcome.quality.isProven
        let standing = outcome.standing
        if standing == outcome.goals.count {
            return chosen
                + say(
                    "nothing to meet: \(counted(standing, "target is", "targets are")) met in every year of the run without it",
                    "无需布点：\(standing) 项目标在推演各年均已实现")
        }
        return chosen
            + say(
                "no target is met in a year in which it is not met without\(sure ? ", and no choice of candidates meets one" : "") (\(outcome.goals.count - standing) of \(counted(outcome.goals.count, "target")) lacking): targets.csv says how near they come",
                "未使任何目标在更多年份实现\(sure ? "，任何选点方案均无法做到" : "")（\(outcome.goals.count) 项中 \(outcome.goals.count - standing) 项未达）：接近程度见 targets.csv"
            )
    }
}

extension ProblemWording {
    /// The sentence for a build-out that asks for what there is not.
    func buildOut(_ fault: BuildOutFault) -> String {
        switch fault {
        case .noCandidates:
            say("the study has no candidates, expected the layer `candidates`", "资料没有备选点，应有图层 `candidates`")
        case .unknownCandidate(let text):
            say(
                "there is no candidate \(quoted(text)), expected an id, a kind of theirs, all, new, converted or upgrades",
                "没有备选点\(quoted(text))，应为编号、备选点的 kind、all、new、converted 或 upgrades")
        case .facilityExists(let id):
            say(
                "the candidate \(quoted(id)) bears the id of a facility, expected another id",
                "备选点\(quoted(id))与设施同号，应另编号")
        case .unknownTarget(let text, let known):
            say(
                "the pack has no target \(quoted(text)), expected one of: \(list(known))",
                "政策包没有目标\(quoted(text))，应为：\(list(known))")
        case .targetNotMoved(let id):
            say(
                "no opening can move the target \(quoted(id)), expected one of facilities, beds or coverage",
                "新设设施无法改变目标\(quoted(id))，应为设施数、床位或覆盖类目标")
        case .noStreets:
            say(
                "minutes are walked and the study has no streets, expected metres or kilometres",
                "资料没有街道，无法按步行分钟计，应为米或公里")
        }
    }
}
