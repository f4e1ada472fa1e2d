internal import Claims
internal import Coverage
internal import Geometry
internal import Places
internal import Policy

// What elders have access to of capacity.
extension ExplanationReport {
    func access(_ explanation: AccessExplanation) -> JSONText {
        var members: [(String, JSONText)] = [("subject", .text("access"))]
        switch explanation.subject {
        case .place(let place): members.append(("of", .object(named(.place(place)))))
        case .community(let index): members.append(("of", .object(named(.community(index)))))
        case .facility(let index): members.append(("of", .object(named(.facility(index)))))
        case .scope(let scope):
            members.append(
                ("of", .object([("kind", .text(scope.kind)), ("id", .text(scope.identifier))])))
        }
        members += [
            ("minutes", .number(explanation.sources?.minutes)),
            ("counted", .text(result.standard.walkSelector.text)),
            (
                "zones",
                .list(
                    (explanation.sources.map { Array(zip($0.zones.limits, $0.zones.weights)) } ?? []).map {
                        .object([("up_to_m", .number($0.metres.value)), ("weight", .number($1))])
                    })
            ),
            ("chains", .list(explanation.chains.map { chain($0, of: explanation) })),
        ]
        return .object(members)
    }

    private func chain(_ chain: AccessExplanation.Chain, of explanation: AccessExplanation) -> JSONText {
        let supply = chain.supply
        var members: [(String, JSONText)] = [
            ("capacity", .text(supply.capacity.rawValue)), ("method", .text(chain.method.rawValue)),
            ("row", row(of: chain, explanation)),
            ("norm_per_1000", .number(supply.norm * 1_000)),
            ("norm_is", .text(supply.isSpread ? "supply_spread_evenly" : "asked")),
            ("supply_of_all", .number(supply.sum)),
            ("elders_of_all", .number(explanation.sources?.places.everybody)),
        ]
        if case .facility(let index) = explanation.subject {
            let ratio = chain.facility.flatMap { chain.ratios[$0] }
            members += [
                ("counts", .flag(chain.facility != nil)),
                ("states", .number(supply.capacity.stated(by: study.facilities[index]))),
                (
                    "weighted_elders",
                    .number(chain.sharing.reduce(0) { $0 + $1.effect * elders($1, explanation) }, decimals: 9)
                ),
                ("ratio_per_1000", .number(ratio.map { $0 * 1_000 }, decimals: 9)),
                ("places", .list(chain.sharing.map { sharing($0, explanation) })),
            ]
        } else {
            let isWhole = explanation.question.method != nil || chain.scopeRow == nil
            let listed =
                isWhole ? chain.places : AccessExplanation.neediest(10, of: chain.places)
            members += [
                ("places_count", .whole(chain.places.count)),
                (
                    isWhole ? "places" : "places_lacking_most",
                    .list(listed.map { place($0, chain, explanation) })
                ),
            ]
        }
        return .object(members)
    }

    private func row(of chain: AccessExplanation.Chain, _ explanation: AccessExplanation) -> JSONText {
        let supply = chain.supply
        let report = AccessReport(
            study: study, access: [], standard: result.standard, setAside: setAside)
        let capacity = CapacityAccess(
            capacity: supply.capacity, minutes: explanation.sources?.minutes ?? 0, norm: supply.norm,
            communities: [], scopes: [])
        if case .community(let index) = explanation.subject, let own = chain.row {
            return row(
                AccessReport.communityHeader, report.cells(of: own, study.communities[index], capacity))
        }
        if let own = chain.scopeRow, let figures = chain.figures {
            return row(AccessReport.scopeHeader, report.cells(of: own, figures, capacity))
        }
        return .null
    }

    /// A place's part: its elders, what they have, and the facilities that they have it from.
    private func place(
        _ own: AccessExplanation.Place, _ chain: AccessExplanation.Chain, _ explanation: AccessExplanation
    ) -> JSONText {
        .object(
            named(.place(own.place)) + [
                ("elders", .number(own.elders, decimals: 9)), ("elders_unknown", .number(own.unknown)),
                ("per_1000", .number(own.access * 1_000, decimals: 9)),
                ("unmet", .number(own.unmet, decimals: 9)),
                ("share_of_elders", .number(own.rank, decimals: 9)),
            ]
                + (own.steps.map { steps in
                    [("facilities", .list(steps.map { step($0, chain, explanation) }))]
                } ?? []))
    }

    private func step(
        _ pair: AccessSources.Pair, _ chain: AccessExplanation.Chain, _ explanation: AccessExplanation
    ) -> JSONText {
        let ratio = chain.ratios[pair.facility]
        return .object(
            [("facility", facility(explanation.sources?.facilities[pair.facility]))] + weighed(pair) + [
                ("ratio_per_1000", .number(ratio.map { $0 * 1_000 }, decimals: 9)),
                ("adds_per_1000", .number((ratio ?? 0) * pair.effect * 1_000, decimals: 9)),
            ])
    }

    private func sharing(_ pair: AccessSources.Pair, _ explanation: AccessExplanation) -> JSONText {
        let elders = elders(pair, explanation)
        return .object(
            named(.place(explainer.place(pair.place))) + [("elders", .number(elders, decimals: 9))]
                + weighed(pair) + [("weighted_elders", .number(pair.effect * elders, decimals: 9))])
    }

    private func weighed(_ pair: AccessSources.Pair) -> [(String, JSONText)] {
        [
            ("walk_m", .number(NumberText.metres(micrometres: pair.walk.count, decimals: 1))),
            ("weight", .number(pair.weight)), ("choice", .number(pair.choice, decimals: 9)),
        ]
    }

    private func elders(_ pair: AccessSources.Pair, _ explanation: AccessExplanation) -> Double {
        explanation.sources?.places.elders[pair.place] ?? 0
    }
}
