internal import Foundation

/// Whole runs of the program on a study, as processes of their own.
struct ProcessCases {
    let carecircle: String
    let folder: String
    let name: String

    /// Why a run gave nothing to time.
    enum Failure: Error {
        case exit(status: Int32, words: String)
        case noTimings(words: String)
        case noFigures(file: String)
    }

    /// The runs that the study allows.
    func cases() -> [TimedCase] {
        let summary = "coverage/summary.csv"
        var cases = [
            timed("whole coverage run, no circles", ["coverage", "--circles", "none"], summary, cityRows),
            timed(
                "whole coverage run, no circles, saved network", ["coverage", "--circles", "none"], summary,
                cityRows, saved: true),
            timed(
                "whole coverage run, merged circles", ["coverage", "--circles", "merged"], summary, cityRows),
        ]
        let scenario = "\(folder)/scenarios/points-first.yaml"
        if FileManager.default.fileExists(atPath: scenario) {
            cases.append(
                timed(
                    "whole scenario, 2020 to 2035", ["scenario", "run", scenario, "--to", "2035"],
                    "scenario/points-first/annual.csv", lastYear))
        }
        return cases
    }

    /// Times a command; its results have to be the same bytes on every run, and for one thread.
    ///
    /// With a saved network a run that nobody times saves it first; else every run builds its own.
    private func timed(
        _ title: String, _ command: [String], _ file: String, _ figures: @escaping (String) -> [Quantity],
        saved: Bool = false
    ) -> TimedCase {
        // The study comes after the command's own words.
        let words = command.first == "scenario" ? 2 : 1
        let arguments = Array(command[..<words] + [folder] + command[words...])
        return TimedCase(title) { runs in
            let out = FileManager.default.temporaryDirectory.appending(path: "benchmark-\(UUID())")
            defer { _ = Result { try FileManager.default.removeItem(at: out) } }
            var seconds: [Double] = []
            var megabytes: [Double] = []
            var faults: [String] = []
            var first: [UInt8]?
            let networks = FileManager.default.temporaryDirectory.appending(path: "networks-\(UUID())")
            defer { _ = Result { try FileManager.default.removeItem(at: networks) } }
            let always =
                ["--out", out.path, "--quiet", "--timings"]
                + (saved ? ["--network-cache", networks.path] : ["--no-network-cache"])
            if saved { _ = try execute(arguments + always) }
            for run in 0...runs {
                _ = Result { try FileManager.default.removeItem(at: out) }
                var all = arguments + always
                if run == runs { all += ["--jobs", "1"] }
                let start = ContinuousClock.now
                let peak = try execute(all)
                if run < runs {
                    seconds.append((ContinuousClock.now - start).inSeconds)
                    megabytes.append(peak)
                }
                let bytes = try contents(of: out)
                if let first, first != bytes { faults.append("\(name), \(title): run \(run) differs") }
                first = first ?? bytes
            }
            let text = try String(contentsOf: out.appending(path: file), encoding: .utf8)
            let answer = figures(text)
            if answer.isEmpty { throw Failure.noFigures(file: file) }
            return TimedCase.Outcome(
                timing: Timing(seconds), answer: answer, megabytes: Timing(megabytes).median, faults: faults)
        }
    }

    /// Runs the program to its end.
    ///
    /// - Returns: its peak memory in megabytes, as it says itself.
    private func execute(_ arguments: [String]) throws -> Double {
        let process = Process()
        // A process counts the memory of the one that starts it as its own until then, so a small one does:
        // a shell that stays, since something is left for it to do.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "\"$@\"; exit $?", "sh", carecircle] + arguments
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let words = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure.exit(status: process.terminationStatus, words: words)
        }
        struct Timings: Decodable { let peak_memory_mb: Double }
        guard let last = words.split(separator: "\n").last else { throw Failure.noTimings(words: words) }
        return try JSONDecoder().decode(Timings.self, from: Data(last.utf8)).peak_memory_mb
    }

    /// Every byte written, file after file by name.
    private func contents(of folder: URL) throws -> [UInt8] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return try names.flatMap { name -> [UInt8] in
            var isFolder: ObjCBool = false
            let file = folder.appending(path: name)
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            return isFolder.boolValue ? [] : Array(name.utf8) + Array(try Data(contentsOf: file))
        }
    }

    /// The numerators of the city's rows of a summary.
    private func cityRows(_ text: String) -> [Quantity] {
        text.split(separator: "\n").compactMap { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            guard fields.count > 4, fields[0] == "city", let value = Double(fields[4]) else { return nil }
            return Quantity("\(fields[2]) \(fields[3])", measure: value)
        }
    }

    /// The city's elders and money in the last year of a scenario.
    private func lastYear(_ text: String) -> [Quantity] {
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        guard let head = lines.first, let last = lines.last(where: { $0.count > 1 && $0[1] == "city" }) else {
            return []
        }
        return ["elders", "elder_share_15min", "area_m2", "cumulative_yuan"].compactMap { column in
            guard let index = head.firstIndex(where: { $0 == column }), let value = Double(last[index]) else {
                return nil
            }
            return Quantity(column, measure: value)
        }
    }
}
