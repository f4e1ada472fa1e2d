internal import Compliance
internal import Coverage
internal import Places
internal import Policy

/// Takes a target's figure apart into what it is a sum of: the arithmetic of ``Compliance/TargetFigures``, retold.
struct TargetParts {
    /// What a figure is a sum of.
    struct Sum {
        /// What its numerator is a sum of; of a share also its denominator.
        var parts: [RatePart] = []
        /// What it is taken over, where that is something else.
        var over: [RatePart] = []
        /// What is in no part of it, since nobody states its figure.
        var unstated: [RatePart.Source] = []
    }

    let study: Study
    let figures: TargetFigures
    let rates: RateParts

    private var pack: PolicyPack { figures.pack }

    /// What a target's figure in a scope is a sum of.
    func sum(of target: Target, in scope: Scope) -> Sum {
        let result = figures.coverage(for: target)
        let facilities = facilities(of: target, in: scope, on: result.day)
        switch target.measure {
        case .named(let measure):
            return presence(measure, by: pack.rule(for: measure, of: target), in: scope, on: result.day)
        case .coverage(.hasFacility):
            let rule = NamedMeasureRule(selector: pack.selector(for: target))
            return presence(.hasQualified, by: rule, in: scope, on: result.day)
        case .coverage(let measure):
            let sum = rates.sum(measure, target.basis, in: scope, of: result)
            return Sum(parts: sum.parts, unstated: sum.unstated)
        case .facilities: return stated(facilities) { _ in ExactDecimal(1) }
        case .beds: return stated(facilities, \.beds)
        case .bedsPer1000Elders:
            return overElders(stated(facilities, \.beds), of: target, in: scope, of: result)
        case .placesPer1000Elders:
            let places = stated(facilities) { facility in
                let stated = [facility.beds, facility.dayCarePlaces].compactMap(\.self)
                return stated.isEmpty ? nil : stated.reduce(.zero, +)
            }
            return overElders(places, of: target, in: scope, of: result)
        case .spacePer100Households: return careSpace(in: scope, of: result)
        case .nursingBedShare: return nursingBeds(of: facilities)
        case .socialOperationShare: return share(of: facilities) { $0.operator.map { $0 == .social } }
        case .medicalPointShare: return share(of: facilities, \.hasMedicalPoint)
        case .visitingDoctorShare:
            return share(of: facilities) {
                $0.services.isEmpty ? nil : $0.services.contains("visiting_doctor")
            }
        case .compoundsWithCareSpace:
            return Sum(
                parts: counted(in: scope, of: result).map { index in
                    RatePart(
                        .place(.compound(index)), amount: 1,
                        isCovered: figures.records[index].careSpace.map { $0 > .zero })
                })
        case .newCompoundsMeetSpace:
            return Sum(
                parts: counted(in: scope, of: result).compactMap { index in
                    figures.verdict(onNewCompound: index).map { verdict in
                        RatePart(
                            .place(.compound(index)), amount: 1,
                            isCovered: verdict == .unknown ? nil : verdict == .pass)
                    }
                })
        }
    }

    /// The communities or subdistricts that a measure counts.
    private func presence(
        _ measure: NamedMeasure, by rule: NamedMeasureRule, in scope: Scope, on day: Day
    ) -> Sum {
        let presence = CountedPresence(measure, by: rule, study: study, pack: pack, on: day)
        return Sum(parts: rates.sum(measure.rawValue, presence, in: scope).parts)
    }

    private func facilities(of target: Target, in scope: Scope, on day: Day) -> [Int] {
        guard let member = rates.member(of: scope) else { return [] }
        let communities = Set(member.communities)
        let selector = pack.selector(for: target)
        return study.facilities.indices.filter { index in
            let facility = study.facilities[index]
            return (facility.community.map(communities.contains) ?? member.holdsOutsiders)
                && selector.counts(facility, on: day)
        }
    }

    /// A sum of what facilities state.
    private func stated(_ facilities: [Int], _ figure: (Facility) -> ExactDecimal?) -> Sum {
        var sum = Sum()
        for index in facilities {
            if let own = figure(study.facilities[index]) {
                sum.parts.append(
                    RatePart(
                        source: .facility(index), amount: own.double, covered: own.double, isUnknown: false,
                        isEstimated: false))
            } else {
                sum.unstated.append(.facility(index))
            }
        }
        return sum
    }

    /// The same over the elders of the places, or over the total that the study states of the scope.
    private func overElders(
        _ sum: Sum, of target: Target, in scope: Scope, of result: CoverageResult
    ) -> Sum {
        if let basis = target.elders {
            let total = study.totals.latest(
                of: .scope(scope), counted: basis, upTo: result.day.year, \.elders)
            guard let total, let elders = total.elders else {
                return Sum(parts: sum.parts, unstated: sum.unstated + [.total(scope, nil)])
            }
            let part = RatePart(.total(scope, total.source), amount: elders.double, isCovered: false)
            return Sum(parts: sum.parts, over: [part], unstated: sum.unstated)
        }
        let elders = rates.sum(.within1km, .elders, in: scope, of: result)
        return Sum(parts: sum.parts, over: elders.parts, unstated: sum.unstated + elders.unstated)
    }

    private func share(of facilities: [Int], _ counts: (Facility) -> Bool?) -> Sum {
        Sum(
            parts: facilities.map {
                RatePart(.facility($0), amount: 1, isCovered: counts(study.facilities[$0]))
            })
    }

    private func nursingBeds(of facilities: [Int]) -> Sum {
        var sum = Sum()
        for index in facilities {
            let facility = study.facilities[index]
            guard let beds = facility.beds else {
                sum.unstated.append(.facility(index))
                continue
            }
            sum.parts.append(
                RatePart(
                    source: .facility(index), amount: beds.double, covered: facility.nursingBeds?.double ?? 0,
                    isUnknown: facility.nursingBeds == nil, isEstimated: false))
        }
        return sum
    }

    /// Care space counts from its own day, its households with their compound.
    func careSpace(in scope: Scope, of result: CoverageResult) -> Sum {
        var sum = Sum()
        for index in rates.compounds(in: scope) {
            let space = figures.careSpace[index]
            if space > 0 {
                sum.parts.append(
                    RatePart(
                        source: .place(.compound(index)), amount: space, covered: space, isUnknown: false,
                        isEstimated: false))
            }
            let place = result.demand.compounds[index]
            guard place.isCounted else { continue }
            if !figures.statesCareSpace[index] { sum.unstated.append(.place(.compound(index))) }
            if let households = place.households {
                sum.over.append(
                    RatePart(
                        source: .place(.compound(index)), amount: households, covered: 0, isUnknown: false,
                        isEstimated: place.householdsEstimated))
            }
        }
        return sum
    }

    private func counted(in scope: Scope, of result: CoverageResult) -> [Int] {
        rates.compounds(in: scope).filter { result.demand.compounds[$0].isCounted }
    }
}
