import Foundation
import Places
import Studies
import Testing

@Suite struct LayersWaiversAndGroupsTests {
    private func sample(waivers: String? = nil, groups: String? = nil) -> SampleStudy {
        let sample = SampleStudy()
        if let waivers {
            sample.replacing("layers:", with: "layers:\n  waivers: {path: waivers.csv}", in: "study.yaml")
            sample.files["waivers.csv"] = waivers
        }
        if let groups {
            sample.replacing("layers:", with: "layers:\n  groups: {path: groups.csv}", in: "study.yaml")
            sample.files["groups.csv"] = groups
        }
        return sample
    }

    @Test func waiversAreReadWithTheirDocuments() throws {
        let reading = try read(
            sample(
                waivers: """
                    对象,规则,文号,日期,事由
                    A1,space,武规〔2020〕8号,2020年5月,历史建筑
                    F1,facility.area,X2,2020/6/1,
                    """)
        ).get()
        #expect(
            reading.study.waivers == [
                Waiver(
                    subject: "A1", rule: "space", document: "武规〔2020〕8号",
                    date: try #require(PartialDate(year: 2020, month: 5)), reason: "历史建筑",
                    source: SourceRow(file: "waivers.csv", row: 2)),
                Waiver(
                    subject: "F1", rule: "facility.area", document: "X2",
                    date: try #require(PartialDate(year: 2020, month: 6, day: 1)),
                    source: SourceRow(file: "waivers.csv", row: 3)),
            ])
        #expect(reading.layers.first { $0.layer == .waivers }?.rows == 2)
        #expect(reading.layers.first { $0.layer == .waivers }?.isUsed == true)
        #expect(reading.inputs.map(\.file).contains("waivers.csv"))
    }

    // printf '对象,规则,文号,日期,事由\nA1,space,武规〔2020〕8号,2020年5月6日,历史建筑\n' | iconv -t gb18030 | xxd -i
    private static let gb18030: [UInt8] = [
        0xb6, 0xd4, 0xcf, 0xf3, 0x2c, 0xb9, 0xe6, 0xd4, 0xf2, 0x2c, 0xce, 0xc4, 0xba, 0xc5, 0x2c, 0xc8,
        0xd5, 0xc6, 0xda, 0x2c, 0xca, 0xc2, 0xd3, 0xc9, 0x0a, 0x41, 0x31, 0x2c, 0x73, 0x70, 0x61, 0x63,
        0x65, 0x2c, 0xce, 0xe4, 0xb9, 0xe6, 0xa1, 0xb2, 0x32, 0x30, 0x32, 0x30, 0xa1, 0xb3, 0x38, 0xba,
        0xc5, 0x2c, 0x32, 0x30, 0x32, 0x30, 0xc4, 0xea, 0x35, 0xd4, 0xc2, 0x36, 0xc8, 0xd5, 0x2c, 0xc0,
        0xfa, 0xca, 0xb7, 0xbd, 0xa8, 0xd6, 0xfe, 0x0a,
    ]

    @Test func waiversInGB18030AreReadAlike() throws {
        let sample = sample(waivers: "")
        sample.files["waivers.csv"] = nil
        sample.bytes["waivers.csv"] = Self.gb18030
        let waiver = try #require(try read(sample).get().study.waivers.first)
        #expect(waiver.document == "武规〔2020〕8号" && waiver.reason == "历史建筑")
    }

    @Test func groupsAreReadByArea() throws {
        let reading = try read(
            sample(
                groups: """
                    area,group,count,year
                    C1,低保,12,2020
                    Willow,低保,5,2020年
                    Riverside,aged 80 and over,"1,200",2021
                    """)
        ).get()
        let groups = reading.study.groups
        #expect(groups.map(\.area) == [.community(0), .community(1), .scope(.city(reading.study.cityName))])
        #expect(groups.map(\.count) == [12, 5, 1200].map { ExactDecimal($0) })
        #expect(groups.map(\.year) == [2020, 2020, 2021])
        #expect(groups[2].source == SourceRow(file: "groups.csv", row: 4))
    }

    /// C1 has 250 elders, and its row is one of four that the city's might be held against.
    @Test func groupsAreHeldAgainstEldersAndTiers() throws {
        func warnings(_ rows: String) throws -> [Fault] {
            try read(sample(groups: "area,group,count,year\n" + rows)).get().warnings
                .filter { $0.file == "groups.csv" }.map(\.fault)
        }
        #expect(try warnings("C1,g,250,2020").isEmpty)
        #expect(
            try warnings("C1,g,251,2020") == [
                .area(.groupExceedsElders(ExactDecimal(251), elders: ExactDecimal(250)))
            ])
        // One community's part says nothing of the whole, unless it is more.
        #expect(try warnings("Riverside,g,100,2020\nC1,g,99,2020").isEmpty)
        #expect(
            try warnings("Riverside,g,100,2020\nC1,g,102,2020") == [
                .area(
                    .groupDiffers(stated: ExactDecimal(100), parts: ExactDecimal(102), tier: .community))
            ])
        // Another group and another year are other people; 1 % more is as good as equal.
        #expect(try warnings("Riverside,g,100,2020\nC1,h,102,2020\nC1,g,102,2019").isEmpty)
        #expect(try warnings("Riverside,g,100,2020\nC1,g,101,2020").isEmpty)
    }

    @Test(arguments: [
        ("A9,space,D,2020,", "subject", Fault.unknownWaiverSubject(text: "A9", nearest: "A1")),
        (",space,D,2020,", "subject", .missingValue), ("A1,,D,2020,", "rule", .missingValue),
        ("A1,space,,2020,", "document", .missingValue), ("A1,space,D,,", "date", .missingValue),
        ("A1,space,D,12月5日,", "date", .notADate(text: "12月5日")),
    ])
    func badWaivers(row: String, column: String, fault: Fault) throws {
        let found = try problems(sample(waivers: "subject,rule,document,date,reason\n\(row)\n"))
        #expect(found == [Problem(file: "waivers.csv", row: 2, column: column, fault)])
    }

    @Test(arguments: [
        ("Wilow,g,1,2020", "area", Fault.area(.unknown(text: "Wilow", tier: nil, nearest: "Willow"))),
        ("C1,,1,2020", "group", .missingValue), ("C1,g,,2020", "count", .missingValue),
        ("C1,g,一百,2020", "count", .notANumber(text: "一百")), ("C1,g,-3,2020", "count", .negative(text: "-3")),
        ("C1,g,1-2,2020", "count", .notANumber(text: "1-2")),
        ("C1,g,1,2020-05", "year", .notAYear(text: "2020-05")), ("C1,g,1,20", "year", .notAYear(text: "20")),
    ])
    func badGroups(row: String, column: String, fault: Fault) throws {
        let found = try problems(sample(groups: "area,group,count,year\n\(row)\n"))
        #expect(found == [Problem(file: "groups.csv", row: 2, column: column, fault)])
    }

    @Test func aGroupStandsOnceForAnAreaAndYear() throws {
        let rows = "area,group,count,year\nC1,g,1,2020\nC1,h,1,2020\nC1,g,1,2021\nC1,g,2,2020\n"
        let first = SourceRow(file: "groups.csv", row: 2)
        #expect(
            try problems(sample(groups: rows)) == [
                Problem(
                    file: "groups.csv", row: 5, column: "group",
                    .area(.duplicateGroup(group: "g", year: 2020, firstRow: first)))
            ])
    }

    @Test func missingColumnsAreToldOnce() throws {
        let found = try problems(sample(waivers: "subject,rule,date\nA1,space,2020\n"))
        #expect(found.map(\.fault) == [.missingColumn(name: "document", nearest: nil)])
    }

    @Test func setAsideWhatNamesABadRowGoesWithIt() throws {
        let sample = sample(waivers: "subject,rule,document,date\nA1,space,D,2020\nA2,space,D,2020\n")
        sample.replacing("C1,400", with: "C1,四百", in: "compounds.csv")
        let reading = try read(sample, setAside: true).get()
        #expect(reading.study.waivers.map(\.subject) == ["A2"])
        #expect(reading.rejected.map(\.layer).contains(.waivers))
    }
}
