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
            study: explainer.study, result: explainer.result, setAside: setAside)
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
            let subject: Subject
            do throws(SubjectFailure) {
                subject = try Subject(
                    text, in: explainer.study, rates: explainer.rates, rules: explainer.rules,
                    findings: explainer.findings, scopes: explainer.scopes)
            } catch {
                return nil
            }
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
