import Scenarios
import Studies
import Testing

/// What counts as within reach is read in every way that people write it.
@Suite struct ReachTextTests {
    @Test(
        "A number with its unit, in English or Chinese",
        arguments: [
            ("800m", SitingReach.metres(800)), ("800", .metres(800)), ("８００ 米", .metres(800)),
            ("1,200 m", .metres(1200)), ("1km", .kilometres(1)), ("1.5 公里", .kilometres(1.5)),
            ("2千米", .kilometres(2)), ("15min", .minutes(15)), ("15 min", .minutes(15)),
            ("15分钟", .minutes(15)),
        ])
    func reads(text: String, reach: SitingReach) {
        #expect(SitingReach(text: text) == reach)
    }

    @Test(
        "Nothing else",
        arguments: ["", "m", "-5", "0km", "1e9m", "nan", "15 h", "1 2 m", "十五分钟", "800mm"])
    func refuses(text: String) {
        #expect(SitingReach(text: text) == nil)
    }
}
