/// A key of a policy pack.
protocol PackFileKey: YAMLKey {}

extension PackFileKey {
    static var owner: KeyedFile { .policyPack }
}

/// The keys of a policy pack.
enum PackKey: String, PackFileKey {
    case id, extends, name, jurisdiction, walking
    case radius = "radius_m"
    case waterTakenOut = "water_taken_out_of_area"
    case measures, circles, citations, rules, subsidies, entitlements, envelopes, costs, targets
    case serviceClasses = "service_classes"
    case facilityNames = "facility_names"
    case without
}

/// The keys of a text in two languages.
enum BilingualKey: String, PackFileKey {
    case en, zh
}

/// The keys of a pack's way of walking.
enum PackWalkingKey: String, PackFileKey {
    case minutes
    case speed = "speed_m_per_s"
    case snapLimit = "snap_limit_m"
    case profiles
}

/// The measures that a pack may say what counts for.
enum MeasureKey: String, PackFileKey {
    case within1km = "within_1km"
    case within15min = "within_15min"
    case hasFacility = "has_facility"
    case hasQualified = "has_qualified"
    case hasStandardised = "has_standardised"
    case isServed = "is_served"
    case subdistrictHasCentre = "subdistrict_has_centre"
}

/// The keys of a selector.
enum SelectorKey: String, PackFileKey {
    case kinds, levels, networks, grades, operators, services, statuses
    case minimumArea = "min_area_m2"
    case minimumBeds = "min_beds"
}

/// The keys of a walking circle.
enum CircleKey: String, PackFileKey {
    case clause, minutes
    case leastMetres = "min_m"
    case mostMetres = "max_m"
    case leastPeople = "min_people"
    case mostPeople = "max_people"
}

/// The service classes that a pack may name the services of.
enum ServiceClassKey: String, PackFileKey {
    case one = "I"
    case two = "II"
    case three = "III"
}

/// The keys of where a rule applies.
enum AreaKey: String, PackFileKey {
    case districts, setting
}

/// The keys of a document.
enum CitationKey: String, PackFileKey {
    case id, title, number, date, known
}

/// The keys of a place in a document.
enum ClauseKey: String, PackFileKey {
    case citation, part
}

/// The keys of a rule; which of them a rule has depends on its id.
enum RuleKey: String, PackFileKey {
    case id, clause
    case effectiveFrom = "effective_from"
    case classBy = "class_by"
    case newRate = "new_m2_per_100_households"
    case existingRate = "existing_m2_per_100_households"
    case fallback
    case phase
    case effectiveTo = "effective_to"
    // Of care space.
    case minimumSpace = "min_m2"
    case by
    case withinMetres = "within_m"
    case landPerPerson = "m2_per_person"
    // Of facilities and of areas.
    case name
    case `for`
    case `where`
    case minimumArea = "min_area_m2"
    case shareOfPublicService = "or_share_of_public_service_area"
    case areaPerBed = "min_m2_per_bed"
    case highestFloor = "max_floor"
    case aboveGround = "above_ground"
    case services
    case serviceClass = "min_service_class"
    case per
    case counts
    case meeting
    case due
    case atLeast = "at_least"
    case noteAbove = "note_above"
    case elsewhereCounts = "elsewhere_counts"
    case minimumLand = "min_land_area_m2"
    case longestStay = "max_stay_months"
    // Of entitled people.
    case entitlement
    case hoursACarer = "hours_a_carer_a_month"
}

/// The keys of what counts for a further measure.
enum NamedMeasureKey: String, PackFileKey {
    case counts, meeting
    case `where`
}

/// The keys of a fallback of the first phase.
enum FallbackKey: String, PackFileKey {
    case builtBeforeShare = "built_before_share_of_dwellings"
}

/// The keys of a subsidy.
enum SubsidyKey: String, PackFileKey {
    case id, clause
    case `for`
    case effectiveFrom = "effective_from"
    case once = "once_yuan"
    case yearly = "yearly_yuan"
    case share = "share_of_cost"
    case cap = "cap_yuan"
    case effectiveTo = "effective_to"
    case when
    case chainOf = "chain_of"
    case payers
}

/// The payers of an amount, where it is borne in parts.
enum PayerKey: String, PackFileKey {
    case central, province, city, district, lottery, charity
}

/// The keys of an entitlement.
enum EntitlementKey: String, PackFileKey {
    case id, name, clause, groups, services, payers, months
    case effectiveFrom = "effective_from"
    case effectiveTo = "effective_to"
    case hoursAMonth = "hours_a_month"
    case yuanAnHour = "yuan_an_hour"
    case yuanAYear = "yuan_a_year"
}

/// The keys of an envelope.
enum EnvelopeKey: String, PackFileKey {
    case id, name, clause, yuan, payer, covers
    case effectiveFrom = "effective_from"
    case effectiveTo = "effective_to"
    case sharedBy = "shared_by"
}

/// The keys of a cost.
enum CostKey: String, PackFileKey {
    case id, clause
    case `for`
    case perFacility = "per_facility_yuan"
    case perSquareMetre = "per_m2_yuan"
    case perBed = "per_bed_yuan"
}

/// The keys of a target.
enum TargetKey: String, PackFileKey {
    case id, name, clause, measure, counts, scope, basis, elders, due, version
    case atLeast = "at_least"
}

/// The keys of a target's scope, where it is no word.
enum TargetScopeKey: String, PackFileKey {
    case districts
}

/// The keys of what a city's own name means.
enum FacilityNamingKey: String, PackFileKey {
    case level, kind, network
}
