package import Claims
internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
internal import Policy

/// Writes the chain behind a figure as JSON.
///
/// What a file has, too, stands in the form in which the file has it: under `row`, the columns of
/// `compounds.csv`, `residuals.csv`, `communities.csv` or `summary.csv`; of findings those of `checks.csv`.
package struct ExplanationReport: Sendable {
    let explainer: Explainer
    let setAside: Int
    private let words: FindingText

    var study: Study { explainer.study }
    private var result: CoverageResult { explainer.result }

    /// Makes the report.
    ///
    /// - Parameters:
    ///   - explainer: what knows the chains.
    ///   - setAside: how many bad rows of the study no figure counts.
    ///   - words: the words for the facts that a verdict rests on, and for what would mend it.
    package init(
        of explainer: Explainer, setAside: Int, words: FindingText
    ) {
        self.explainer = explainer
        self.setAside = setAside
        self.words = words
    }

    /// The chain behind one subject.
    package func json(of explanation: Explanation) -> JSONText {
        switch explanation {
        case .place(let place): .object(self.place(place))
        case .community(let community): self.community(community)
        case .rate(let rate): self.rate(rate)
        case .rule(let rule): self.rule(rule)
        case .target(let target): self.target(target)
        case .presence(let presence): self.presence(presence)
        case .facility(let facility): self.facility(facility)
        case .annual(let figure): self.annual(figure)
        case .scope(let scope): self.scope(scope)
        case .catchment(let catchment): self.catchment(catchment)
        }
    }

    // A place.

    private func place(_ place: PlaceExplanation) -> [(String, JSONText)] {
        let table = PlaceTable(study: study, result: result)
        var members: [(String, JSONText)] = []
        switch place.place {
        case .compound(let index):
            members = [
                ("subject", .text("compound")), ("source", source(study.compounds[index].source)),
                ("row", row(PlaceTable.header, table.cells(ofCompound: index))),
                ("state", .text(optional: place.state.map(word))),
            ]
        case .residual(let community):
            members = [
                ("subject", .text("residual")), ("source", source(study.communities[community].source)),
                ("row", table.cells(ofResidual: community).map { row(PlaceTable.header, $0) } ?? .null),
            ]
        }
        members += [
            ("households", people(place.demand.households, place.households)),
            ("elders", people(place.demand.elders, place.elders)),
            ("straight", straight(place)), ("walk", walk(place)),
        ]
        if case .compound(let index) = place.place {
            members.append(("phases", .list(phases(ofCompound: index))))
            members.append(("findings", .list(place.findings.map(finding))))
        }
        if case .profile(let measure) = place.focus { members.append((measure, profile(place, measure))) }
        if place.focus == .reachedBy {
            let depth = explainer.further.catchments?.depth(of: place.place)
            members.append((FurtherMeasures.reachedBy, depth.map { .whole($0) } ?? .null))
        }
        return members
    }

    private func people(_ value: Double?, _ origin: FigureOrigin) -> JSONText {
        var members: [(String, JSONText)] = [("value", .number(value))]
        switch origin {
        case .stated(let row): members += [("origin", .text("stated")), ("source", source(row))]
        case .deliveredPart(let row):
            members += [("origin", .text("delivered_part")), ("source", source(row))]
        case .shared(let remainder):
            let community = study.communities[remainder.community]
            members += [
                ("origin", .text("shared")), ("community", .text(community.id)),
                ("source", source(community.source)), ("community_states", .number(remainder.total)),
                ("counted_compounds_state", .number(remainder.stated)), ("left", .number(remainder.left)),
                ("shared_by", .text(word(remainder.key))), ("part", .number(remainder.part)),
                ("whole", .number(remainder.whole)),
            ]
        case .unknown(let absence):
            members += [("origin", .text("unknown")), ("reason", .text(word(absence)))]
        }
        return .object(members)
    }

    private func straight(_ place: PlaceExplanation) -> JSONText {
        .object([
            ("facility", facility(place.access.straight?.facility)),
            ("distance_m", JSONText(.number(place.access.straight?.distance.value, decimals: 1))),
            ("radius_m", .number(result.standard.radius.value)),
            ("counted", .text(result.standard.straightSelector.text)),
            ("within_1km", JSONText(.flag(place.isWithinRadius))),
        ])
    }

    private func walk(_ place: PlaceExplanation) -> JSONText {
        let standard = result.standard
        var members: [(String, JSONText)] = []
        if case .reached(let index, let walk) = place.access.walk {
            members += [
                ("facility", facility(index)),
                ("walk_m", .number(NumberText.metres(micrometres: walk.count, decimals: 1))),
                ("walk_mm", .number(String(walk.wholeMillimetres))),
                ("walk_s", JSONText(.number(standard.seconds(for: walk), decimals: 1))),
            ]
        } else {
            members.append(("facility", .null))
        }
        members += [("parts", legs(place)), ("gates", .whole(place.gates.count))]
        members += [
            ("minutes", .number(standard.minutes)), ("speed_m_per_s", .number(standard.speed)),
            ("limit_m", .number(standard.walkLimit.value)),
            ("snap_limit_m", .number(standard.snapLimit.value)),
            ("counted", .text(standard.walkSelector.text)),
            ("within_15min", JSONText(.flag(place.isWithinWalk))),
        ]
        return .object(members)
    }

    /// The parts of a walk in whole millimetres, which add up to the walk.
    private func legs(_ place: PlaceExplanation) -> JSONText {
        guard let legs = place.legs, case .reached(_, let walk) = place.access.walk else { return .null }
        let (to, from) = (legs.toStreet.wholeMillimetres, legs.fromStreet.wholeMillimetres)
        var members: [(String, JSONText)] = [("start", .text("point"))]
        if case .gate(let gate) = legs.start {
            members = [
                ("start", .text("gate")), ("gate", position(study.gates[gate].point)),
                ("source", source(study.gates[gate].source)),
            ]
        }
        return .object(
            members + [
                ("to_street_mm", .number(String(to))), ("joins_at", position(legs.joinsAt)),
                ("along_streets_mm", .number(String(walk.wholeMillimetres - to - from))),
                ("leaves_at", position(legs.leavesAt)), ("from_street_mm", .number(String(from))),
            ]
                + (legs.streets.map { streets in
                    [
                        (
                            "streets",
                            .list(
                                streets.map {
                                    .object([
                                        ("name", .text(optional: $0.name)),
                                        ("mm", .number(String($0.length.wholeMillimetres))),
                                    ])
                                })
                        )
                    ]
                } ?? []))
    }

    func finding(_ finding: Finding) -> JSONText {
        .object(
            properties(ChecksReport.header, ChecksReport.cells(of: finding, words: words)) + [
                ("citation", self.citation(finding.clause))
            ] + sources(of: finding))
    }

    func citation(_ clause: Clause) -> JSONText {
        let citation = clause.citation
        return .object([
            ("title_en", .text(citation.title.en)), ("title_zh", .text(citation.title.zh)),
            ("number", .text(optional: citation.number)), ("date", .text(optional: citation.date?.text)),
            ("known", .text(citation.known.rawValue)), ("part", .text(optional: clause.part)),
        ])
    }

    // A community and a rate.

    private func community(_ community: CommunityExplanation) -> JSONText {
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

    private func rule(_ explanation: RuleExplanation) -> JSONText {
        var asked: [(String, JSONText)] = []
        if let place = explanation.place {
            asked = [
                ("of", .object([("kind", .text(place.kind.rawValue)), ("id", .text(place.id(in: study)))])),
                ("findings", .list(explanation.findings.map(finding))),
            ]
        }
        return .object(
            [("subject", .text("rule")), ("name", .text(explanation.rule))] + asked + [
                (
                    "verdicts",
                    .object(Verdict.allCases.map { ($0.rawValue, .whole(explanation.count($0))) })
                ),
                ("met_together", .whole(explanation.metTogether)),
                ("largest_shortfalls", .list(explanation.largestShortfalls(10).map(finding))),
                ("next_due", .list(explanation.nextDue(10).map(finding))),
                (
                    "row", explanation.findings.count == 1 ? finding(explanation.findings[0]) : .null
                ),
            ])
    }

    // Pieces.

    func row(_ header: [String], _ cells: [Cell]) -> JSONText { .object(properties(header, cells)) }

    func source(_ source: SourceRow) -> JSONText {
        .object([("file", .text(source.file)), ("row", .whole(source.row))])
    }

    private func position(_ point: GeographicPoint) -> JSONText {
        .list([.number(point.longitude, decimals: 7), .number(point.latitude, decimals: 7)])
    }

    func facility(_ index: Int?) -> JSONText {
        guard let index else { return .null }
        let facility = study.facilities[index]
        return .object([
            ("id", .text(facility.id)), ("name", .text(optional: facility.name)),
            ("position", position(facility.point)), ("source", source(facility.source)),
        ])
    }

    private func word(_ state: DeliveryState) -> String {
        switch state {
        case .counted: "counted"
        case .partly: "partly_delivered"
        case .notYet: "not_delivered"
        case .presumedNot: "taken_as_not_delivered"
        }
    }

    private func word(_ key: Remainder.Key) -> String {
        switch key {
        case .footprints: "footprint"
        case .equally: "equal_parts"
        case .households: "households"
        case .residualOnly: "residual_only"
        case .rest: "rest"
        }
    }

    private func word(_ absence: FigureOrigin.Absence) -> String {
        switch absence {
        case .notCounted: "not_counted"
        case .noCommunity: "no_community"
        case .communityStatesNone: "community_states_none"
        }
    }
}

extension JSONText {
    /// The number that a text states.
    fileprivate var asNumber: JSONText { if case .text(let text) = self { .number(text) } else { self } }
}
