import Foundation
import Places
import Studies
import Testing

@Suite struct LayersHeaderTests {
    /// Every header and word of the method's Chinese list, in one study.
    @Test func chineseHeadersAndWordsAreKnown() throws {
        let sample = SampleStudy()
        sample.files = [
            "study.yaml": """
            name: 江城
            base_year: 2020
            layers:
              communities: {path: 社区.geojson}
              compounds: {path: 小区.csv}
              phases: {path: 分期.csv}
              gates: {path: 出入口.csv}
              facilities: {path: 设施.csv}

            """,
            "社区.geojson": SampleStudy.communities(SampleStudy.squares)
                .replacingOccurrences(of: "\"id\"", with: "\"编号\"")
                .replacingOccurrences(of: "\"name\": \"Maple\"", with: "\"社区名称\": \"枫林社区\", \"城乡\": \"城镇\"")
                .replacingOccurrences(of: "\"name\"", with: "\"社区名称\"")
                .replacingOccurrences(of: "\"subdistrict\": \"Quay\"", with: "\"街道\": \"码头街\", \"市\": \"江城\"")
                .replacingOccurrences(of: "\"district\": \"Harbour\"", with: "\"区\": \"港区\"")
                .replacingOccurrences(of: "\"households\"", with: "\"总户数\"")
                .replacingOccurrences(of: "\"elders\"", with: "\"60岁以上人口\""),
            "小区.csv": """
            编号,小区名称,所属社区,户数（户）,总人口,老年人口,养老用房面积(㎡),规划许可时间,交付时间,经度,纬度
            007,东门,枫林社区,４００,"1,200",１００,80.5,2018年3月,2020年6月30日,114.303,30.503

            """,
            "分期.csv": """
            小区编号,分期,户数,养老用房面积,交付时间
            007,一期,150,80.5,2019年
            007,第2期,250,,2020/6/30

            """,
            "出入口.csv": "所属小区,经度,纬度\n007,114.3035,30.503\n",
            "设施.csv": """
            代码,设施名称,级别,类型,网络形式,社区,建筑面积,床位数,日托位数,启用时间,停用时间,运营方式,服务类别,医疗点,等级,经度,纬度
            1,甲,街道级,养老服务中心,中心辐射式,C2,800,40,20,2015年,,公建民营,Ⅲ,是,AAA,114.316,30.506
            2,乙,村级,农村幸福院,社区嵌入式,,,,,2016.5.1,2019-12-31,社会,一类,否,,114.305,30.505
            3,丙,区级,,统分结合式,,,,,,,公办,,,,114.305,30.515
            4,丁,小微,,,,,,,,,民办,二类,,,114.315,30.515

            """,
        ]
        let reading = try read(sample).get()
        #expect(reading.warnings.isEmpty)
        let study = reading.study
        #expect(study.cityName == "江城")
        let maple = study.communities[0]
        #expect(maple.name == "枫林社区")
        #expect(maple.setting == .urban)
        #expect(maple.subdistrict == "码头街")
        #expect(maple.district == "港区")
        #expect(maple.households == ExactDecimal(1000))
        #expect(maple.elders.total == ExactDecimal(250))
        let compound = try #require(study.compounds.first)
        // An id is a text: its zeros stay.
        #expect(compound.id == "007")
        #expect(compound.community == 0)
        #expect(compound.households == ExactDecimal(400))
        #expect(compound.population == ExactDecimal(1200))
        #expect(compound.careSpace == ExactDecimal("80.5"))
        #expect(compound.planned == PartialDate(year: 2018, month: 3))
        #expect(compound.delivered == PartialDate(year: 2020, month: 6, day: 30))
        #expect(study.phases.map(\.number) == [1, 2])
        #expect(
            study.phases.map(\.housing.delivered) == [
                PartialDate(year: 2019), PartialDate(year: 2020, month: 6, day: 30),
            ])
        #expect(study.gates.map(\.compound) == [0])
        let facilities = study.facilities
        #expect(facilities.map(\.level) == [.subdistrict, .community, .district, .micro])
        #expect(facilities.map(\.kind) == [.centre, .ruralHome, .platform, nil])
        #expect(facilities.map(\.network) == [.radiating, .embedded, nil, nil])
        #expect(facilities.map(\.owner) == [.public, nil, nil, nil])
        #expect(facilities.map(\.operator) == [.social, .social, .public, .social])
        #expect(facilities.map(\.serviceClass) == [.three, .one, nil, .two])
        #expect(facilities.map(\.hasMedicalPoint) == [true, false, nil, nil])
        #expect(facilities[0].grade == "AAA")
        #expect(facilities[0].dayCarePlaces == ExactDecimal(20))
        #expect(facilities[1].opened == PartialDate(year: 2016, month: 5, day: 1))
    }

    @Test func tablesInGB18030AreDetected() throws {
        let sample = SampleStudy()
        // "小区编号,经度,纬度" by: printf … | iconv -t gb18030 | xxd
        let header: [UInt8] = [
            0xD0, 0xA1, 0xC7, 0xF8, 0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xBE, 0xAD, 0xB6, 0xC8, 0x2C, 0xCE, 0xB3,
            0xB6, 0xC8,
        ]
        sample.bytes["gates.csv"] = header + Array("\r\nA1,114.3035,30.503\r\n".utf8)
        let reading = try read(sample).get()
        #expect(reading.study.gates.map(\.compound) == [0])
        #expect(reading.layers.first { $0.layer == .gates }?.encoding == .gb18030)
    }

    @Test func columnsThatMeanNothingAreCounted() throws {
        let sample = SampleStudy()
        sample.replacing("compound,lon,lat", with: "compound,remark,lon,lat", in: "gates.csv")
            .replacing("A1,", with: "A1,north,", in: "gates.csv")
            .replacing("A3,", with: "A3,,", in: "gates.csv")
        let reading = try read(sample).get()
        #expect(reading.layers.first { $0.layer == .gates }?.ignoredColumns == ["remark"])
        #expect(reading.warnings.isEmpty)
    }

    @Test func whatStudyYAMLNamesGoesFirst() throws {
        let sample = SampleStudy()
        sample.replacing(
            "{path: compounds.csv}",
            with: "{path: compounds.csv, columns: {elders: households, households: elders}}",
            in: "study.yaml")
        let study = try read(sample).get().study
        #expect(study.compounds[0].households == ExactDecimal(100))
        #expect(study.compounds[0].elders == ExactDecimal(400))
    }

    @Test func aUnitThatIsNotOursIsNoHeaderOfOurs() throws {
        let sample = SampleStudy()
        // Ten thousand yuan are not yuan: the column is left alone rather than misread.
        sample.replacing("cost_yuan", with: "造价(万元)", in: "candidates.csv")
        let reading = try read(sample).get()
        #expect(reading.study.candidates[0].cost == nil)
        #expect(reading.layers.first { $0.layer == .candidates }?.ignoredColumns == ["造价(万元)"])
    }

    @Test func severalFilesMakeOneLayer() throws {
        let sample = SampleStudy()
        sample.replacing("path: gates.csv", with: "path: [gates.csv, more gates.csv]", in: "study.yaml")
            .replacing("path: facilities.csv", with: "path: [facilities.csv, more.csv]", in: "study.yaml")
        sample.files["more gates.csv"] = "lat,lon,compound\n30.5061,114.3071,A2\n"
        sample.files["more.csv"] =
            "level,id,lon,lat\ncommunity,F4,114.301,30.501\ncommunity,F2,114.302,30.501\n"
        #expect(
            try problems(sample) == [
                Problem(
                    file: "more.csv", row: 3, column: "id",
                    .duplicateID(id: "F2", firstRow: SourceRow(file: "facilities.csv", row: 3)))
            ])
        sample.replacing("F2,114.302", with: "F5,114.302", in: "more.csv")
        let study = try read(sample).get().study
        #expect(study.gates.map(\.compound) == [0, 2, 1])
        #expect(study.facilities.map(\.id) == ["F1", "F2", "F3", "F4", "F5"])
    }
}
