package import Compliance
package import Coverage
package import Places
internal import Policy
package import Scenarios

/// Something that a figure of a study is about, and whose chain can be shown.
package enum Subject: Hashable, Sendable {
    /// A compound, as an index into the study's.
    case compound(Int)
    /// A community with its places, as an index into the study's.
    case community(Int)
    /// A facility, as an index into the study's.
    case facility(Int)
    /// A rate, as an index into an explainer's.
    case rate(Int)
    /// What a rule says of the whole study, by the rule's name.
    case rule(String)
    /// A figure of a scenario's year, by its column in `annual.csv`.
    case annual(AnnualColumn, Scope)
    /// What a rule says of one thing, by its kind and id.
    case finding(String, FindingScope, String)
    /// One thing about a compound: what a rule says of it, or whether a measure covers it.
    case compoundUnder(Int, PlaceFocus)
    /// What a measure says of a community, by the measure's name.
    case communityUnder(Int, String)
    /// What a rule says of a facility.
    case facilityUnder(Int, String)
    /// What a rule says of what is part of a place, or of what the place is part of.
    case judged(JudgedPlace, String)
    /// The city, a district, a subdistrict or a setting.
    case scope(Scope)
    /// A candidate with whom it would reach, as an index into the study's.
    case candidate(Int)
    /// The walk between a site and one place.
    case walk(StudyCatchments.Site, PeoplePlace)
    /// What somebody has access to of capacity, or with whom it is shared.
    case access(AccessQuestion, AccessSubject)
}

/// Why a text names no subject.
package enum SubjectFailure: Error, Hashable, Sendable {
    /// Nothing bears it.
    case unknown(text: String)
    /// Several things bear the name: how each is written.
    case ambiguous(text: String, spellings: [String])
    /// The rule judges things of these kinds, and a place is none, holds none and is part of none: what it judges
    /// instead near the place, or anywhere.
    case notJudged(rule: String, place: String, kinds: [FindingScope], instead: [String])
}

extension Subject {
    private static let compoundMark = "compound:"
    private static let communityMark = "community:"
    private static let facilityMark = "facility:"
    private static let candidateMark = "candidate:"

    /// The subject that a text names.
    ///
    /// A compound or a facility by its id; a community by its id, or by a name that exactly one bears; a rate by
    /// the first columns of its row in `summary.csv`, `MEASURE/BASIS/SCOPE/SCOPE_ID`
    /// (`within_1km/elders/district/East`), where the id of the only scope of its kind may be left out
    /// (`within_1km/elders/city`). An id that several bear is told apart by `compound:`, `community:` or
    /// `facility:` before it; a facility gives way to the others.
    ///
    /// A rule goes by its name (`sync.built`), and what it says of one thing by name, kind and id as in `checks.csv`
    /// (`tier.station/community/C07`, `target.beds/city`). A figure of a scenario's year goes by its column in
    /// `annual.csv` and its scope (`beds/district/East`); without a scope it is the city's. A scope goes by its kind
    /// and id (`district/East`), by its kind where there is one (`city`), or by its id where nothing else bears that. A
    /// candidate goes by its id (`candidate:` before it where others bear it) and gives way to all others.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - study: the study.
    ///   - rates: the rates of a result of it.
    ///   - rules: the names of the rules that say something of it.
    ///   - findings: what they say.
    ///   - year: the scopes of a scenario's year; none where no scenario is asked of.
    ///   - scopes: the scopes of the study.
    /// - Throws: ``SubjectFailure`` where it names none, or several.
    package init(
        _ text: String, in study: Study, rates: [Rate], rules: [String] = [], findings: [Finding] = [],
        year: [Scope] = [], scopes: [Scope] = []
    ) throws(SubjectFailure) {
        var found: [(subject: Subject, spelling: String)] = []
        let rate = Subject.rates(named: text, among: rates)
        func add(compounds id: some StringProtocol) {
            for (index, compound) in study.compounds.enumerated() where compound.id == id {
                found.append((.compound(index), Subject.compoundMark + compound.id))
            }
        }
        func add(communities name: some StringProtocol) {
            var matches = study.communities.indices.filter { study.communities[$0].id == name }
            if matches.isEmpty {
                matches = study.communities.indices.filter { study.communities[$0].name == name }
            }
            found += matches.map { (.community($0), Subject.communityMark + study.communities[$0].id) }
        }
        func add(facilities id: some StringProtocol) {
            for (index, facility) in study.facilities.enumerated() where facility.id == id {
                found.append((.facility(index), Subject.facilityMark + facility.id))
            }
        }
        func add(candidates id: some StringProtocol) {
            for (index, candidate) in study.candidates.enumerated() where candidate.id == id {
                found.append((.candidate(index), Subject.candidateMark + candidate.id))
            }
        }
        func addMarked(_ mark: String, _ add: (Substring) -> Void) {
            if found.isEmpty, text.hasPrefix(mark) { add(text.dropFirst(mark.count)) }
        }
        add(compounds: text)
        add(communities: text)
        found += rate.map { (.rate($0), Subject.name(of: rates[$0])) }
        if found.isEmpty, rules.contains(text) { found.append((.rule(text), text)) }
        addMarked(Subject.compoundMark) { add(compounds: $0) }
        addMarked(Subject.communityMark) { add(communities: $0) }
        addMarked(Subject.facilityMark) { add(facilities: $0) }
        addMarked(Subject.candidateMark) { add(candidates: $0) }
        if found.isEmpty { found = Subject.findings(named: text, among: findings, of: rules) }
        if found.isEmpty { found = Subject.columns(named: text, in: year) }
        if found.isEmpty { add(facilities: text) }
        if found.isEmpty { add(candidates: text) }
        if found.isEmpty { found = Subject.scopes(named: text, among: scopes) }
        if found.isEmpty, let judged = try Subject.judged(text, in: study, findings: findings, of: rules) {
            self = judged
            return
        }
        guard let first = found.first else { throw .unknown(text: text) }
        guard found.count == 1 else { throw .ambiguous(text: text, spellings: found.map(\.spelling)) }
        self = first.subject
    }

