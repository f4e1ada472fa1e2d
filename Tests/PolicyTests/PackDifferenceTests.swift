import Geometry
import Places
import Policy
import Testing

/// What differs between two packs, entry by entry.
@Suite struct PackDifferenceTests {
    private static func pack(_ change: (inout PolicyPack) -> Void = { _ in }) -> PolicyPack {
        var pack = PolicyPack(
            id: "p", name: citation.title, jurisdiction: citation.title,
            space: [
                SpaceRule(
                    clause: clause, effectiveFrom: PartialDate(day(2017, 8, 31)), newRate: number("20"))
            ], targets: [target(60_000)], citations: [citation])
        change(&pack)
        return pack
    }

    private static func target(
        _ least: Int, version: String? = nil, name: BilingualText? = nil, elders: CountingBasis? = nil
    ) -> Target {
        Target(
            id: "beds", name: name ?? citation.title, clause: clause, measure: .beds, basis: .count,
            elders: elders, due: PartialDate(year: 2025),
            version: version.map { BilingualText(en: $0, zh: $0) },
            atLeast: ExactDecimal(least))
    }

    @Test func aPackDoesNotDifferFromItself() {
        #expect(PackDifference.between(Self.pack(), Self.pack()).isEmpty)
    }

    @Test func aChangedKeyHasItsOldAndItsNewValue() {
        let other = Self.pack {
            $0.space = [
                SpaceRule(
                    clause: clause, effectiveFrom: PartialDate(day(2017, 8, 31)), newRate: number("30"),
                    existingRate: number("15"))
            ]
            $0.radius = Metres(800)
        }
        let differences = PackDifference.between(Self.pack(), other)
        #expect(differences.map(\.section) == [.general, .rules])
        #expect(differences.map(\.change) == [.changed, .changed])
        #expect(
            differences.flatMap(\.values).map { "\($0.key) \($0.old ?? "-") \($0.new ?? "-")" } == [
                "radius_m 1000 800", "new_m2_per_100_households 20 30",
                "existing_m2_per_100_households - 15",
            ])
    }

    /// What people call an entry, a document or a place is said by the pack, too, and so is how elders are counted.
    @Test func namesAndBasesAreCompared() {
        let name = BilingualText(en: "Other", zh: citation.title.zh)
        func keys(_ change: (inout PolicyPack) -> Void) -> [String] {
            PackDifference.between(Self.pack(), Self.pack(change)).flatMap(\.values).map(\.key)
        }
        #expect(keys { $0.jurisdiction = name } == ["jurisdiction.en"])
        #expect(keys { $0.name = name } == ["name.en"])
        #expect(keys { $0.targets = [Self.target(60_000, name: name)] } == ["name.en"])
        #expect(keys { $0.targets = [Self.target(60_000, elders: .registered)] } == ["elders"])
        let other = Citation(
            id: citation.id, title: name, number: citation.number, date: citation.date, known: citation.known)
        #expect(keys { $0.citations = [other] } == ["title.en"])
    }

    @Test func whatOnlyOneHasIsAddedOrRemoved() {
        let without = Self.pack { $0.targets = [] }
        let removed = PackDifference.between(Self.pack(), without)
        #expect(removed.map { "\($0.section) \($0.id) \($0.change)" } == ["targets beds removed"])
        #expect(removed.first?.values.first { $0.key == "at_least" }?.old == "60000")
        let added = PackDifference.between(without, Self.pack())
        #expect(added.map(\.change) == [.added])
    }

    /// 114,000 beds of the plan of 2020 and 60,000 of 2025 are counted differently: no value stands beside another.
    @Test func figuresOfDifferentVersionsAreNotCompared() {
        let old = Self.pack { $0.targets = [Self.target(114_000, version: "2020")] }
        let new = Self.pack { $0.targets = [Self.target(60_000, version: "2025")] }
        let differences = PackDifference.between(old, new)
        #expect(differences.map(\.change) == [.countedDifferently])
        #expect(differences.allSatisfy { $0.values.isEmpty })
        // Of one version they are.
        let same = Self.pack { $0.targets = [Self.target(65_000, version: "2025")] }
        #expect(PackDifference.between(new, same).flatMap(\.values).map(\.key) == ["at_least"])
    }

    /// Every rule of a pack is an entry under the id by which a pack that extends it replaces it.
    @Test func everyEntryHasItsID() {
        let pack = Self.pack {
            $0.land = [LandRule(clause: clause, perPerson: number("0.1"))]
            $0.singleSite = [
                SingleSiteRule(entry: "space.min_single@2022", clause: clause, minimum: number("350"))
            ]
        }
        #expect(
            pack.entries.map { "\($0.section.rawValue) \($0.id)" } == [
                "general p", "rules space", "rules space.min_single@2022", "rules space.land", "targets beds",
                "citations reply",
            ])
    }
}
