internal import ArgumentParser
internal import Claims
internal import Coverage
internal import Foundation
internal import MapService
internal import Places
internal import Reports
internal import Studies

/// `carecircle serve`: the study on a map, in this machine's own browser.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Show a study's coverage on a map in the browser, on this machine only.",
        usage: "carecircle serve <study> [<options>]",
        discussion: """
            Computes once, then answers on 127.0.0.1 until Ctrl-C. The page needs no network: no \
            tiles, no fonts, nothing from elsewhere. Click a compound, a community or a rate to see \
            how its figure came about. Writes no file, except serve/rejected.csv with --set-aside.

            EXAMPLES
              carecircle serve my-study
              carecircle serve my-study --port 8081 --date 2025-12-31 --lang zh
            """)

    @OptionGroup var options: StudyOptions
    @OptionGroup var days: DayOptions
    @OptionGroup var cache: NetworkOptions

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    @Option(help: "Which circles to draw: all, merged or none.")
    var circles: CircleChoice = .all

    func validate() throws {
        if !(0...65_535).contains(port) {
            throw ValidationError("--port takes a whole number from 0 to 65535.")
        }
    }

    func run() async throws {
        let run = CommandRun(options.talk)
        var intake = try await run.read(options, networks: cache.networks)
        try run.writeRejected(of: intake, in: "serve", options)
        let day = days.date ?? intake.defaultDay
        let hasStreets = intake.streets != nil
        let explainer = try await run.explainer(
            of: &intake, on: day, jobs: options.threads,
            ExplanationWishes(
                profiles: true, catchments: hasStreets, access: hasStreets ? AccessWishes() : nil))
        var drawn: [DrawnCircle]?
        if circles != .none {
            let plane = try run.plane(of: intake)
            let (ground, day) = (explainer.ground, explainer.result.day)
            let wishes = CircleWishes(each: circles == .all)
            let faces = await run.streetFaces(
                of: intake, ground, on: day, wishes, jobs: options.threads)
            drawn = try await run.stage(.circles) {
                try await ground.circles(
                    on: day, wishes, plane: plane, faces: faces, jobs: options.threads)
            }
        }
        let content = await MapContent(
            of: explainer, circles: drawn, setAside: intake.reading.rejected.count,
            jobs: options.threads, findings: FindingWording(language: run.say).words,
            words: { explanation in
                Language.allCases.map { language in
                    (
                        language.rawValue,
                        ExplanationWording(language: language, explainer: explainer).text(of: explanation)
                    )
                }
            })
        await run.finish()
        let greeting = ServeGreeting(
            study: intake.study.name, query: run.say == .chinese ? "?lang=zh" : "", talk: options.talk)
        do throws(MapServiceFailure) {
            try await MapServer(content: content, port: port).run { greeting.greet(port: $0) }
        } catch {
            switch error {
            case .portInUse(let port): throw run.fail([Problem(file: "--port", .portInUse(port: port))])
            case .cannotListen(let port, let reason):
                throw run.fail([Problem(file: "--port", .cannotListen(port: port, reason: reason))])
            }
        }
    }
}

/// What `serve` says when it listens: where the page is.
struct ServeGreeting: Sendable {
    private let study: String
    private let query: String
    private let isQuiet: Bool
    private let printsJSON: Bool
    private let say: Language

    init(study: String, query: String, talk: TalkOptions) {
        (self.study, self.query) = (study, query)
        (isQuiet, printsJSON, say) = (talk.quiet, talk.json, talk.lang)
    }

    /// Says it, on standard output.
    func greet(port: Int) {
        let url = "http://\(MapServer.address):\(port)/\(query)"
        if printsJSON {
            let json = JSONText.object([("study", .text(study)), ("url", .text(url))])
            FileHandle.standardOutput.write(Data((json.indented() + "\n").utf8))
        } else if !isQuiet {
            let text = say(
                "\(study) is shown at \(url) (Ctrl-C ends it)\n", "\(study)：请打开 \(url)（Ctrl-C 结束）\n")
            FileHandle.standardOutput.write(Data(text.utf8))
        }
    }
}
