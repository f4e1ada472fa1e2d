package import Coverage
package import Places
package import Policy

/// The rules `target.*`: whether a pack's targets are met on a day.
package enum TargetFindings {
    /// How the names of such rules begin.
    package static let prefix = "target."

    /// What a pack's targets say on a day, target by target in each of its scopes.
    ///
    /// - Parameters:
    ///   - pack: the pack.
    ///   - figures: where their figures are taken from.
    ///   - day: the day.
    ///   - reach: what candidates would reach; without it no site is named for a share of covered people.
    /// - Returns: the findings.
    package static func all(
        of pack: PolicyPack, from figures: TargetFigures, on day: Day, reach: CandidateReach? = nil
    ) -> [Finding] {
        let remedies = TargetRemedies(figures: figures, reach: reach)
        return pack.targets.flatMap { target in
            let counted = FindingFigure(of: target, in: pack)
            let remedies = pack.selector(for: target).countsOpen ? remedies : nil
            return figures.figures(of: target).map { finding(on: $0, of: target, counted, on: day, remedies) }
        }
    }

    /// Whether sites have to be sought for a share of people within the radius, or within the walk.
    ///
    /// They have where such a share of some target falls short by more than is unknown: what candidates reach is worth
    /// finding out only then.
    package static func seeksSites(
        for pack: PolicyPack, from figures: TargetFigures
    ) -> (straight: Bool, onFoot: Bool) {
        func seeks(_ measure: CoverageMeasure) -> Bool {
            pack.targets.contains { target in
                target.measure == .coverage(measure) && target.basis != .area
                    && figures.figures(of: target).contains { figure in
                        figure.missing(to: target.atLeast).map { $0 > figure.unknown } ?? false
                    }
            }
        }
        return (seeks(.within1km), seeks(.within15min))
    }

    private static func finding(
        on figure: TargetFigure, of target: Target, _ counted: FindingFigure, on day: Day,
        _ remedies: TargetRemedies?
    ) -> Finding {
        let verdict = figure.verdict(atLeast: target.atLeast, due: target.due, on: day)
        let value = figure.value.map { ExactDecimal(rounding: $0, decimals: 6) }
        var shortfall: ExactDecimal?
        var remedy: Remedy?
        switch verdict {
        case .pass: shortfall = .zero
        case .fail, .pending:
            if verdict == .fail { shortfall = value.map { max(.zero, target.atLeast - $0) } }
            // What is unknown may be enough: nobody can say then that anything has to be added.
            if let missing = figure.missing(to: target.atLeast), missing > figure.unknown {
                remedy = remedies?.remedy(for: target, in: figure.scope, missing: missing)
            }
        case .unknown, .exempt, .waived: break
        }
        return Finding(
            rule: prefix + target.id, clause: target.clause,
            scope: FindingScope(rawValue: figure.scope.kind) ?? .city, subject: figure.scope.identifier,
            verdict: verdict, measured: value, required: target.atLeast, unit: target.measure.unit,
            shortfall: shortfall, due: target.due,
            detail: .target(
                name: target.name, version: target.version,
                unknown: ExactDecimal(rounding: figure.unknown, decimals: 6), unstated: figure.unstated,
                missingTotal: figure.missingTotal),
            numerator: figure.numerator.map { ExactDecimal(rounding: $0, decimals: 6) },
            denominator: figure.statedDenominator.map { ExactDecimal(rounding: $0, decimals: 6) },
            figure: counted, notes: FigureNotes(beside: figure), remedy: remedy)
    }
}

extension TargetFigure {
    /// How much more must be counted for the figure to reach what is required; nothing where none is missing, there is
    /// nothing to take it over, or nobody states it.
    fileprivate func missing(to required: ExactDecimal) -> Double? {
        guard let numerator, missingTotal == nil else { return nil }
        let needed = denominator.map { required.double * $0 / factor } ?? required.double
        // A product that is a whole number but for rounding in binary is that number.
        let missing = needed - numerator - 1e-9
        return missing > 0 ? missing : nil
    }
}

extension Target.Measure {
    /// The unit of the measure's figures.
    fileprivate var unit: FindingUnit {
        switch self {
        case .facilities: .facilities
        case .beds: .beds
        case .bedsPer1000Elders: .bedsPer1000Elders
        case .placesPer1000Elders: .placesPer1000Elders
        case .spacePer100Households: .spacePer100Households
        case .coverage, .named, .nursingBedShare, .socialOperationShare, .medicalPointShare,
            .visitingDoctorShare, .compoundsWithCareSpace, .newCompoundsMeetSpace:
            .share
        }
    }
}
