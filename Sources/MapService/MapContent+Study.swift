package import Claims
package import Coverage
internal import Places
package import Reports

extension MapContent {
    /// The answers for a study on a day.
    ///
    /// What `coverage` writes is answered with the very bytes that it writes.
    ///
    /// - Parameters:
    ///   - explainer: the study's figures, and what knows their chains.
    ///   - circles: the circles drawn; nothing: there is no such answer.
    ///   - setAside: how many bad rows of the study no figure counts.
    ///   - jobs: how many threads to use.
    ///   - findings: the words for the facts that a verdict rests on, and for what would mend it.
    ///   - words: the words for a chain, in each language under its code.
    package init(
        of explainer: Explainer, circles: [DrawnCircle]?, setAside: Int, jobs: Int,
        findings: FindingText,
        words: @escaping @Sendable (Explanation) -> [(language: String, text: String)]
    ) async {
        let report = CoverageReport(
            study: explainer.study, result: explainer.result, profiles: explainer.further.profiles,
            catchments: explainer.further.catchments, named: explainer.namedRates, setAside: setAside)
        var files = [
            "summary": File.json(Self.bytes(report.facts)),
            "compounds.geojson": File.geoJSON(report.compoundFeatures),
            "communities.geojson": File.geoJSON(report.communityFeatures),
            "facilities.geojson": File.geoJSON(
                FacilityFeatures(
                    study: explainer.study, day: explainer.result.day,
                    selector: explainer.result.standard.walkSelector
                ).contents),
        ]
        if let circles {
            files["circles.geojson"] = .geoJSON(await report.features(of: circles).whole(jobs: jobs))
        }
        if let network = explainer.ground.network {
            files["streets.geojson"] = .geoJSON(StreetFeatures(of: network).contents)
        }
        let chains = ExplanationReport(of: explainer, setAside: setAside, words: findings)
        self.init(files: files) { text in
            guard let subject = explainer.subject(of: text) else { return nil }
            let explanation = explainer.explanation(of: subject)
            return Self.bytes(
                .object([
                    ("explanation", chains.json(of: explanation)),
                    (
                        "words",
                        .object(words(explanation).map { ($0.language, JSONText.text($0.text)) })
                    ),
                ]))
        }
    }

    private static func bytes(_ json: JSONText) -> [UInt8] {
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        return bytes
    }
}

extension Explainer {
    /// The rates of the pack's further measures.
    fileprivate var namedRates: [Rate] {
        let ofCoverage = Set(result.rates.map(\.measure))
        return rates.filter { RateMeasure(rawValue: $0.measure) != nil && !ofCoverage.contains($0.measure) }
    }

    /// The one subject that a text names, with what is asked of it behind a space (`SR0042 within_15min`); nothing where
    /// it names none, or several.
    fileprivate func subject(of text: String) -> Subject? {
        func named(_ texts: [String]) -> Subject? {
            let (subjects, failures) = Subject.list(
                texts, in: study, rates: rates, rules: rules, findings: findings, scopes: scopes)
            return failures.isEmpty && subjects.count == 1 ? subjects.first : nil
        }
        if let subject = named([text]) { return subject }
        guard let space = text.lastIndex(of: " ") else { return nil }
        return named([String(text[..<space]), String(text[text.index(after: space)...])])
    }
}
