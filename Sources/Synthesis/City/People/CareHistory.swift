/// What happened to the care space of a new compound: together they bring out every verdict of the space
/// rule, the first-phase rule and the four synchronizations.
enum CareHistory: CaseIterable, Sendable {
    /// Care space with the first dwellings or before them.
    case inStep
    /// Built and handed over long after the dwellings.
    case late
    /// Planned, then forgotten: the dwellings are delivered and the care space is not built.
    case forgotten
    /// Neither the dwellings nor the care space are there yet.
    case underWay
    /// The care space is ready before any dwelling is.
    case ahead
    /// Dates known to the month or year only, too coarse for a verdict.
    case coarseDates
    /// Less care space than the rule asks for.
    case tooSmall
    /// All of the care space in the second phase.
    case secondPhase
    /// More than one phase holds care space.
    case spread
    /// No care space at all.
    case noSpace
    /// Nobody wrote the figure down.
    case noFigure
    /// Nobody wrote the phases down.
    case noPhases
    /// Planned in the month in which the rule came into force, on a day that nobody wrote down.
    case onTheThreshold
    /// The compound's record has no planning date; its first phase has one.
    case plannedByPhase

    /// The histories in the order in which new compounds take them, the good ones more often.
    static let rota: [CareHistory] = [
        .inStep, .late, .underWay, .tooSmall, .inStep, .forgotten, .ahead, .coarseDates, .inStep,
        .secondPhase,
        .underWay, .noSpace, .noFigure, .inStep, .late, .noPhases, .underWay, .onTheThreshold, .spread,
        .plannedByPhase,
    ]

    /// Whether the first phase is delivered by the base year's end.
    var isDelivered: Bool { self != .underWay && self != .ahead }

    /// How many phases it needs at least.
    var leastPhases: Int { self == .secondPhase || self == .spread ? 2 : 1 }
}
