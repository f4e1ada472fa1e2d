internal import ArgumentParser
internal import Foundation
internal import Places
internal import Scenarios
internal import Studies

extension CommandRun {
    /// Reads a study and a scenario over it, or ends the run with everything that is wrong with either.
    func read(
        _ options: StudyOptions, _ opened: OpenedStudy, scenario: String, networks: NetworkCache?
    ) async throws -> ScenarioIntake {
        do throws(Problems) {
            let intake = try await stage(.read) { () async throws(Problems) in
                try await ScenarioIntake.read(
                    opened, scenario: scenario, setAside: options.setAside, networks: networks,
                    jobs: options.threads)
            }
            digest(intake.study.warnings + intake.scenario.warnings)
            return intake
        } catch {
            throw fail(error.list.map { located($0, in: options.study) })
        }
    }

    /// Refuses years that cannot be run over a study, as far as its base year is known.
    func check(from: Int?, to: Int, of opened: OpenedStudy) throws {
        guard let baseYear = opened.baseYear ?? from else { return }
        _ = try years(from: from ?? baseYear, to: to, baseYear: baseYear)
    }

    /// The years of a run.
    func years(from: Int, to: Int, baseYear: Int) throws -> ScenarioYears {
        do throws(ScenarioFailure) {
            return try ScenarioYears(from: from, to: to, baseYear: baseYear)
        } catch {
            throw misuse(ScenarioWording(language: say).years(error))
        }
    }

    /// Says on standard error what a careful reader of a scenario's results should know.
    func report(_ notices: [ScenarioNotice], of file: String) {
        let wording = ScenarioWording(language: say)
        let lines = notices.map { "\(file): \(say("warning: ", "提示："))\(wording.notice($0))\n" }
        FileHandle.standardError.write(Data(lines.joined().utf8))
    }
}
