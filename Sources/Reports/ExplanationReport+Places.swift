internal import Claims
internal import Coverage
internal import Geometry
internal import Places
internal import Policy

// A place: its people, and what it reaches.
extension ExplanationReport {
    func place(_ place: PlaceExplanation) -> [(String, JSONText)] {
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

    private func legs(_ place: PlaceExplanation) -> JSONText {
        guard let legs = place.legs, case .reached(_, let walk) = place.access.walk else { return .null }
        return self.legs(legs, of: walk)
    }

    /// The parts of a walk in whole millimetres, which add up to the walk.
    func legs(_ legs: WalkLegs, of walk: Micrometres) -> JSONText {
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
