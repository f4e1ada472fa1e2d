internal import ArgumentParser
internal import Foundation
internal import Reports
internal import Studies

/// One run of a command: its clock, and its voice.
///
/// Standard output carries data, standard error the talk: problems, progress and timings.
final class CommandRun {
    private let talk: TalkOptions
    private let start = ContinuousClock.now
    /// The processor time until then, in seconds: what loading the program and its libraries took.
    private let loading = Double(clock()) / 1_000_000  // POSIX fixes the unit.
    private var stages: [(name: String, seconds: Double)] = []
    /// The saving of a network and of its faces, which goes on beside the work.
    private var savings: [Task<Void, Never>] = []

    /// The words of problems in the language asked for.
    let problems: ProblemWording

    var say: Language { talk.lang }
    var isQuiet: Bool { talk.quiet }
    var printsJSON: Bool { talk.json }

    init(_ talk: TalkOptions) {
        self.talk = talk
        problems = ProblemWording(language: talk.lang)
    }

    /// Does a stage of the work, timed, with a line on a terminal where it takes over a second.
    func stage<Value, Failure: Error>(
        _ stage: Stage, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let began = ContinuousClock.now
        let progress = isQuiet ? nil : ProgressLine(stage.words(talk.lang))
        defer {
            progress?.finish()
            stages.append((stage.rawValue, began.duration(to: .now).seconds))
        }
        return try work()
    }

    /// Does a stage of the work that waits for several tasks.
    func stage<Value, Failure: Error>(
        isolation: isolated (any Actor)? = #isolation, _ stage: Stage,
        _ work: () async throws(Failure) -> sending Value
    ) async throws(Failure) -> sending Value {
        let began = ContinuousClock.now
        let progress = isQuiet ? nil : ProgressLine(stage.words(talk.lang))
        defer {
            progress?.finish()
            stages.append((stage.rawValue, began.duration(to: .now).seconds))
        }
        return try await work()
    }

    /// Says on standard error what a reader should know of, one line each.
    func report(_ list: [Problem]) {
        guard !list.isEmpty else { return }
        write(list.map { problems.line(for: $0) + "\n" }.joined(), to: .standardError)
    }

    /// Says the warnings of a study in short.
    func digest(_ warnings: [Problem]) {
        let lines = WarningDigest(warnings, wording: problems).lines
        write(lines.map { $0 + "\n" }.joined(), to: .standardError)
    }

    /// Ends a run on problems of its input: a line for each, and the same as JSON where that is asked for.
    func fail(_ list: [Problem]) -> ExitCode {
        report(list)
        if printsJSON {
            let json = JSONText.object([("problems", .list(list.map(problems.json)))])
            write(json.indented() + "\n", to: .standardOutput)
        }
        return ExitCode(1)
    }

    /// Says on standard error what does not stop a run.
    func remark(_ words: String) { write(words + "\n", to: .standardError) }

    /// Ends a run on a command line that asks for what cannot be, as far as only the study tells.
    func misuse(_ words: String) -> ExitCode {
        write(say("Error: ", "错误：") + words + "\n", to: .standardError)
        if printsJSON {
            let json = JSONText.object([("problems", .list([problems.json(misuse: words)]))])
            write(json.indented() + "\n", to: .standardOutput)
        }
        return ExitCode(64)
    }

    /// Prints the summary: as JSON where asked for, else in words.
    func summarise(json: @autoclosure () -> JSONText, words: @autoclosure () -> String) {
        if printsJSON {
            write(json().indented() + "\n", to: .standardOutput)
        } else if !isQuiet {
            write(words(), to: .standardOutput)
        }
    }

    /// Saves something for the next run while this one goes on.
    ///
    /// A run that cannot save it has its results all the same, so that nothing is said of it.
    func save(_ work: @escaping @Sendable () throws(NetworkNotSaved) -> Void) {
        savings.append(
            Task.detached {
                do throws(NetworkNotSaved) { try work() } catch {}
            })
    }

    /// Waits for what is being saved, and prints the timings where asked for.
    func finish() async {
        if !savings.isEmpty { await stage(.save) { for saving in savings { await saving.value } } }
        guard talk.timings else { return }
        let seconds = start.duration(to: .now).seconds
        // With the two, the stages add up to the total.
        let other = seconds - stages.reduce(0) { $0 + $1.seconds }
        stages = [("start", loading)] + stages + [("other", other)]
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let json = JSONText.object([
            (
                "stages",
                .list(
                    stages.map {
                        .object([("stage", .text($0.name)), ("seconds", .number($0.seconds, decimals: 4))])
                    })
            ),
            ("seconds", .number(loading + seconds, decimals: 4)),
            ("peak_memory_mb", .number(Double(usage.ru_maxrss) / 1024, decimals: 1)),
        ])
        var bytes: [UInt8] = []
        json.write(to: &bytes)
        write(String(decoding: bytes, as: UTF8.self) + "\n", to: .standardError)
    }

    private func write(_ text: String, to handle: FileHandle) { handle.write(Data(text.utf8)) }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
