internal import Claims
internal import Compliance
internal import Coverage
internal import Places
internal import Policy

/// The words for why a rule that is in force says nothing of one compound or facility.
struct SilenceWording {
    let say: Language
    let explainer: Explainer

    /// Makes the wording of a language.
    init(language: Language, explainer: Explainer) { (say, self.explainer) = (language, explainer) }

    /// Why the rule says nothing of the place; nothing where no more is known than that.
    func reason(_ rule: String, of place: JudgedPlace) -> String? {
        switch place {
        case .compound(let index) where rule == FirstPhaseRule.id: firstPhase(of: index)
        case .facility(let index): standard(rule, of: index)
        case .compound, .community: nil
        }
    }

    private func firstPhase(of index: Int) -> String {
        let compound = explainer.study.compounds[index]
        let phases = explainer.study.phases.filter { $0.compound == index }
        if phases.count < 2 {
            return say(
                "it is about compounds in several phases, and of this one \(phases.isEmpty ? "none is" : "one is") stated",
                "该规则针对分期建设的小区，此小区\(phases.isEmpty ? "未列分期" : "只列有一期")")
        }
        let held = CompoundRecord(compound: compound, phases: phases).careSpace ?? .zero
        return held > .zero
            ? say(
                "it owes no care space, or the rule was not in force for it",
                "此小区无应配用房，或规则对其尚未生效")
            : say(
                "it is about where care space stands, and this compound states none",
                "该规则针对用房所在分期，此小区未列养老服务用房")
    }

    private func standard(_ rule: String, of index: Int) -> String? {
        guard let standard = explainer.pack.facilityStandards.first(where: { $0.id == rule }) else {
            return nil
        }
        let facility = explainer.study.facilities[index]
        if !facility.isOpen(on: explainer.result.day) {
            return say("it is not open on the day", "该设施当日未开放")
        }
        let wanted =
            say == .chinese
            ? PackValueWording(language: say).selector(standard.selector.text) : standard.selector.text
        return standard.selector.counts(facility)
            ? say("the rule does not apply where it stands", "该规则不适用于其所在地区")
            : say("the rule is for \(wanted)", "该规则针对 \(wanted)")
    }
}
