/// The keys that a policy pack's file may have, as the reader knows them.
package enum PackFormat {
    /// The keys of each mapping of a pack, under the name that the JSON Schema beside the packs has for it.
    package static let keys: [(mapping: String, keys: [String])] = [
        ("pack", words(PackKey.self)), ("bilingual", words(BilingualKey.self)),
        ("walking", words(PackWalkingKey.self)), ("profile", WalkingProfileKey.allCases.map(\.rawValue)),
        ("measures", words(MeasureKey.self)), ("named_measure", words(NamedMeasureKey.self)),
        ("selector", words(SelectorKey.self)), ("area", words(AreaKey.self)),
        ("circle", words(CircleKey.self)), ("service_classes", words(ServiceClassKey.self)),
        ("citation", words(CitationKey.self)), ("clause", words(ClauseKey.self)),
        ("rule", words(RuleKey.self)), ("fallback", words(FallbackKey.self)),
        ("subsidy", words(SubsidyKey.self)), ("payers", words(PayerKey.self)),
        ("entitlement", words(EntitlementKey.self)), ("envelope", words(EnvelopeKey.self)),
        ("cost", words(CostKey.self)),
        ("target", words(TargetKey.self)), ("scope", words(TargetScopeKey.self)),
        ("naming", words(FacilityNamingKey.self)),
    ]

    /// The words that values of a pack may be, under the name that the JSON Schema has for them; those of facilities and
    /// areas are the columns'.
    package static let values: [(definition: String, words: [String])] = [
        ("kind", FacilityColumn.kinds.all), ("level", FacilityColumn.levels.all),
        ("network", FacilityColumn.networkRoles.all), ("operator", FacilityColumn.runners.all),
        ("status", FacilityColumn.statuses.all), ("service_class", FacilityColumn.serviceClasses.all),
        ("setting", CommunityColumn.settings.all),
        ("tier", PackWords.tiers.all), ("extent", PackWords.extents.all), ("elders", AreaColumn.bases.all),
    ]

    private static func words<Key: PackFileKey>(_: Key.Type) -> [String] { Key.allCases.map(\.rawValue) }
}
