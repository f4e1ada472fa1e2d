import Claims
import Compliance
import Coverage
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import MapService
import NIOCore
import Places
import Policy
import Reports
import Studies
import TestWorlds
import Testing
import WalkNetwork

@Suite struct MapRoutesTests {
    /// The hamlet of the command tests, its coverage drawn and explained.
    private struct Hamlet {
        let explainer: Explainer
        let circles: [DrawnCircle]
        let content: MapContent

        init(further asked: Bool = false) async throws {
            let folder = URL(filePath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "CommandTests/Worlds/hamlet")
            let intake = try await StudyIntake.read(folder.path, setAside: false, streets: .always, jobs: 1)
            let plane = try intake.workingPlane()
            let network = await intake.streets?.network(on: plane, jobs: 1)
            var study = intake.study
            if asked {
                study.walking = WalkingChoice(
                    minutes: 15,
                    profiles: [
                        WalkingProfile(name: "slow", speed: 0.6)
                    ])
            }
            let ground = StudyGround(study: study, pack: intake.pack, network: network, plane: plane)
            let day = try #require(Day.last(ofYear: 2020))
            let result = ground.coverage(on: day)
            let further = FurtherMeasures(
                profiles: asked
                    ? await ground.coverage(byProfiles: result, plane: plane, heights: nil, jobs: 1) : [],
                catchments: asked ? await ground.catchments(result, plane: plane, jobs: 1) : nil,
                access: asked ? await ground.accessSources(result, jobs: 1) : nil)
            explainer = Explainer(
                ground: ground, result: result,
                findings: Findings.all(study: study, pack: intake.pack, on: day), further: further)
            circles = try await ground.circles(on: day, each: true, plane: plane, jobs: 2)
            content = await MapContent(
                of: explainer, circles: circles, setAside: 0, jobs: 2,
                findings: FindingText(detail: { "\($0)" }, remedy: { "\($0)" }, text: { $0.en }),
                words: { _ in [("en", "words"), ("zh", "词")] })
        }
    }

    private func answer(
        _ uri: String, of content: MapContent, host: String = "localhost"
    ) async throws -> RouterAnswer {
        try await RouterAnswer(to: uri, host: host, from: MapRoutes.router(for: content))
    }

    @Test("The API answers with the very bytes that `coverage` writes")
    func sameBytes() async throws {
        let hamlet = try await Hamlet()
        let folder = FileManager.default.temporaryDirectory.appending(path: "map-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var output = OutputFolder(root: folder)
        let report = CoverageReport(study: hamlet.explainer.study, result: hamlet.explainer.result)
        let circles = report.features(of: hamlet.circles)
        report.add(to: &output, circles: circles, dialect: .plain)
        try output.write()
        for name in ["compounds", "communities", "circles"] {
            let response = try await answer("/api/\(name).geojson", of: hamlet.content)
            let file = try Data(contentsOf: folder.appending(path: "coverage/\(name).geojson"))
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == "application/geo+json")
            #expect(response.body == file, "\(name)")
        }
    }

    @Test("The summary holds every rate of the result")
    func summary() async throws {
        let hamlet = try await Hamlet()
        let response = try await answer("/api/summary", of: hamlet.content)
        let json = try JSONSerialization.jsonObject(with: response.body)
        let facts = try #require(json as? [String: Any])
        #expect(facts["study"] as? String == "Hamlet")
        #expect((facts["rates"] as? [[String: Any]])?.count == hamlet.explainer.result.rates.count)
    }

    @Test(
        "A subject is explained by its id, its marked id or its rate, with words in both languages",
        arguments: [
            ("H1", "compound"), ("compound:H1", "compound"), ("compound%3AH1", "compound"),
            ("K1", "community"),
            ("within_15min/elders/city", "rate"), ("within_1km/area/city/Rivermouth", "rate"),
        ])
    func explained(subject: String, kind: String) async throws {
        let hamlet = try await Hamlet()
        let response = try await answer("/api/explain/\(subject)", of: hamlet.content)
        #expect(response.status == .ok)
        let json = try JSONSerialization.jsonObject(with: response.body)
        let chain = try #require(json as? [String: Any])
        #expect((chain["explanation"] as? [String: Any])?["subject"] as? String == kind)
        #expect((chain["words"] as? [String: String]) == ["en": "words", "zh": "词"])
    }

    @Test("Profiles, catchments, candidates and access are answered as `explain` does")
    func further() async throws {
        let hamlet = try await Hamlet(further: true)
        let explainer = hamlet.explainer
        let report = ExplanationReport(
            of: explainer, setAside: 0,
            words: FindingText(detail: { "\($0)" }, remedy: { "\($0)" }, text: { $0.en }))
        for (text, kind) in [
            ("H1 within_15min_slow", "compound"), ("H1 reached_by", "compound"),
            ("F1 reached_by", "catchment"),
            ("F1 reached_by/H1", "catchment"), ("S1", "catchment"), ("F1 access/beds", "access"),
            ("city access", "access"), ("K1 access/beds/3sfca", "access"),
            ("within_15min_slow/elders/city", "rate"), ("reached_by_0/elders/city", "rate"),
        ] {
            let uri = "/api/explain/" + text.replacing(" ", with: "%20")
            let response = try await answer(uri, of: hamlet.content)
            #expect(response.status == .ok, "\(text)")
            let json = try JSONSerialization.jsonObject(with: response.body) as? [String: Any]
            let chain = try #require(json?["explanation"] as? [String: Any], "\(text)")
            #expect(chain["subject"] as? String == kind, "\(text)")
            let (subjects, failures) = Subject.list(
                text.split(separator: " ").map(String.init), in: explainer.study, rates: explainer.rates,
                rules: explainer.rules, findings: explainer.findings, scopes: explainer.scopes)
            #expect(failures.isEmpty && subjects.count == 1)
            let own = report.json(of: explainer.explanation(of: try #require(subjects.first)))
            let expected = try JSONSerialization.jsonObject(with: Data(own.indented().utf8))
            #expect((expected as? NSDictionary) == chain as NSDictionary, "\(text)")
        }
        let response = try await answer("/api/summary", of: hamlet.content)
        let facts = try JSONSerialization.jsonObject(with: response.body) as? [String: Any]
        let rates = try #require(facts?["rates"] as? [[String: Any]])
        #expect(rates.count == explainer.rates.count && rates.count > explainer.result.rates.count)
    }

    @Test(
        "What is not there is not found",
        arguments: ["/api/explain/H99", "/api/explain/", "/api/nothing", "/index.html", "/api/../etc/passwd"])
    func notFound(uri: String) async throws {
        let hamlet = try await Hamlet()
        let response = try await answer(uri, of: hamlet.content)
        #expect(response.status == .notFound)
    }

    @Test("A request that names another host is refused", arguments: ["example.org", "example.org:8080", ""])
    func otherHost(host: String) async throws {
        let content = MapContent(files: [:]) { _ in nil }
        #expect(try await answer("/", of: content, host: host).status == .misdirectedRequest)
        #expect(try await answer("/", of: content, host: "127.0.0.1:8080").status == .ok)
    }

    @Test("The page is whole, may fetch from nowhere else, and names no other host")
    func page() async throws {
        let content = MapContent(files: [:]) { _ in nil }
        let response = try await answer("/", of: content)
        let text = String(decoding: response.body, as: UTF8.self)
        #expect(response.headers[.contentType] == "text/html; charset=utf-8")
        #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"))
        #expect(response.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
        #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("src="))
    }
}
