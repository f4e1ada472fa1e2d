internal import Compliance
internal import Places
internal import Policy

/// How the care space of housing to come is taken.
package enum CareSpaceRule: String, Hashable, Sendable, CaseIterable {
    /// As the study dates and measures it.
    case asStated = "as_stated"
    /// In step with the housing (the four synchronizations), and as much as the pack asks for.
    case inStep = "in_step"
}

extension Study {
    /// The study with the care space of all housing delivered after a day in step with it.
    ///
    /// Of such a compound each date of care space is at the latest that of the same step of the housing, phase by phase, and
    /// its care space at least what the pack's space rule asks of it. What was delivered before stays as it is.
    func withCareSpaceInStep(after day: Day, pack: PolicyPack) -> Study {
        var study = self
        let records = CompoundRecord.all(in: self)
        for index in compounds.indices {
            guard let delivered = compounds[index].delivered, delivered.last > day else { continue }
            let households = compounds[index].households?.double
            let record = CareSpaceRecord(records[index], pack: pack, asOf: delivered.last)
            // What stands elsewhere in lieu need not be built once more.
            let owed = record.required(counted: households, whole: households)
                .map { $0 - record.standingElsewhere }
            if let owed, owed > records[index].careSpace?.double ?? 0 {
                study.compounds[index].careSpace = ExactDecimal(rounding: owed, decimals: 2)
            }
        }
        for index in phases.indices where phases[index].housing.delivered.map({ $0.last > day }) ?? false {
            study.phases[index].care = phases[index].care.noLater(than: phases[index].housing)
        }
        return study
    }
}

extension Milestones {
    /// These dates, each no later than that of others, where they are known.
    fileprivate func noLater(than others: Milestones) -> Milestones {
        func earlier(_ own: PartialDate?, _ other: PartialDate?) -> PartialDate? {
            guard let own, let other else { return own ?? other }
            return own.last <= other.last ? own : other
        }
        return Milestones(
            planned: earlier(planned, others.planned), built: earlier(built, others.built),
            accepted: earlier(accepted, others.accepted), delivered: earlier(delivered, others.delivered))
    }
}
