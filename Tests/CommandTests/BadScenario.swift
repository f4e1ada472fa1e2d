import Foundation
import Testing

/// Something wrong with the hamlet's scenario, and the lines that must be said of it, word for word.
struct BadScenario: Sendable, CustomTestStringConvertible {
    static let file = "scenarios/field-home.yaml"

    let name: String
    /// All of standard error, in order.
    let lines: [String]
    let apply: @Sendable (HamletStudy) throws -> Void

    /// A text of the scenario replaced by another; `lines` begin behind the name of the file.
    init(_ name: String, _ lines: [String], _ old: String, _ new: String) {
        self.name = name
        self.lines = lines.map { "study/\(Self.file):\($0)" }
        apply = { try $0.replace(old, with: new, in: Self.file) }
    }

    var testDescription: String { name }

    /// Two other faults of the scenario, after all others.
    static let others = [
        OtherFault(
            "study/\(file):8: the key “colour” is unknown, expected one that a scenario has here",
            appending: "colour: red\n", to: file),
        OtherFault(
            "study/\(file):9: deliveries: “some” is unknown, expected one of: whole, by_phase",
            appending: "deliveries: some\n", to: file),
    ]

    static let all = [
        BadScenario(
            "mode beyond its range",
            ["7: uncertainty.cost.mode: does not fit, expected a number from `low` to `high`"],
            "maps: [2025, 2030]", "uncertainty: {cost: {low: 1, high: 2, mode: 3}}"),
        BadScenario(
            "unknown key",
            ["1: the key “nmae” is unknown, expected one that a scenario has here, did you mean “name”?"],
            "name: field-home", "nmae: field-home"),
        BadScenario(
            "unknown key of an opening",
            [
                "4: programme[1].open: the key “bed” is unknown, expected one that a scenario has here, did you mean “beds”?"
            ], "beds: 10", "bed: 10"),
        BadScenario(
            "latitude and longitude swapped",
            [
                "4: programme[1].open.lon,lat: longitude 30.505 and latitude 114.327 look swapped, expected them the other way round"
            ], "lon: 114.327, lat: 30.505", "lon: 30.505, lat: 114.327"),
        BadScenario(
            "metres where degrees belong",
            [
                "4: programme[1].open.lon,lat: 500000, 3380000 look like metres of a projected CRS, expected degrees, or the layer's `crs:`"
            ], "lon: 114.327, lat: 30.505", "lon: 500000, lat: 3380000"),
        BadScenario(
            "place off the earth",
            [
                "4: programme[1].open.lon,lat: 214.327, 30.505 lies outside the area of EPSG:4326, expected coordinates in that system, or the right `crs:`"
            ], "lon: 114.327", "lon: 214.327"),
        BadScenario(
            "0,0", ["4: programme[1].open.lon,lat: the place is 0,0, expected real coordinates"],
            "lon: 114.327, lat: 30.505", "lon: 0, lat: 0"),
        BadScenario(
            "bad latitude of an id that is taken",
            [
                "4: programme[1].open.lat: “north” is not a number, expected a number such as 1200",
                "4: programme: the id “F3” is taken, expected a new one",
            ], "id: N1, level: community, kind: station, lon: 114.327, lat: 30.505",
            "id: F3, level: community, kind: station, lon: 114.327, lat: north"),
        BadScenario(
            "no date for an id that is taken",
            [
                "4: programme[1].date: “soon” is not a date, expected one such as 2021-05-30, 2021-05 or 2021年5月30日",
                "4: programme: the id “F3” is taken, expected a new one",
            ], "2022-06-30, open: {id: N1", "soon, open: {id: F3"),
        BadScenario(
            "half a bed and an unknown facility",
            [
                "5: programme[2].set.beds: “40.5” is not a whole number, expected one such as 3",
                "5: programme: there is no facility “F11”, expected the id of one, did you mean “F1”?",
            ], "upgrade: F1, set: {area_m2: 800, beds: 40}", "upgrade: F11, set: {area_m2: 800, beds: 40.5}"),
        BadScenario(
            "unknown community",
            [
                "4: programme: there is no community “Far Feld”, expected an id or an unambiguous name, did you mean “Far Field”?"
            ], "level: community, kind", "level: community, community: Far Feld, kind"),
        BadScenario(
            "number beyond any",
            ["6: programme[3].cost_yuan: “1e400” is too large, expected less than 10^15"], "close: F2}",
            "close: F2, cost_yuan: 1e400}"),
        BadScenario(
            "build-out with words and numbers that it has not",
            [
                "7: build_out.objective: “most” is unknown, expected one of: mclp, equity, targets, lscp",
                "7: build_out.within: does not fit, expected a distance such as 800m, 1km or 15min",
                "7: build_out.discount: does not fit, expected a number from 0 to 1",
                "7: build_out.budget_yuan.2021: “much” is not a number, expected a number such as 1200",
            ], "maps: [2025, 2030]",
            "build_out: {objective: most, within: near, discount: 2, budget_yuan: {2021: much}}"),
        BadScenario(
            "build-out without a limit",
            ["7: build_out: the key per_year is missing, expected it here"], "maps: [2025, 2030]",
            "build_out: {objective: mclp}"),
    ]
}
