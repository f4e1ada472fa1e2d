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
    /// - Parameters:
    ///   - text: the text.
    ///   - study: the study.
    ///   - rates: the rates of a result of it.
    /// - Throws: ``SubjectFailure`` where it names none, or several.
    package init(_ text: String, in study: Study, rates: [Rate]) throws(SubjectFailure) {
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
        if found.isEmpty, marksCompound { add(compounds: text.dropFirst(Subject.compoundMark.count)) }
        if found.isEmpty, marksCommunity { add(communities: text.dropFirst(Subject.communityMark.count)) }
        guard let first = found.first else { throw .unknown(text: text) }
        guard found.count == 1 else { throw .ambiguous(text: text, spellings: found.map(\.spelling)) }
        self = first.subject
    }

    /// How a rate is asked for: `within_1km/elders/city/Riverside`.
    package static func name(of rate: Rate) -> String {
        "\(rate.measure)/\(rate.basis.rawValue)/\(rate.scope.kind)/\(rate.scope.identifier)"
    }

    /// Everything that may be asked for by a name, for suggestions.
    package static func names(in study: Study, rates: [Rate]) -> [String] {
        study.compounds.map(\.id) + study.communities.map(\.id) + study.communities.map(\.name)
            + rates.map(name(of:))
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
