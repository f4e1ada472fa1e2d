internal import Compliance
internal import Places
package import Scenarios

/// Writes what draws of a scenario come to: `bands.csv`, `targets.csv` and `draws.csv`, beside the scenario's years.
package struct SensitivityReport: Sendable {
    private let result: SensitivityResult
    private let setAside: Int

    /// Makes the report of a result.
    ///
    /// - Parameters:
    ///   - result: the draws and their bands.
    ///   - setAside: how many bad rows of the study's layers no figure counts.
    package init(result: SensitivityResult, setAside: Int = 0) {
        self.result = result
        self.setAside = setAside
    }

    /// The folder of the report's files below the output folder: `sensitivity/NAME`.
    package var folder: String { "sensitivity/\(result.plain.plan.scenario.name)" }

    /// Adds all files of the report but its manifest to an output folder.
    package func add(to output: inout OutputFolder, dialect: CSVDialect) {
        output.add("\(folder)/bands.csv", bands(dialect))
        output.add("\(folder)/draws.csv", draws(dialect))
        if result.targets.isEmpty {
            output.remove("\(folder)/targets.csv", beginningWith: "target,")
        } else {
            output.add("\(folder)/targets.csv", targets(dialect))
        }
    }

    private func bands(_ dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "year", "scope", "scope_id", "measure", "plain", "p10", "p50", "p90", "draws", "set_aside",
            ], dialect: dialect)
        for band in result.bands {
            func figure(_ value: Double?) -> Cell {
                band.measure.decimals.map { .number(value, decimals: $0) } ?? .number(value)
            }
            csv.append([
                .whole(band.year), .plain(band.scope.kind), .text(band.scope.identifier),
                .plain(band.measure.rawValue), figure(band.plain), figure(band.tenth), figure(band.half),
                figure(band.ninetieth), .whole(band.draws), .whole(setAside),
            ])
        }
        return csv.contents
    }

    private func targets(_ dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "target", "due", "year", "scope", "scope_id", "required", "plain", "verdict", "p10", "p50",
                "p90", "met", "unknown", "draws", "share_met", "set_aside",
            ], dialect: dialect)
        for target in result.targets {
            csv.append(
                [
                    .text(target.target), .plain(target.due?.text ?? ""), .whole(target.year),
                    .plain(target.scope.kind), .text(target.scope.identifier),
                    .number(target.required.double),
                    .number(target.plain), .plain(target.plainVerdict.rawValue),
                ] + target.quantiles.map { .number($0) } + [
                    .whole(target.met), .whole(target.unknown), .whole(target.draws),
                    .number(target.share, decimals: 6),
                    .whole(setAside),
                ])
        }
        return csv.contents
    }

    private func draws(_ dialect: CSVDialect) -> [UInt8] {
        var csv = CSVTable(
            header: [
                "draw", "fertility", "migration", "delivery_delay_months", "compliance", "take_up", "cost",
            ],
            dialect: dialect)
        for draw in result.draws {
            csv.append([
                .whole(draw.number), .number(draw.fertility, decimals: 9),
                .number(draw.migration, decimals: 9), .whole(draw.deliveryDelayMonths),
                .number(draw.compliance, decimals: 9), .number(draw.takeUp, decimals: 9),
                .number(draw.cost, decimals: 9),
            ])
        }
        return csv.contents
    }
}

extension SensitivityMeasure {
    /// With how many decimals `annual.csv` writes it; nothing: up to six, without trailing zeros.
    package var decimals: Int? {
        switch self {
        case .population, .elders, .eldersEightyPlus, .households: 1
        case .elderShare1km, .elderShare15min, .householdShare15min, .squareMetresPerHundredHouseholds,
            .bedsPerThousandElders:
            6
        case .eldersWithin1km, .eldersWithin15min, .eldersTakingUp, .careSpace, .careSpaceRequired,
            .capital, .cumulative:
            nil
        }
    }
}
