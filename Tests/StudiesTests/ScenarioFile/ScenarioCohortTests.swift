import Population
import Scenarios
import Studies
import TestWorlds
import Testing

/// `population: {method: cohort}` and the tables that it names.
struct ScenarioCohortTests {
    private let own = """
        first_period: 2015
        sex_ratio_at_birth: [1.05, 1.06]
        total_fertility: {middle: [1.5, 1.4]}
        fertility_percent: {15_19: [5, 4], 20_24: [25, 26], 25_29: [30, 30], 30_34: [25, 25], 35_39: [10, 10], 40_44: [4, 4], 45_49: [1, 1]}
        mortality:
          female: &rates {0: [0.01, 0.01], 1: [0.001, 0.001], 5: [0.001, 0.001], 10: [0.001, 0.001], 15: [0.001, 0.001], 20: [0.001, 0.001], 25: [0.001, 0.001], 30: [0.001, 0.001], 35: [0.001, 0.001], 40: [0.001, 0.001], 45: [0.001, 0.001], 50: [0.001, 0.001], 55: [0.001, 0.001], 60: [0.001, 0.001], 65: [0.001, 0.001], 70: [0.001, 0.001], 75: [0.001, 0.001], 80: [0.001, 0.001], 85: [0.001, 0.001], 90: [0.001, 0.001], 95: [0.001, 0.001], 100: [0.5, 0.5]}
          male: *rates

        """

    private func read(_ text: String, own table: String? = nil) throws -> ScenarioReading<Scenario> {
        let folder = try TemporaryFolder()
        if let table { try folder.write(table, to: "own.yaml") }
        return try ScenarioReader.read(path: try folder.write(text, to: "s.yaml"))
    }

    @Test func theCountrysTableByDefault() throws {
        let scenario = try read("population: {method: cohort}").value
        let cohort = try #require(scenario.cohort)
        #expect(cohort.table.id == "china" && cohort.migration == 0 && cohort.totalFertility == nil)
        #expect(cohort.households == .dwellings)
        #expect(try read("population: {method: rates}").value.cohort == nil)
    }

    /// One value for all variants, or one for each of which the variant picks its own.
    @Test func valuesByVariant() throws {
        let scenario = try read(
            """
            population:
              method: cohort
              variant: high
              migration: {low: -0.004, middle: 0.001, high: 0.012}
              fertility: 0.9
              households: headship
              rates: {all: 0.01}
            """
        ).value
        let cohort = try #require(scenario.cohort)
        #expect(cohort.migration == 0.012 && cohort.totalFertility == 0.9)
        #expect(cohort.households == .headship && scenario.variant == .high && scenario.rates.all == 0.01)
    }

    /// A table of one's own, relative to the scenario, is one of the run's inputs; a scenario that extends takes it over.
    @Test func aTableOfOnesOwn() throws {
        let folder = try TemporaryFolder()
        try folder.write(own, to: "own.yaml")
        try folder.write(
            "population: {method: cohort, demography: ./own.yaml}", to: "base.yaml")
        let path = try folder.write("extends: base\npopulation: {migration: 0.01}", to: "more.yaml")
        let reading = try ScenarioReader.read(path: path)
        let cohort = try #require(reading.value.cohort)
        #expect(cohort.migration == 0.01 && cohort.table.periods.count == 2)
        #expect(cohort.table.periods[1].sexRatioAtBirth == 1.06)
        #expect(cohort.table.periods[0].fertilityShares[1] == 0.25)
        #expect(reading.inputs.count == 3)
        #expect(reading.inputs.last?.path.hasSuffix("own.yaml") == true)
    }

    private func problems(_ text: String, own table: String? = nil) throws -> [String] {
        do throws(Problems) {
            let folder = try errorless { try TemporaryFolder() }
            if let table { try errorless { _ = try folder.write(table, to: "own.yaml") } }
            _ = try ScenarioReader.read(path: try errorless { try folder.write(text, to: "s.yaml") })
            return []
        } catch {
            return error.list.map { "\($0.row ?? 0) \($0.column ?? "-") \($0.fault)" }
        }
    }

    private func errorless<Value>(_ body: () throws -> Value) throws(Problems) -> Value {
        do { return try body() } catch { throw Problems([]) }
    }

    @Test(arguments: [
        (
            "population: {method: cohorts}",
            #"1 population.method notOneOf(text: "cohorts", allowed: ["rates", "cohort"])"#
        ),
        (
            "population: {method: cohort, demography: mars}",
            #"1 population.demography notOneOf(text: "mars", allowed: ["china"])"#
        ),
        ("population: {method: cohort, demography: none.yaml}", "0 - fileMissing"),
        ("population: {migration: 0.01}", #"1 population missingKey(name: "method")"#),
        (
            "population: {method: cohort, migration: 3}",
            #"1 population.migration wrongType(expected: "net migrants per person and year, from -0.03 to 0.1")"#
        ),
        (
            "population: {method: cohort, migration: {low: 0, high: 0.1}}",
            #"1 population.migration missingKey(name: "middle")"#
        ),
        (
            "population: {method: cohort, fertility: {middle: many}}",
            #"1 population.fertility.middle wrongType(expected: "children per woman, from 0 to 15")"#
        ),
        (
            "population: {method: cohort, households: size}",
            #"1 population.households notOneOf(text: "size", allowed: ["dwellings", "headship"])"#
        ),
    ])
    func whatDoesNotFit(_ text: String, _ expected: String) throws {
        #expect(try problems(text).first == expected)
    }

    /// Tables with something missing, or with lists of two lengths, name the key.
    @Test(arguments: [
        ("sex_ratio_at_birth: [1.05, 1.06]", "sex_ratio_at_birth: [1.05]", "total_fertility.middle"),
        ("sex_ratio_at_birth: [1.05, 1.06]\n", "", "missingKey(name: \"sex_ratio_at_birth\")"),
        ("15_19: [5, 4]", "15_19: [50, 4]", "fertility_percent"),
        ("15_19: [5, 4], ", "", "missingKey(name: \"15_19\")"),
        ("0: [0.01, 0.01]", "0: [0.01, -1]", "mortality.female.0"),
        ("0: [0.01, 0.01]", "0: [0.01, 1.01]", "mortality.female.0"),
        ("first_period: 2015", "first_period: soon", "first_period"),
        ("  male: *rates", "", "missingKey(name: \"male\")"),
        ("{middle: [1.5, 1.4]}", "{low: [1.5, 1.4]}", "missingKey(name: \"middle\")"),
        ("  male: *rates", "  male: *rates\n  both: *rates", "unknownKey(name: \"both\""),
    ])
    func tablesThatDoNotFit(_ from: String, _ to: String, _ expected: String) throws {
        let found = try problems(
            "population: {method: cohort, demography: ./own.yaml}",
            own: own.replacing(from, with: to))
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }
}
