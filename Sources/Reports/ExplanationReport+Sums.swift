internal import Claims
internal import Coverage
internal import Places
internal import Policy

// What is added up: communities and rates.
extension ExplanationReport {
    func community(_ community: CommunityExplanation) -> JSONText {
        let table = CommunityTable(study: study, result: result, setAside: setAside)
        let own = study.communities[community.community]
        return .object([
            ("subject", .text("community")), ("source", source(own.source)),
            ("row", row(CommunityTable.header, table.cells(of: community.community))),
            ("households_stated", .text(optional: own.households?.description).asNumber),
            ("elders_stated", .text(optional: own.elders.total?.description).asNumber),
            ("facilities", .list(community.facilities.map { facility($0) })),
            ("counted", .text(result.standard.presenceSelector.text)),
            ("findings", .list(community.findings.map(finding))),
            ("places", .list(community.places.map { .object(place($0)) })),
        ])
    }

    func rate(_ explanation: RateExplanation) -> JSONText {
        let rate = explanation.rate
        func list(_ figure: (RatePart) -> Double) -> JSONText {
            .list(explanation.largest(10, by: figure).map(part))
        }
        return .object([
            ("subject", .text("rate")), ("name", .text(Subject.name(of: rate))),
            ("row", row(RateTable.header, RateTable(setAside: setAside).cells(of: rate))),
            ("communities", .whole(explanation.communities)),
            ("facilities_counted", .whole(explanation.facilities.count)),
            ("parts", .whole(explanation.parts.count)),
            ("parts_covered", .whole(explanation.parts.count { $0.covered > 0 })),
            ("parts_not_covered", .whole(explanation.parts.count { $0.covered == 0 && !$0.isUnknown })),
            ("parts_unknown", .whole(explanation.parts.count { $0.isUnknown })),
            ("parts_estimated", .whole(explanation.parts.count { $0.isEstimated })),
            ("largest_covered", list(\.covered)), ("largest_not_covered", list(\.uncovered)),
            ("largest_unknown", list { $0.isUnknown ? $0.amount : 0 }),
            ("unstated_places", .list(explanation.unstated.prefix(10).map { .object(named($0)) })),
        ])
    }

    func part(_ part: RatePart) -> JSONText {
        .object(
            named(part.source) + [
                ("amount", .number(part.amount)), ("covered", .number(part.covered)),
                ("unknown", .flag(part.isUnknown)), ("estimated", .flag(part.isEstimated)),
            ])
    }

    func named(_ source: RatePart.Source) -> [(String, JSONText)] {
        let (kind, id, name): (String, String, String?) =
            switch source {
            case .place(.compound(let index)):
                ("compound", study.compounds[index].id, study.compounds[index].name)
            case .place(.residual(let index)):
                ("residual", study.communities[index].id, study.communities[index].name)
            case .community(let index):
                ("community", study.communities[index].id, study.communities[index].name)
            case .subdistrict(let scope): ("subdistrict", scope.identifier, nil)
            case .total(let scope, let row):
                ("total", scope.identifier, row.map { "\($0.file):\($0.row)" })
            case .facility(let index):
                ("facility", study.facilities[index].id, study.facilities[index].name)
            }
        return [("kind", .text(kind)), ("id", .text(id)), ("name", .text(optional: name))]
    }
}

extension JSONText {
    /// The number that a text states.
    fileprivate var asNumber: JSONText { if case .text(let text) = self { .number(text) } else { self } }
}
