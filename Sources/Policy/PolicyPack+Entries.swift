internal import Geometry
internal import Places

extension PolicyPack {
    /// Everything that the pack says, with all that it extends: by section, and in each in the pack's order.
    package var entries: [PackEntry] {
        general + circles.map(\.entry) + ruleEntries + targets.map(\.entry) + subsidies.map(\.entry)
            + entitlements.map(\.entry) + envelopes.map(\.entry) + costs.map(\.entry)
            + facilityNames.map(\.entry) + citations.map(\.entry)
    }

    private var general: [PackEntry] {
        var facts: [PackEntry.Fact?] = [
            .init("walking.minutes", "\(walking.minutes)"),
            .init("walking.speed_m_per_s", "\(walking.speed)"),
            .init("walking.snap_limit_m", "\(walking.snapLimit.value)"),
            .init("radius_m", "\(radius.value)"),
            .init("water_taken_out_of_area", "\(takesWaterOutOfArea)"),
        ]
        facts = facts.map { fact in
            fact.map { .init($0.key, $0.value.hasSuffix(".0") ? String($0.value.dropLast(2)) : $0.value) }
        }
        facts += walking.profiles.map { .init("walking.profiles.\($0.name)", $0.text) }
        facts += CoverageMeasure.allCases.map { .init("measures.\($0.rawValue)", selector(for: $0).text) }
        facts += NamedMeasure.allCases.map { measure in
            namedMeasures[measure].map { .init("measures.\(measure.rawValue)", $0.text) }
        }
        facts += ServiceClass.allCases.map { serviceClass in
            serviceClasses.services[serviceClass].map {
                .init("service_classes.\(serviceClass.rawValue)", $0.joined(separator: "+"))
            }
        }
        return [PackEntry(.general, id, name: name, facts)]
    }

    private var ruleEntries: [PackEntry] {
        space.map(\.packEntry) + firstPhase.map(\.packEntry) + singleSite.map(\.packEntry)
            + pooledSpace.map(\.packEntry) + land.map(\.packEntry) + synchronizations.map(\.packEntry)
            + facilityStandards.map(\.packEntry) + tierStandards.map(\.packEntry)
            + serviceRules.map(\.packEntry)
    }
}

extension SpaceRule {
    fileprivate var packEntry: PackEntry {
        PackEntry(
            .rules, entry, clause: clause,
            [
                .init("effective_from", period.from?.text ?? "unknown"),
                .stated("effective_to", period.to?.text),
            ]
                + [
                    .init("class_by", classDate.rawValue),
                    .stated("new_m2_per_100_households", newRate),
                    .stated("existing_m2_per_100_households", existingRate),
                    countsElsewhere ? .init("elsewhere_counts", "true") : nil,
                ])
    }
}

extension FirstPhaseRule {
    fileprivate var packEntry: PackEntry {
        let fallback = builtBeforeShare.map { "built_before_share_of_dwellings: \($0)" } ?? "none"
        return PackEntry(
            .rules, entry, clause: clause, PackEntry.Fact.period(period) + [.init("fallback", fallback)])
    }
}

extension SingleSiteRule {
    fileprivate var packEntry: PackEntry {
        PackEntry(
            .rules, entry, clause: clause,
            PackEntry.Fact.period(period) + [.init("min_m2", minimum.description)])
    }
}

extension PooledSpaceRule {
    fileprivate var packEntry: PackEntry {
        let metres: ExactDecimal? =
            switch grouping {
            case .within(let metres), .walk(let metres): metres
            case .pool, .community: nil
            }
        return PackEntry(
            .rules, entry, clause: clause,
            PackEntry.Fact.period(period) + [.init("by", grouping.word), .stated("within_m", metres)])
    }
}

extension LandRule {
    fileprivate var packEntry: PackEntry {
        PackEntry(
            .rules, entry, clause: clause,
            PackEntry.Fact.period(period) + [.init("m2_per_person", perPerson.description)])
    }
}

extension SynchronizationRule {
    fileprivate var packEntry: PackEntry {
        PackEntry(
            .rules, entry, clause: clause, PackEntry.Fact.period(period) + [.init("phase", "\(phase)")])
    }
}

extension FacilityStandard {
    fileprivate var packEntry: PackEntry {
        let asked: [PackEntry.Fact?] =
            switch requirement {
            case .floorArea(let minimum, let share):
                [
                    .init("min_area_m2", minimum.description),
                    .stated("or_share_of_public_service_area", share),
                ]
            case .areaPerBed(let minimum): [.init("min_m2_per_bed", minimum.description)]
            case .floors(let highest, let aboveGround):
                [.init("max_floor", "\(highest)"), .init("above_ground", "\(aboveGround)")]
            case .services(let services): [.init("services", services.joined(separator: "+"))]
            case .serviceClass(let serviceClass): [.init("min_service_class", serviceClass.rawValue)]
            case .landArea(let minimum): [.init("min_land_area_m2", minimum.description)]
            case .longestStay(let months): [.init("max_stay_months", "\(months)")]
            }
        return PackEntry(
            .rules, id, name: name, clause: clause,
            PackEntry.Fact.period(period) + [.init("for", selector.text)] + PackEntry.Fact.area(area) + asked)
    }
}

extension TierStandard {
    fileprivate var packEntry: PackEntry {
        PackEntry(
            .rules, id, name: name, clause: clause,
            PackEntry.Fact.period(period) + [.init("per", tier.rawValue), .init("counts", selector.text)]
                + PackEntry.Fact.area(area) + [
                    meeting.isEmpty ? nil : .init("meeting", meeting.joined(separator: "+")),
                    .init("at_least", "\(atLeast)"), .stated("note_above", noteAbove),
                    .stated("due", due?.text),
                ])
    }
}

extension ServiceRule {
    fileprivate var packEntry: PackEntry {
        let hours: ExactDecimal? = if case .hours(let hours) = demand { hours } else { nil }
        return PackEntry(
            .rules, id, clause: clause,
            PackEntry.Fact.period(period) + [
                .init("entitlement", entitlement), .init("counts", selector.text),
                .init("per", tier.rawValue), .stated("hours_a_carer_a_month", hours),
            ])
    }
}

extension LifeCircle {
    fileprivate var entry: PackEntry {
        PackEntry(
            .circles, id, clause: clause,
            [
                .init("minutes", "\(minutes)"), .stated("min_m", leastMetres),
                .init("max_m", mostMetres.description), .stated("min_people", leastPeople),
                .stated("max_people", mostPeople),
            ])
    }
}

extension Target {
    fileprivate var entry: PackEntry {
        let scope: String =
            switch extent {
            case .city: "city"
            case .eachDistrict: "each_district"
            case .districts(let names): "districts: " + names.joined(separator: "|")
            case .setting(let setting): setting.rawValue
            }
        return PackEntry(
            .targets, id, name: name, clause: clause, version: version,
            [
                .init("measure", measure.name), .stated("counts", selector?.text), .init("scope", scope),
                .init("basis", basis.rawValue), .stated("elders", elders?.rawValue),
                .stated("due", due?.text),
                .init("at_least", atLeast.description),
            ])
    }
}

extension FacilityNaming {
    fileprivate var entry: PackEntry {
        PackEntry(
            .facilityNames, name,
            [
                .stated("level", level?.rawValue), .stated("kind", kind?.rawValue),
                .stated("network", network?.rawValue),
            ])
    }
}

extension Citation {
    fileprivate var entry: PackEntry {
        PackEntry(
            .citations, id, name: title,
            [
                .stated("number", number), .stated("date", date?.text), .init("known", known.rawValue),
            ])
    }
}
