import Places
import Studies
import Testing

/// Totals of areas: read, held against the communities, and refused where they name nothing.
@Suite struct LayersAreasTests {
    private func sample(_ totals: String) -> SampleStudy {
        let sample = SampleStudy()
        sample.replacing("layers:", with: "layers:\n  areas: {path: totals.csv}", in: "study.yaml")
        sample.files["totals.csv"] = totals
        return sample
    }

    @Test func totalsAreReadByTier() throws {
        let reading = try read(
            sample(
                """
                层级,名称,人口,老年人口,口径,年份
                全市,Riverside,,"1,200",户籍,2019年
                社区,C1,,250,常住,
                setting,urban,5000,,,2021
                """)
        ).get()
        let study = reading.study
        #expect(
            study.totals.map(\.area) == [
                .scope(.city(study.cityName)), .community(0), .scope(.setting(.urban)),
            ])
        #expect(study.totals.map(\.basis) == [.registered, .resident, nil])
        #expect(study.totals.map(\.year) == [2019, study.baseYear, 2021])
        #expect(study.totals.map(\.elders) == [ExactDecimal(1200), ExactDecimal(250), nil])
        #expect(study.totals[2].population == ExactDecimal(5000))
        #expect(reading.inputs.contains { $0.file == "totals.csv" })
        #expect(reading.warnings.allSatisfy { $0.file != "totals.csv" })
    }

    /// C1 has 250 elders: 252 is within 1 %, 253 is not, unless another count of C1 agrees.
    @Test func communitiesAreHeldAgainstTotalsOfTheBaseYear() throws {
        func warnings(_ rows: String) throws -> [Problem] {
            try read(sample("tier,name,elders,basis,year\n" + rows)).get().warnings.filter {
                $0.file == "totals.csv"
            }
        }
        #expect(try warnings("community,C1,252,resident,").isEmpty)
        #expect(
            try warnings("community,C1,253,resident,") == [
                Problem(
                    file: "totals.csv", row: 2, column: "elders",
                    .area(.totalDiffers(stated: ExactDecimal(253), communities: ExactDecimal(250))),
                    severity: .warning)
            ])
        #expect(try warnings("community,C1,253,resident,\ncommunity,C1,250,registered,").isEmpty)
        #expect(try warnings("community,C1,253,resident,1999").isEmpty)
    }

    @Test(arguments: [
        ("city,Atlantis,1,,", "name", AreaFault.unknown(text: "Atlantis", tier: .city, nearest: nil)),
        ("district,C1,1,,", "name", .unknown(text: "C1", tier: .district, nearest: nil)),
    ])
    func aNameIsLookedForInItsTier(row: String, column: String, fault: AreaFault) throws {
        let found = try problems(sample("tier,name,elders,basis,year\n\(row)\n"))
        #expect(found.map(\.column) == [column])
        guard case .area(.unknown(let text, let tier, _)) = found.first?.fault,
            case .unknown(let wantedText, let wantedTier, _) = fault
        else {
            Issue.record("\(found)")
            return
        }
        #expect(text == wantedText && tier == wantedTier)
    }

    @Test(arguments: [
        (
            "parish,C1,1,,", "tier",
            Fault.notOneOf(
                text: "parish",
                allowed: [
                    "city (市)", "district (区)", "subdistrict (街道)", "community (社区)", "setting (城乡)",
                ])
        ),
        (
            "community,C1,1,de jure,", "basis",
            .notOneOf(text: "de jure", allowed: ["registered (户籍)", "resident (常住)"])
        ),
        ("setting,suburb,1,,", "name", .notOneOf(text: "suburb", allowed: ["urban (城镇)", "rural (农村)"])),
        ("community,C1,many,,", "elders", .notANumber(text: "many")),
        ("community,,1,,", "name", .missingValue),
    ])
    func badTotals(row: String, column: String, fault: Fault) throws {
        let found = try problems(sample("tier,name,elders,basis,year\n\(row)\n"))
        #expect(found == [Problem(file: "totals.csv", row: 2, column: column, fault)])
    }

    @Test func aTotalStatesSomethingAndStandsOnce() throws {
        let first = SourceRow(file: "totals.csv", row: 2)
        #expect(
            try problems(sample("tier,name,elders\ncommunity,C1,250\ncommunity,C1,250\ncommunity,C2,\n")) == [
                Problem(
                    file: "totals.csv", row: 3, column: "name",
                    .area(.duplicateTotal(name: "C1", year: 2020, firstRow: first))),
                Problem(file: "totals.csv", row: 4, .area(.totalOfNothing)),
            ])
    }
}
