package import Places
package import Policy

/// The rules `facility.*`: what each open facility of a kind must be like.
package enum FacilityStandards {
    /// What a pack's standards say of a study's facilities on a day, standard by standard, written exceptions among it.
    ///
    /// - Returns: for each standard in force its findings, with the facility that each is about as an index into
    ///   the study's.
    package static func findings(
        study: Study, pack: PolicyPack, on day: Day
    ) -> [(standard: FacilityStandard, findings: [(facility: Int, finding: Finding)])] {
        pack.facilityStandards.filter { $0.period.isInForce(on: day) }.map { standard in
            let subjects = study.facilities.indices.filter {
                let facility = study.facilities[$0]
                return standard.selector.counts(facility, on: day)
                    && applies(standard.area, to: facility, in: study)
            }
            let findings = WaivedFindings.findings(
                subjects.map { finding(on: study.facilities[$0], under: standard, in: study, pack) },
                under: study.waivers, asOf: day)
            return (standard, zip(subjects, findings).map { (facility: $0, finding: $1) })
        }
    }

    private static func applies(_ area: PolicyArea, to facility: Facility, in study: Study) -> Bool {
        if area == .everywhere { return true }
        return facility.community.map { area.holds(study.communities[$0]) } ?? false
    }

    private static func finding(
        on facility: Facility, under standard: FacilityStandard, in study: Study, _ pack: PolicyPack
    ) -> Finding {
        switch standard.requirement {
        case .floorArea(let minimum, let share):
            FacilityFloorArea.finding(
                on: facility, under: standard, minimum: minimum, orShare: share,
                of: facility.community.flatMap { study.communities[$0].publicServiceArea })
        case .areaPerBed(let minimum):
            FacilityAreaPerBed.finding(on: facility, under: standard, minimum: minimum)
        case .floors(let highest, let aboveGround):
            FacilityFloors.finding(
                on: facility, under: standard, highest: highest, aboveGround: aboveGround)
        case .services(let services):
            FacilityServices.finding(on: facility, under: standard, services: services)
        case .landArea(let minimum):
            FacilityLandArea.finding(on: facility, under: standard, minimum: minimum)
        case .longestStay(let months):
            FacilityStays.finding(on: facility, under: standard, months: months)
        case .serviceClass(let least):
            FacilityServices.finding(
                on: facility, under: standard, atLeast: least, by: pack.serviceClasses)
        }
    }
}

extension Finding {
    /// A finding on a facility; its shortfall is what is required less what is measured.
    static func facility(
        _ facility: Facility, _ standard: FacilityStandard, _ verdict: Verdict,
        measured: ExactDecimal? = nil, required: ExactDecimal? = nil, _ unit: FindingUnit,
        _ detail: FindingDetail, shortfall: ExactDecimal? = nil, numerator: ExactDecimal? = nil,
        denominator: ExactDecimal? = nil
    ) -> Finding {
        var missing: ExactDecimal?
        switch verdict {
        case .pass: missing = .zero
        case .fail:
            missing = shortfall
            if missing == nil, let required, let measured { missing = required - measured }
        default: break
        }
        return Finding(
            rule: standard.id, clause: standard.clause, scope: .facility, subject: facility.id,
            verdict: verdict, measured: measured, required: required, unit: unit, shortfall: missing,
            detail: detail, numerator: numerator, denominator: denominator)
    }
}