    /// The subjects that some texts name, where a rule or a measure right behind a compound, a community or a
    /// facility asks for that of it (`SR0042 sync.built`, `SC0007 is_served`).
    ///
    /// - Returns: the subjects, and for each text that names none, or several, why not.
    package static func list(
        _ texts: [String], in study: Study, rates: [Rate], rules: [String], findings: [Finding] = [],
        year: [Scope] = [], scopes: [Scope] = []
    ) -> (subjects: [Subject], failures: [SubjectFailure]) {
        var subjects: [Subject] = []
        var failures: [SubjectFailure] = []
        let measures = Set(
            rates.map(\.measure) + CoverageMeasure.allCases.map(\.rawValue) + [FurtherMeasures.reachedBy])
        for text in texts {
            if let further = subjects.last?.further(text, in: study) {
                subjects[subjects.count - 1] = further
                continue
            }
            let narrowed = subjects.last?.narrowed(to: text, isMeasure: measures.contains(text))
            if let narrowed {
                subjects[subjects.count - 1] = narrowed
                continue
            }
            if rules.contains(text), let place = subjects.last?.place {
                switch place.judged(by: text, findings, in: study) {
                case .success(let subject): subjects[subjects.count - 1] = subject
                case .failure(let failure): failures.append(failure)
                }
                continue
            }
            do throws(SubjectFailure) {
                subjects.append(
                    try Subject(
                        text, in: study, rates: rates, rules: rules, findings: findings, year: year,
                        scopes: scopes))
            } catch {
                failures.append(error)
            }
        }
        return (subjects, failures)
    }

    /// The place that a rule may be asked about.
    private var place: JudgedPlace? {
        switch self {
        case .compound(let index): .compound(index)
        case .community(let index): .community(index)
        case .facility(let index): .facility(index)
        case .scope, .rate, .rule, .annual, .finding, .compoundUnder, .communityUnder, .facilityUnder,
            .judged, .candidate, .walk, .access:
            nil
        }
    }

