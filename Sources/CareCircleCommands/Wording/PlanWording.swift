internal import Places
internal import Scenarios

/// The words for a scenario's plan: why an action is in it.
struct PlanWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// Why an action is in the plan.
    func reason(_ reason: PlanReason) -> String {
        switch reason {
        case .programme(let source): say("programme, line \(source.row)", "行动计划第 \(source.row) 行")
        }
    }
}
