package import Compliance
internal import Coverage
package import Places

/// A place that a rule is asked about: itself, or something that it is part of or that is part of it.
package enum JudgedPlace: Hashable, Sendable {
    /// A compound, as an index into the study's.
    case compound(Int)
    /// A community, as an index into the study's.
    case community(Int)
    /// A facility, as an index into the study's.
    case facility(Int)

    /// The place's id.
    package func id(in study: Study) -> String {
        switch self {
        case .compound(let index): study.compounds[index].id
        case .community(let index): study.communities[index].id
        case .facility(let index): study.facilities[index].id
        }
    }

    /// The kind of finding that is about such a place itself.
    package var kind: FindingScope {
        switch self {
        case .compound: .compound
        case .community: .community
        case .facility: .facility
        }
    }

    /// Those of a rule's findings that are about the place; else those about what is part of it; else those about
    /// what it is part of.
    ///
    /// Parts of a community are its compounds and facilities, of a compound the facilities that use its care space. A
    /// compound is part of the group that it shares care space with, of its community, and of the scopes of that.
    package func findings(among findings: [Finding], of study: Study) -> [Finding] {
        let id = id(in: study)
        let own = findings.filter { $0.scope == kind && $0.subject == id }
        if !own.isEmpty { return own }
        let parts = parts(in: study)
        let within = findings.filter { parts[$0.scope]?.contains($0.subject) ?? false }
        if !within.isEmpty { return within }
        let wholes = wholes(in: study)
        return findings.filter { wholes[$0.scope]?.contains($0.subject) ?? false }
    }

    /// The ids of its parts.
    private func parts(in study: Study) -> [FindingScope: Set<String>] {
        func ids(_ isPart: (Facility) -> Bool) -> Set<String> {
            Set(study.facilities.filter(isPart).map(\.id))
        }
        switch self {
        case .compound(let index): return [.facility: ids { $0.compound == index }]
        case .facility: return [:]
        case .community(let index):
            let compounds = study.compounds.filter { $0.community == index }
            return [
                .facility: ids { $0.community == index }, .compound: Set(compounds.map(\.id)),
                .pool: Set(compounds.compactMap(\.pool) + [study.communities[index].id]),
            ]
        }
    }

    /// The ids of what it is part of.
    private func wholes(in study: Study) -> [FindingScope: Set<String>] {
        var compound: Int?
        var community: Int?
        switch self {
        case .compound(let index): (compound, community) = (index, study.compounds[index].community)
        case .community(let index): community = index
        case .facility(let index):
            (compound, community) = (study.facilities[index].compound, study.facilities[index].community)
        }
        var found: [FindingScope: Set<String>] = [:]
        if let compound {
            found[.compound] = [study.compounds[compound].id]
            found[.pool] = study.compounds[compound].pool.map { [$0] }
        }
        guard let community else { return found }
        let id = study.communities[community].id
        found[.community] = [id]
        if compound != nil { found[.pool, default: []].insert(id) }
        for member in ScopeMembership(of: study).members where member.communities.contains(community) {
            guard let kind = FindingScope(rawValue: member.scope.kind) else { continue }
            found[kind, default: []].insert(member.scope.identifier)
        }
        return found
    }
}

extension JudgedPlace {
    /// What asks for a rule's word on the place.
    ///
    /// Of a place of a kind that the rule judges, and that it says nothing of, that is asked, too: the answer is that
    /// it says nothing.
    func judged(by rule: String, _ findings: [Finding], in study: Study) -> Result<Subject, SubjectFailure> {
        let ofRule = findings.filter { $0.rule == rule }
        let kinds = FindingScope.allCases.filter { kind in ofRule.contains { $0.scope == kind } }
        let found = self.findings(among: ofRule, of: study)
        guard found.allSatisfy({ $0.scope == kind }) else { return .success(.judged(self, rule)) }
        if found.isEmpty, !kinds.isEmpty, !kinds.contains(kind) {
            let near = community(in: study).map { $0.findings(among: ofRule, of: study) } ?? []
            return .failure(
                .notJudged(
                    rule: rule, place: id(in: study), kinds: kinds,
                    instead: (near.isEmpty ? Array(ofRule.prefix(1)) : near).map(Subject.name(of:))))
        }
        return switch self {
        case .compound(let index): .success(.compoundUnder(index, .rule(rule)))
        case .facility(let index): .success(.facilityUnder(index, rule))
        case .community: .success(.judged(self, rule))
        }
    }

    private func community(in study: Study) -> JudgedPlace? {
        let index: Int? =
            switch self {
            case .compound(let index): study.compounds[index].community
            case .community(let index): index
            case .facility(let index): study.facilities[index].community
            }
        return index.map { .community($0) }
    }
}

extension Subject {
    /// What `RULE/KIND/ID` asks for where the rule says nothing of the place of that kind and id: that it does not; nothing
    /// where there is no such rule or place.
    static func judged(
        _ text: String, in study: Study, findings: [Finding], of rules: [String]
    ) throws(SubjectFailure) -> Subject? {
        let words = text.split(separator: "/", maxSplits: 2).map(String.init)
        guard words.count == 3, rules.contains(words[0]) else { return nil }
        let place: JudgedPlace? =
            switch FindingScope(rawValue: words[1]) {
            case .compound?: study.compounds.firstIndex { $0.id == words[2] }.map { .compound($0) }
            case .community?: study.communities.firstIndex { $0.id == words[2] }.map { .community($0) }
            case .facility?: study.facilities.firstIndex { $0.id == words[2] }.map { .facility($0) }
            default: nil
            }
        return try place?.judged(by: words[0], findings, in: study).get()
    }
}
