internal import Claims
internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
internal import Policy

// Scopes, walks by a profile, and what rules add up.
extension ExplanationReport {
    func scope(_ explanation: ScopeExplanation) -> JSONText {
        .object([
            ("subject", .text("scope")), ("name", .text(Subject.name(of: explanation.scope))),
            ("communities", .list(explanation.communities.map { .text(study.communities[$0].id) })),
            (
                "rates",
                .list(
                    explanation.rates.map { rate in
                        .object([
                            ("name", .text(Subject.name(of: rate))),
                            ("row", row(RateTable.header, RateTable(setAside: setAside).cells(of: rate))),
                        ])
                    })
            ),
            (
                "findings",
                .list(
                    explanation.findings.map { own in
                        .object([("name", .text(Subject.name(of: own))), ("row", finding(own))])
                    })
            ),
        ])
    }

    /// The walk of somebody of a walking profile, as the columns of `compounds.csv` have it.
    func profile(_ place: PlaceExplanation, _ measure: String) -> JSONText {
        guard let profile = explainer.further.profile(of: measure) else { return .null }
        let walk = profile.walk(of: place.place)
        var members: [(String, JSONText)] = [
            ("minutes", .number(profile.limit / 60)), ("speed_m_per_s", .number(profile.profile.speed)),
            ("within", JSONText(.flag(profile.isWithinWalk(walk)))),
        ]
        if case .reached(let index, let metres, let seconds) = walk {
            members += [
                ("facility", facility(index)),
                ("walk_m", .number(NumberText.metres(micrometres: metres.count, decimals: 1))),
                ("walk_s", JSONText(.number(seconds, decimals: 1))),
                ("parts", place.profileLegs.map { legs($0, of: metres) } ?? .null),
            ]
        }
        return .object(members)
    }

    /// The compounds that a finding of pooled space adds up, or the rows and facilities of one about entitled people;
    /// none behind any other.
    func sources(of finding: Finding) -> [(String, JSONText)] {
        let members = explainer.pooledMembers(behind: finding)
        let sources = explainer.serviceSources(behind: finding)
        var found: [(String, JSONText)] = []
        if !members.isEmpty {
            let list = members.map { member -> JSONText in
                let compound = study.compounds[member.compound]
                return .object([
                    ("id", .text(compound.id)), ("source", source(compound.source)),
                    ("holds_m2", member.holds.map { .number($0.description) } ?? .null),
                    ("elsewhere_m2", member.elsewhere.map { .number($0.description) } ?? .null),
                    (
                        "elsewhere_counted_m2",
                        member.countedElsewhere.map { .number($0.description) } ?? .null
                    ),
                    ("owes_m2", member.owes.map { .number($0.description) } ?? .null),
                ])
            }
            found.append(("compounds", .list(list)))
        }
        if !sources.people.isEmpty || !sources.facilities.isEmpty {
            let people = sources.people.map { group -> JSONText in
                .object([
                    ("group", .text(group.group)), ("count", .number(group.count.description)),
                    ("year", .whole(group.year)), ("source", source(group.source)),
                ])
            }
            let serving = sources.facilities.map { index -> JSONText in
                let own = study.facilities[index]
                return .object([
                    ("facility", facility(index)),
                    ("carers", own.carers.map { .number($0.description) } ?? .null),
                    ("services", .list(own.services.map { .text($0) })),
                ])
            }
            found += [("entitled", .list(people)), ("serving", .list(serving))]
        }
        return found
    }
}
