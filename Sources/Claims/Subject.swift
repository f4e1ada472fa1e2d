package import Coverage
package import Places
internal import Policy

/// Something that a figure of a study is about, and whose chain can be shown.
package enum Subject: Hashable, Sendable {
    /// A compound, as an index into the study's.
    case compound(Int)
    /// A community with its places, as an index into the study's.
    case community(Int)
    /// A rate, as an index into a result's.
    case rate(Int)
    /// What a rule says of the whole study, by the rule's name.
    case rule(String)
    /// One thing about a compound: what a rule says of it, or whether a measure covers it.
    case compoundUnder(Int, PlaceFocus)
}

/// Why a text names no subject.
package enum SubjectFailure: Error, Hashable, Sendable {
    /// Neither a compound, nor a community, nor a rate.
    case unknown(text: String)
    /// Several things bear the name: how each is written.
    case ambiguous(text: String, spellings: [String])
}

extension Subject {
    private static let compoundMark = "compound:"
    private static let communityMark = "community:"

    /// The subject that a text names.
    ///
    /// A compound by its id; a community by its id, or by a name that exactly one bears; a rate by the first
    /// columns of its row in `summary.csv`, `MEASURE/BASIS/SCOPE/SCOPE_ID` (`within_1km/elders/district/East`),
    /// where the id of the only scope of its kind may be left out (`within_1km/elders/city`). An id that several
    /// bear is told apart by `compound:` or `community:` before it.
    ///
    /// A rule goes by its name (`sync.built`).
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - study: the study.
    ///   - rates: the rates of a result of it.
    ///   - rules: the names of the rules that say something of it.
    /// - Throws: ``SubjectFailure`` where it names none, or several.
    package init(
        _ text: String, in study: Study, rates: [Rate], rules: [String] = []
    ) throws(SubjectFailure) {
        var found: [(subject: Subject, spelling: String)] = []
        let rate = Subject.rates(named: text, among: rates)
        let marksCompound = text.hasPrefix(Subject.compoundMark)
        let marksCommunity = text.hasPrefix(Subject.communityMark)
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
        add(compounds: text)
        add(communities: text)
        found += rate.map { (.rate($0), Subject.name(of: rates[$0])) }
        if found.isEmpty, rules.contains(text) { found.append((.rule(text), text)) }
        if found.isEmpty, marksCompound { add(compounds: text.dropFirst(Subject.compoundMark.count)) }
        if found.isEmpty, marksCommunity { add(communities: text.dropFirst(Subject.communityMark.count)) }
        guard let first = found.first else { throw .unknown(text: text) }
        guard found.count == 1 else { throw .ambiguous(text: text, spellings: found.map(\.spelling)) }
        self = first.subject
    }

    /// The subjects that some texts name, where a rule or a measure right behind a compound asks for that of it
    /// (`SR0042 sync.built`, `SR0042 within_15min`).
    ///
    /// - Returns: the subjects, and for each text that names none, or several, why not.
    package static func list(
        _ texts: [String], in study: Study, rates: [Rate], rules: [String]
    ) -> (subjects: [Subject], failures: [SubjectFailure]) {
        var subjects: [Subject] = []
        var failures: [SubjectFailure] = []
        for text in texts {
            if case .compound(let index)? = subjects.last,
                let focus = rules.contains(text)
                    ? .rule(text) : CoverageMeasure(rawValue: text).map(PlaceFocus.measure)
            {
                subjects[subjects.count - 1] = .compoundUnder(index, focus)
                continue
            }
            do throws(SubjectFailure) {
                subjects.append(try Subject(text, in: study, rates: rates, rules: rules))
            } catch {
                failures.append(error)
            }
        }
        return (subjects, failures)
    }

    /// How a rate is asked for: `within_1km/elders/city/Riverside`.
    package static func name(of rate: Rate) -> String {
        "\(rate.measure)/\(rate.basis.rawValue)/\(rate.scope.kind)/\(rate.scope.identifier)"
    }

    /// Everything that may be asked for by a name, for suggestions.
    package static func names(in study: Study, rates: [Rate], rules: [String] = []) -> [String] {
        study.compounds.map(\.id) + study.communities.map(\.id) + study.communities.map(\.name)
            + rates.map(name(of:)) + rules
    }

    private static func rates(named text: String, among rates: [Rate]) -> [Int] {
        rates.indices.filter { index in
            let name = name(of: rates[index])
            if name == text { return true }
            let kind = "\(rates[index].measure)/\(rates[index].basis.rawValue)/\(rates[index].scope.kind)"
            return kind == text
        }
    }
}
