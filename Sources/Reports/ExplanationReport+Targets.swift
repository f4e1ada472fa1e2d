internal import Claims
internal import Compliance
internal import Places
internal import Policy

// What is counted: targets, measures of presence, facilities.
extension ExplanationReport {
    /// How many parts of a figure are named.
    private static let named = 10

    func target(_ explanation: TargetExplanation) -> JSONText {
        let target = explanation.target
        return .object([
            ("subject", .text("target")), ("name", .text(TargetFindings.prefix + target.id)),
            ("name_en", .text(target.name.en)), ("name_zh", .text(target.name.zh)),
            ("measure", .text(target.measure.name)), ("basis", .text(target.basis.rawValue)),
            ("counted", .text(optional: explanation.counted)),
            ("at_least", .number(target.atLeast.description)),
            ("due", .text(optional: target.due?.text)), ("version_en", .text(optional: target.version?.en)),
            ("version_zh", .text(optional: target.version?.zh)), ("citation", citation(target.clause)),
            ("scopes", .list(explanation.scopes.map(scope))),
        ])
    }

    private func scope(_ part: TargetExplanation.Part) -> JSONText {
        func list(_ parts: [RatePart], _ figure: (RatePart) -> Double) -> JSONText {
            .list(parts.largest(Self.named, by: figure).map(self.part))
        }
        return .object([
            ("row", finding(part.finding)), ("numerator", .number(part.figure.numerator)),
            ("denominator", .number(part.figure.statedDenominator)),
            ("unknown", .number(part.figure.unknown)),
            ("per", .number(part.figure.factor)), ("parts", .whole(part.parts.count)),
            ("parts_counted", .whole(part.parts.count { $0.covered > 0 })),
            ("largest_counted", list(part.parts, \.covered)),
            ("largest_not_counted", list(part.parts, \.uncovered)),
            ("largest_unknown", list(part.parts) { $0.isUnknown ? $0.amount : 0 }),
            ("taken_over_parts", .whole(part.over.count)), ("largest_taken_over", list(part.over, \.amount)),
            ("unstated", .list(part.unstated.prefix(Self.named).map { .object(named($0)) })),
        ])
    }

    func presence(_ explanation: PresenceExplanation) -> JSONText {
        let community = study.communities[explanation.community]
        func counted(_ own: CountedFacility, _ how: String) -> JSONText {
            .object([
                ("facility", facility(own.facility)), ("how", .text(how)),
                ("counts", own.isCounted.map { .flag($0) } ?? .null),
                ("findings", .list(own.findings.map(finding))),
            ])
        }
        return .object([
            ("subject", .text("presence")), ("measure", .text(explanation.measure)),
            ("community", .text(community.id)), ("source", source(community.source)),
            ("subdistrict", .text(optional: explanation.subdistrict?.identifier)),
            ("met", explanation.isMet.map { .flag($0) } ?? .null), ("counted", .text(explanation.counted)),
            (
                "facilities",
                .list(
                    explanation.standing.map { counted($0, "stands_there") }
                        + explanation.serving.map { counted($0, "serves_it") })
            ),
        ])
    }

    func facility(_ explanation: FacilityExplanation) -> JSONText {
        let own = study.facilities[explanation.facility]
        return .object([
            ("subject", .text("facility")), ("facility", facility(explanation.facility)),
            ("level", .text(own.level.rawValue)), ("kind", .text(optional: own.kind?.rawValue)),
            ("community", .text(optional: own.community.map { study.communities[$0].id })),
            ("opened", .text(optional: own.opened?.text)), ("closed", .text(optional: own.closed?.text)),
            ("status", .text(optional: own.status?.rawValue)), ("open", .flag(explanation.isOpen)),
            ("counts_for", .list(explanation.measures.map { .text($0) })),
            ("findings", .list(explanation.findings.map(finding))),
            ("actions", .list(explanation.actions.map(action))),
        ])
    }
}
