package import Coverage
package import Places

/// What is asked of access to capacity: all of it, or one capacity by one method.
///
/// Written `access`, `access/beds`, `access/beds/e2sfca`.
package struct AccessQuestion: Hashable, Sendable {
    /// Of what; nothing: of each.
    package let capacity: CareCapacity?
    /// By which method; nothing: by each.
    package let method: CatchmentMethod?

    /// What it begins with.
    package static let name = "access"

    /// The question that a text asks; nothing of any other text.
    package init?(_ text: String) {
        let words = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard words[0] == Self.name, words.count <= 3 else { return nil }
        (capacity, method) = (
            words.count > 1 ? CareCapacity(rawValue: words[1]) : nil,
            words.count > 2 ? CatchmentMethod(rawValue: words[2]) : nil
        )
        if words.count > 1, capacity == nil { return nil }
        if words.count > 2, method == nil { return nil }
    }
}

/// Whose access is asked about.
package enum AccessSubject: Hashable, Sendable {
    /// A compound or a residual: what its elders have access to.
    case place(PeoplePlace)
    /// A community: its row of `access.csv`.
    case community(Int)
    /// The city, a district, a subdistrict or a setting: its rows of `access-summary.csv`.
    case scope(Scope)
    /// A facility: with whom its capacity is shared.
    case facility(Int)
}

/// The chain behind figures of access to capacity.
package struct AccessExplanation: Sendable {
    /// One capacity by one method.
    package struct Chain: Sendable {
        /// The capacity with its norm, at all facilities.
        package let supply: AccessSources.Supply
        /// The method.
        package let method: CatchmentMethod
        /// The figures of the community or scope; nothing of a place or a facility.
        package let row: AccessRow?
        /// The row of a scope, with what stands there; nothing of anything else.
        package let scopeRow: CapacityAccess.ScopeRow?
        /// The places that the figures are sums over.
        package let places: [Place]
        /// Of a facility: the places that share it; none of anything else.
        package let sharing: [AccessSources.Pair]
        /// The row of the facility among the sources'; nothing of anything else, or where it does not count.
        package let facility: Int?

        /// The capacity of each facility of the sources over the people of its catchment.
        package var ratios: [Double?] { access.ratios }
        /// Capacity per elder of each place of the sources.
        package var values: [Double] { access.places }
        private let access: CatchmentAccess

        init(
            supply: AccessSources.Supply, method: CatchmentMethod, access: CatchmentAccess,
            row: AccessRow? = nil, scopeRow: CapacityAccess.ScopeRow? = nil, places: [Place] = [],
            sharing: [AccessSources.Pair] = [], facility: Int? = nil
        ) {
            (self.supply, self.method, self.access) = (supply, method, access)
            (self.row, self.scopeRow, self.places) = (row ?? scopeRow?.access, scopeRow, places)
            (self.sharing, self.facility) = (sharing, facility)
        }

        /// What the row says by the method.
        package var figures: MethodAccess? { row?.methods.first { $0.method == method } }
    }

    /// One place's part.
    package struct Place: Sendable {
        /// The place.
        package let place: PeoplePlace
        /// Its elders whose access is known.
        package let elders: Double
        /// Those of a place too far from any street.
        package let unknown: Double
        /// Capacity per elder that they have access to: Σ effect × ratio over the steps.
        package let access: Double
        /// What they lack against the norm.
        package let unmet: Double
        /// The share of elders in its community's population; nothing where nobody states it.
        package let rank: Double?
        /// The facilities that it reaches; nothing where the figures are a scope's.
        package let steps: [AccessSources.Pair]?
    }

    /// Whose access.
    package let subject: AccessSubject
    /// What is asked.
    package let question: AccessQuestion
    /// What the figures are worked out from; nothing where nobody gave streets.
    package let sources: AccessSources?
    /// One for each capacity and method that is asked for; none where no facility that counts states the capacity.
    package let chains: [Chain]

    /// The places of a chain by what they lack, most first; of equal ones the earlier; none that lacks nothing.
    package static func neediest(_ count: Int, of places: [Place]) -> [Place] {
        let ranked = places.enumerated().filter { $0.element.unmet > 0 }.sorted { a, b in
            a.element.unmet == b.element.unmet
                ? a.offset < b.offset : a.element.unmet > b.element.unmet
        }
        return ranked.prefix(count).map(\.element)
    }
}

extension Explainer {
    /// The chain behind what somebody has access to, or shares.
    func access(_ question: AccessQuestion, of subject: AccessSubject) -> AccessExplanation {
        var chains: [AccessExplanation.Chain] = []
        if let sources = further.access {
            for supply in sources.supplies
            where question.capacity.map({ $0 == supply.capacity }) ?? true {
                for (method, access) in supply.methods
                where question.method.map({ $0 == method }) ?? true {
                    func places(_ members: [Int], stepwise: Bool) -> [AccessExplanation.Place] {
                        let steps = stepwise ? sources.pairs(ofPlaces: members, by: method) : []
                        return members.enumerated().map { index, place in
                            let (elders, value) = (sources.places.elders[place], access.places[place])
                            return AccessExplanation.Place(
                                place: self.place(place), elders: elders,
                                unknown: sources.places.unknown[place], access: value,
                                unmet: UnmetNeed.of(elders, access: value, norm: supply.norm),
                                rank: sources.places.ranks[place], steps: stepwise ? steps[index] : nil)
                        }
                    }
                    func chain(
                        row: AccessRow? = nil, scopeRow: CapacityAccess.ScopeRow? = nil,
                        places: [AccessExplanation.Place] = [], facility: Int? = nil
                    ) -> AccessExplanation.Chain {
                        AccessExplanation.Chain(
                            supply: supply, method: method, access: access, row: row, scopeRow: scopeRow,
                            places: places,
                            sharing: facility.map { sources.pairs(ofFacility: $0, by: method) } ?? [],
                            facility: facility)
                    }
                    switch subject {
                    case .place(let place):
                        chains.append(chain(places: places([index(of: place)], stepwise: true)))
                    case .community(let community):
                        chains.append(
                            chain(
                                row: sources.row(ofCommunity: community, of: supply),
                                places: places(sources.places.members(of: community), stepwise: true)))
                    case .scope(let scope):
                        guard let member = parts.member(of: scope) else { continue }
                        chains.append(
                            chain(
                                scopeRow: sources.row(of: member, of: supply, in: study),
                                places: places(sources.places(of: member), stepwise: false)))
                    case .facility(let facility):
                        chains.append(chain(facility: sources.facilities.firstIndex(of: facility)))
                    }
                }
            }
        }
        return AccessExplanation(
            subject: subject, question: question, sources: further.access, chains: chains)
    }

    /// A place by its index in tables of who reaches what: compounds, then the residuals of communities.
    package func place(_ index: Int) -> PeoplePlace {
        index < study.compounds.count
            ? .compound(index) : .residual(community: index - study.compounds.count)
    }

    /// The index of a place in such tables.
    package func index(of place: PeoplePlace) -> Int {
        switch place {
        case .compound(let index): index
        case .residual(let community): study.compounds.count + community
        }
    }
}
