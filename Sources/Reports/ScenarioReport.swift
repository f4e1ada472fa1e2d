internal import Compliance
internal import Coverage
internal import Geometry
internal import Places
package import Policy
package import Scenarios

/// Writes a scenario's years: `annual.csv`, `money.csv`, `subsidies.csv`, `plan.csv`, `targets.csv`, `plan.geojson` and the maps.
package struct ScenarioReport: Sendable {
    private let result: ScenarioResult
    private let setAside: Int

    /// Makes the report of a result.
    ///
    /// - Parameters:
    ///   - result: the years of the scenario.
    ///   - setAside: how many bad rows of the study's layers no figure counts; written beside every rate.
    package init(result: ScenarioResult, setAside: Int = 0) {
        self.result = result
        self.setAside = setAside
    }

    /// The folder of the report's files below the output folder: `scenario/NAME`.
    package var folder: String { "scenario/\(result.plan.scenario.name)" }

    /// Adds all files of the report but its manifest to an output folder; maps of years that an earlier run
    /// has drawn and this one does not are removed.
    ///
    /// - Parameters:
    ///   - output: the folder that gathers the files.
    ///   - dialect: how CSV is written.
    ///   - reason: the words for why an action is in the plan.
    ///   - text: which of a pack's texts is meant.
    package func add(
        to output: inout OutputFolder, dialect: CSVDialect, reason: (PlanReason) -> String,
        text: (BilingualText) -> String
    ) {
        output.add("\(folder)/annual.csv", annual(dialect: dialect))
        output.add("\(folder)/money.csv", money(dialect: dialect))
        output.add("\(folder)/subsidies.csv", subsidies(dialect: dialect))
        let (table, features) = plan(dialect: dialect, reason: reason)
        output.add("\(folder)/plan.csv", table)
        output.add("\(folder)/targets.csv", targets(dialect: dialect, text: text))
        output.add("\(folder)/plan.geojson", features)
        for map in result.maps {
            output.add(
                "\(folder)/communities-\(map.year).geojson",
                CoverageReport(study: map.study, result: map.coverage, setAside: setAside)
                    .communityFeatures)
        }
        output.removeOthers(
            in: folder, from: "communities-", to: ".geojson", beginningWith: GeoJSON.beginning)
    }

    private func annual(dialect: CSVDialect) -> [UInt8] {
        let table = AnnualTable(setAside: setAside)
        var csv = CSVTable(header: AnnualTable.header, dialect: dialect)
        for row in result.annual { csv.append(table.cells(of: row)) }
        return csv.contents
    }

    private func money(dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(
            header: ["year", "scope", "scope_id", "payer", "rule", "kind", "yuan"], dialect: dialect)
        for line in result.money {
            csv.append([
                .whole(line.year), .plain(line.scope.kind), .text(line.scope.identifier),
                .plain(line.payer?.rawValue ?? ""), .text(line.rule), .plain(line.kind.rawValue),
                exact(line.yuan),
            ])
        }
        return csv.contents
    }

    /// Who is given what: one-off sums in the year in which they are paid, yearly ones in each year that they run.
    private func subsidies(dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "year", "facility", "community", "subdistrict", "district", "rule", "kind", "yuan", "in_plan",
            ], dialect: dialect)
        let study = result.plan.study
        let planned = Dictionary(
            result.plan.actions.filter { $0.kind != .close }.map { ($0.facility, $0.day.year) },
            uniquingKeysWith: min)
        for grant in result.grants {
            let facility = study.facilities[grant.facility]
            let community = facility.community.map { study.communities[$0] }
            csv.append([
                .whole(grant.year), .text(facility.id), .text(optional: community?.id),
                .text(optional: facility.subdistrict ?? community?.subdistrict),
                .text(optional: community?.district), .text(grant.rule), .plain(grant.kind.rawValue),
                exact(grant.yuan), .flag(planned[grant.facility].map { $0 <= grant.year } ?? false),
            ])
        }
        return csv.contents
    }

    private func plan(
        dialect: CSVDialect, reason: (PlanReason) -> String
    ) -> (table: [UInt8], features: [UInt8]) {
        let header = [
            "year", "action", "facility", "level", "network", "community", "subdistrict", "district", "lon",
            "lat", "area_m2", "beds", "capital_yuan", "subsidy_once_yuan", "subsidy_yearly_yuan",
            "newly_covered_elders", "reason", "date",
        ]
        var csv = CSVTable(header: header, dialect: dialect)
        var features = GeoJSON()
        for row in result.actions {
            let facility = row.facility
            let community = facility.community.map { result.plan.study.communities[$0] }
            let cells: [Cell] = [
                .whole(row.year), .plain(row.action.rawValue), .text(facility.id),
                .plain(facility.level.rawValue), .plain(facility.network?.rawValue ?? ""),
                .text(optional: community?.id),
                .text(optional: facility.subdistrict ?? community?.subdistrict),
                .text(optional: community?.district), .number(facility.point.longitude, decimals: 7),
                .number(facility.point.latitude, decimals: 7), exact(facility.area), exact(facility.beds),
                exact(row.money.capital), exact(row.money.subsidyOnce), exact(row.money.subsidyYearly),
                .number(row.newlyCoveredElders, decimals: 1), .text(reason(row.reason)),
                .plain(row.day.description),
            ]
            csv.append(cells)
            features.append(facility.point, properties: properties(header, cells))
        }
        return (csv.contents, features.contents)
    }

    private func targets(dialect: CSVDialect, text: (BilingualText) -> String) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "target", "due", "year", "verdict", "value", "required", "numerator", "denominator", "scope",
                "scope_id", "set_aside", "unknown", "unstated", "rank", "measure", "basis", "counted",
                "version", "estimated",
            ], dialect: dialect)
        for row in result.targets {
            csv.append([
                .text(row.target), .plain(row.due?.text ?? ""), .whole(row.year),
                .plain(row.verdict.rawValue),
                .number(row.value, decimals: 6), exact(row.required), .number(row.numerator),
                .number(row.denominator), .plain(row.scope.kind), .text(row.scope.identifier),
                .whole(setAside), .number(row.unknown), .whole(row.unstated),
                row.rank.map { .whole($0) } ?? .empty, .plain(row.figure.measure),
                .plain(row.figure.basis.rawValue), .text(row.figure.counted ?? ""),
                .text(row.figure.version.map(text) ?? ""), .number(row.estimated),
            ])
        }
        return csv.contents
    }
}

/// An exact number, empty where unknown.
func exact(_ number: ExactDecimal?) -> Cell { number.map { .plain($0.description) } ?? .empty }