    /// The subject under one measure; nothing where that does not go together.
    private func narrowed(to text: String, isMeasure: Bool) -> Subject? {
        switch self {
        case .compound(let index):
            guard isMeasure else { return nil }
            if text == FurtherMeasures.reachedBy { return .compoundUnder(index, .reachedBy) }
            if ProfileCoverage.isMeasure(text) { return .compoundUnder(index, .profile(text)) }
            switch CoverageMeasure(rawValue: text) {
            case .within1km?: return .compoundUnder(index, .measure(.within1km))
            case .within15min?: return .compoundUnder(index, .measure(.within15min))
            case .hasFacility?, nil: return .compoundUnder(index, .presence(text))
            }
        case .community(let index): return isMeasure ? .communityUnder(index, text) : nil
        case .facility(let index):
            return text == FurtherMeasures.reachedBy ? .facilityUnder(index, text) : nil
        case .candidate: return text == FurtherMeasures.reachedBy ? self : nil
        case .scope, .rate, .rule, .annual, .finding, .compoundUnder, .communityUnder, .facilityUnder,
            .judged, .walk, .access:
            return nil
        }
    }

    /// How a rate is asked for: `within_1km/elders/city/Riverside`.
    package static func name(of rate: Rate) -> String {
        "\(rate.measure)/\(rate.basis.rawValue)/\(rate.scope.kind)/\(rate.scope.identifier)"
    }

    /// How a scope is asked for: `district/East`.
    package static func name(of scope: Scope) -> String { "\(scope.kind)/\(scope.identifier)" }

    /// How a finding is asked for: `tier.station/community/C07`.
    package static func name(of finding: Finding) -> String {
        "\(finding.rule)/\(finding.scope.rawValue)/\(finding.subject)"
    }

    /// How a figure of a scenario's year is asked for: `beds/district/East`.
    package static func name(of figure: AnnualExplanation) -> String {
        "\(figure.column.rawValue)/\(figure.row.scope.kind)/\(figure.row.scope.identifier)"
    }

    /// What `COLUMN`, `COLUMN/SCOPE` or `COLUMN/SCOPE/SCOPE_ID` names among the rows of a year.
    private static func columns(
        named text: String, in scopes: [Scope]
    ) -> [(subject: Subject, spelling: String)] {
        let words = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init)
        guard let column = AnnualColumn(rawValue: words[0]) else { return [] }
        let kind = words.count > 1 ? words[1] : "city"
        return scopes.filter { $0.kind == kind && (words.count < 3 || $0.identifier == words[2]) }.map {
            (.annual(column, $0), "\(column.rawValue)/\($0.kind)/\($0.identifier)")
        }
    }

    /// What `KIND/ID` names, or `KIND` where there is one of it, or an id alone.
    private static func scopes(
        named text: String, among scopes: [Scope]
    ) -> [(subject: Subject, spelling: String)] {
        let named = scopes.filter { name(of: $0) == text }
        let ofKind = scopes.filter { $0.kind == text }
        let found =
            !named.isEmpty ? named : !ofKind.isEmpty ? ofKind : scopes.filter { $0.identifier == text }
        return found.map { (.scope($0), name(of: $0)) }
    }

    /// Everything that may be asked for by a name, for suggestions.
    package static func names(in study: Study, rates: [Rate], rules: [String] = []) -> [String] {
        study.compounds.map(\.id) + study.communities.map(\.id) + study.communities.map(\.name)
            + study.facilities.map(\.id) + study.candidates.map(\.id) + rates.map(name(of:)) + rules
    }

    private static func rates(named text: String, among rates: [Rate]) -> [Int] {
        rates.indices.filter { index in
            guard text.hasPrefix(rates[index].measure) else { return false }
            let name = name(of: rates[index])
            if name == text { return true }
            let kind = "\(rates[index].measure)/\(rates[index].basis.rawValue)/\(rates[index].scope.kind)"
            return kind == text
        }
    }

    /// What `RULE/KIND/ID` names, or `RULE/KIND` where the rule speaks of one thing of the kind.
    private static func findings(
        named text: String, among findings: [Finding], of rules: [String]
    ) -> [(subject: Subject, spelling: String)] {
        let words = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init)
        guard words.count > 1, rules.contains(words[0]), let scope = FindingScope(rawValue: words[1]) else {
            return []
        }
        var known: Set<String> = []
        return findings.filter { finding in
            finding.rule == words[0] && finding.scope == scope
                && (words.count == 2 || finding.subject == words[2]) && known.insert(finding.subject).inserted
        }.map { (.finding($0.rule, scope, $0.subject), name(of: $0)) }
    }
}
