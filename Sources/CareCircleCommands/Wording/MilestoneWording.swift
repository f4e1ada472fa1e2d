internal import Places

/// The words for the four milestones of the synchronizations.
struct MilestoneWording {
    private let say: Language

    /// Makes the wording of a language.
    init(language: Language) { say = language }

    /// The word for a milestone; in English the participle, as it stands behind “was”.
    func word(_ milestone: Milestone) -> String { say(milestone.rawValue, chinese(milestone)) }

    private func chinese(_ milestone: Milestone) -> String {
        switch milestone {
        case .planned: "规划"
        case .built: "建成"
        case .accepted: "验收"
        case .delivered: "交付"
        }
    }
}
