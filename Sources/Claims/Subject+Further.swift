internal import Coverage
internal import Places

// What is asked right behind a place, a facility, a candidate or a scope, beside rules and measures of coverage.
extension Subject {
    /// The subject's access to capacity (`SC0007 access/beds`), or its walk with one place (`SF0003 reached_by/SR0042`);
    /// nothing where the text asks for neither, or not of such a subject.
    func further(_ text: String, in study: Study) -> Subject? {
        if let question = AccessQuestion(text) {
            return accessSubject.map { .access(question, $0) }
        }
        let mark = FurtherMeasures.reachedBy + "/"
        guard text.hasPrefix(mark), let site, let place = Subject.place(text.dropFirst(mark.count), in: study)
        else { return nil }
        return .walk(site, place)
    }

    private var accessSubject: AccessSubject? {
        switch self {
        case .compound(let index): .place(.compound(index))
        case .community(let index): .community(index)
        case .facility(let index): .facility(index)
        case .scope(let scope): .scope(scope)
        case .rate, .rule, .annual, .finding, .compoundUnder, .communityUnder, .facilityUnder, .judged,
            .candidate, .walk, .access:
            nil
        }
    }

    private var site: StudyCatchments.Site? {
        switch self {
        case .facility(let index): .facility(index)
        case .candidate(let index): .candidate(index)
        case .compound, .community, .scope, .rate, .rule, .annual, .finding, .compoundUnder, .communityUnder,
            .facilityUnder, .judged, .walk, .access:
            nil
        }
    }

    /// A compound by its id, or the residual of a community by its id or its name.
    private static func place(_ text: Substring, in study: Study) -> PeoplePlace? {
        if let index = study.compounds.firstIndex(where: { $0.id == text }) { return .compound(index) }
        let community =
            study.communities.firstIndex { $0.id == text } ?? study.communities.firstIndex { $0.name == text }
        return community.map { .residual(community: $0) }
    }
}
