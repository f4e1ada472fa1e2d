internal import ArgumentParser
internal import Foundation
internal import Places
internal import Scenarios
internal import Studies

extension CommandRun {
    /// Reads a scenario and fits it to a study, or ends the run with everything that is wrong with it.
    func readPlan(_ path: String, for study: Study) throws -> ScenarioReading<ScenarioPlan> {
        do throws(Problems) {
            return try stage(.read) { () throws(Problems) in
                try ScenarioReader.plan(path: path, study: study)
            }
        } catch {
            throw fail(error.list)
        }
    }

    /// The years of a run.
    func years(from: Int, to: Int, of study: Study) throws -> ScenarioYears {
        do throws(ScenarioFailure) {
            return try ScenarioYears(from: from, to: to, baseYear: study.baseYear)
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
