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
    let words: FindingText

    var study: Study { explainer.study }
    var result: CoverageResult { explainer.result }

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
        case .access(let access): self.access(access)
        }
    }

    // Pieces.

    func row(_ header: [String], _ cells: [Cell]) -> JSONText { .object(properties(header, cells)) }

    func source(_ source: SourceRow) -> JSONText {
        .object([("file", .text(source.file)), ("row", .whole(source.row))])
    }

    func position(_ point: GeographicPoint) -> JSONText {
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
}
