internal import Claims
internal import Coverage
internal import Geometry
internal import Places

// Whom facilities and candidates reach.
extension ExplanationReport {
    func catchment(_ explanation: CatchmentExplanation) -> JSONText {
        func sum(_ parts: [RatePart], _ figure: (RatePart) -> Double) -> JSONText {
            .number(parts.reduce(0) { $0 + figure($1) })
        }
        func walked(_ own: RatePart) -> JSONText {
            guard case .place(let place) = own.source,
                let walk = explanation.walk(of: explainer.index(of: place)),
                case .object(let members) = part(own)
            else { return part(own) }
            return .object(
                members + [("walk_m", .number(NumberText.metres(micrometres: walk.count, decimals: 1)))])
        }
        var members: [(String, JSONText)] = [("subject", .text("catchment"))]
        switch explanation.site {
        case .facility(let index): members.append(("facility", facility(index)))
        case .candidate(let index): members.append(("candidate", candidate(index)))
        }
        members.append(
            (
                "row",
                explanation.catchment.map { own in
                    row(
                        CatchmentReport.header,
                        CatchmentReport(
                            study: study, catchments: explainer.further.catchments, setAside: setAside
                        ).cells(of: own))
                } ?? .null
            ))
        members.append(("on_streets", .flag(explanation.isOnStreets)))
        if !explanation.asksForWalk {
            members += [
                ("households", sum(explanation.households, \.amount)),
                ("elders", sum(explanation.elders, \.amount)),
                ("households_alone", sum(explanation.households, \.covered)),
                ("elders_alone", sum(explanation.elders, \.covered)),
                ("places", .whole(explanation.catchment?.places.count ?? 0)),
                ("largest", .list(explanation.elders.largest(10, by: \.amount).map(walked))),
                ("largest_alone", .list(explanation.elders.largest(10, by: \.covered).map(walked))),
            ]
        }
        return .object(members + [("walk", explanation.walk.map(walk) ?? .null)])
    }

    private func walk(_ walk: CatchmentExplanation.Walk) -> JSONText {
        .object(
            named(.place(walk.place)) + [
                (
                    "walk_m",
                    walk.length.map { .number(NumberText.metres(micrometres: $0.count, decimals: 1)) }
                        ?? .null
                ),
                ("within", .flag(walk.isWithin)),
                (
                    "parts",
                    walk.legs.flatMap { legs in walk.length.map { self.legs(legs, of: $0) } } ?? .null
                ),
            ])
    }

    private func candidate(_ index: Int) -> JSONText {
        let candidate = study.candidates[index]
        return .object([
            ("id", .text(candidate.id)), ("name", .text(optional: candidate.name)),
            ("position", position(candidate.point)), ("source", source(candidate.source)),
            ("kind", .text(optional: candidate.kind)), ("level", .text(optional: candidate.level?.rawValue)),
            ("area_m2", JSONText(exact(candidate.area))), ("cost_yuan", JSONText(exact(candidate.cost))),
            ("earliest", candidate.earliest.map { .whole($0) } ?? .null),
        ])
    }
}
