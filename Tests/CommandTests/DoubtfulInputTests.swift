import Foundation
import Testing

/// What doubtful input gets: a warning for each doubt, and a run that goes on.
@Suite struct DoubtfulInputTests {
    @Test("A doubt is said in its line, and the run goes on", arguments: DoubtfulInput.all)
    func alone(_ doubt: DoubtfulInput) throws {
        let hamlet = try HamletStudy()
        try doubt.apply(hamlet)
        let before = try hamlet.place.files()
        let (_, stderr, status) = try hamlet.run("validate")
        #expect(stderr == text(doubt.lines))
        #expect(status == 0)
        #expect(try hamlet.run("validate", ["--strict"]).status == 3)
        #expect(try hamlet.place.files() == before)
        let (_, said, done) = try hamlet.run("coverage", ["--circles", "none"])
        #expect(said == text(doubt.lines))
        #expect(done == 0)
    }

    @Test("Beside two faults it is still said, and they are, too, in order", arguments: DoubtfulInput.all)
    func amongFaults(_ doubt: DoubtfulInput) throws {
        let hamlet = try HamletStudy()
        for apply in [doubt.apply] + doubt.others.map(\.apply) { try apply(hamlet) }
        let before = try hamlet.place.files()
        let (stdout, stderr, status) = try hamlet.run()
        #expect(stderr == text(doubt.linesAmongOthers))
        #expect(status == 1)
        #expect(stdout.isEmpty)
        #expect(try hamlet.place.files() == before)
    }

    @Test("Nothing is set aside for a doubt", arguments: DoubtfulInput.all)
    func setAside(_ doubt: DoubtfulInput) throws {
        let hamlet = try HamletStudy()
        try doubt.apply(hamlet)
        let (_, stderr, status) = try hamlet.run("coverage", ["--set-aside", "--circles", "none"])
        #expect(stderr == text(doubt.lines))
        #expect(status == 0)
        #expect(!hamlet.hasResult("coverage/rejected.csv"))
    }

    @Test("In Chinese every doubt has words of its own", arguments: DoubtfulInput.all)
    func inChinese(_ doubt: DoubtfulInput) throws {
        let hamlet = try HamletStudy()
        try doubt.apply(hamlet)
        let (_, stderr, status) = try hamlet.run("validate", ["--lang", "zh"])
        #expect(status == 0)
        let lines = stderr.split(separator: "\n")
        #expect(lines.count == doubt.lines.count)
        for (line, english) in zip(lines, doubt.lines) {
            #expect(line.contains("提示：") && !line.contains(" is ") && !line.contains("expected"), "\(line)")
            #expect(line.prefix { $0 != " " } == english.prefix { $0 != " " })
        }
    }

    @Test("A delivery that is presumed not to have been is said in the column of the file")
    func presumedNotDelivered() throws {
        let hamlet = try HamletStudy()
        try hamlet.replace("planned,delivered,", with: "planned,交付时间,", in: "compounds.csv")
        try hamlet.replace("2019-05-20,2021-06-30,", with: "2019-05-20,,", in: "compounds.csv")
        let (_, stderr, status) = try hamlet.run("validate")
        #expect(
            stderr
                == "compounds.csv:4: 交付时间: warning: states no delivery and was planned on or after 2017-08-31: taken as not delivered\n"
        )
        #expect(status == 0)
    }

    private func text(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }
}
