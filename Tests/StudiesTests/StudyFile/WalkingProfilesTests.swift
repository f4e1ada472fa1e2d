import Places
import Studies
import Testing

@Suite struct WalkingProfilesTests {
    private func sample(_ profiles: String) -> SampleStudy {
        let sample = SampleStudy()
        sample.files["study.yaml", default: ""] += "walking:\n  profiles:\n" + profiles
        return sample
    }

    @Test func profilesAreReadInTheirOrder() throws {
        let profiles = try read(
            sample(
                """
                    75_84:
                    wheels: {speed_m_per_s: 0.9, stairs: refused}
                    65_74: {stairs: 2.5, signals_s: 30, unmarked_s: 12.5, crossings_s: 5, slope: tobler}
                    85_plus: {speed_m_per_s: 0.6}

                """)
        ).get().study.walking.profiles
        #expect(
            profiles == [
                WalkingProfile(name: "75_84", speed: 0.75),
                WalkingProfile(name: "wheels", speed: 0.9, stairs: .refused),
                WalkingProfile(
                    name: "65_74", speed: 0.8, stairs: .slowed(by: 2.5), signalWait: 30, unmarkedWait: 12.5,
                    crossingWait: 5, slope: .tobler),
                WalkingProfile(name: "85_plus", speed: 0.6),
            ])
        #expect(try read(SampleStudy()).get().study.walking.profiles == nil)
    }

    @Test(arguments: [
        ("    Old: {speed_m_per_s: 1}\n", 13, "walking.profiles"),
        ("    old: {}\n", 13, "walking.profiles.old"),
        ("    old: {speed_m_per_s: 0}\n", 13, "walking.profiles.old.speed_m_per_s"),
        ("    old: {speed_m_per_s: 1, stairs: no}\n", 13, "walking.profiles.old.stairs"),
        ("    old: {speed_m_per_s: 1, stairs: 0.5}\n", 13, "walking.profiles.old.stairs"),
        ("    old: {speed_m_per_s: 1, signals_s: -1}\n", 13, "walking.profiles.old.signals_s"),
        ("    old: {speed_m_per_s: 1, slope: naismith}\n", 13, "walking.profiles.old.slope"),
        ("    old: {speed: 1}\n", 13, "walking.profiles.old"),
        ("    - old\n", 12, "walking.profiles"),
    ])
    func whatIsNoProfileIsRefused(_ text: String, row: Int, column: String) throws {
        let found = try problems(sample(text))
        #expect(found.contains { $0.row == row && $0.column == column }, "\(found)")
    }

    @Test func slopesNeedHeights() async throws {
        let sample = sample("    65_74: {slope: tobler}\n")
        let folder = try sample.write()
        do throws(Problems) {
            _ = try await StudyIntake.read(folder, setAside: false, streets: .never, jobs: 1)
            Issue.record("slopes without heights")
        } catch {
            #expect(error.list.map(\.fault) == [.missingLayers(anyOf: ["heights"])])
        }
    }
}
