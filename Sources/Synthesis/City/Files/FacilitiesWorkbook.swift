import CXLSXWriter
import Geometry
import Places

/// Writes the layer `facilities` as a workbook with a Chinese sheet.
///
/// The same city gives the same bytes: the workbook says 1 January of the base year for its making.
struct FacilitiesWorkbook {
    /// The sheet's name.
    static let sheet = "设施"

    private enum Cell {
        case empty
        case text(String)
        case number(Double)
        case date(Day)
    }

    private static let headers = [
        "编号", "设施名称", "级别", "设施类型", "网络形式", "上级设施", "所属社区", "小区编号", "服务社区", "建筑面积", "用地面积", "床位数", "护理型床位",
        "康复床位", "日托位数", "服务内容", "服务类别", "评定等级", "产权", "运营方式", "医疗点", "启用时间", "验收时间", "停用时间", "运营状态", "经度",
        "纬度",
        "备注",
    ]

    /// Writes the facilities of a city, over a file of that name.
    static func write(_ city: SyntheticCityPlan, to path: String) throws(SyntheticCityFailure) {
        guard let workbook = workbook_new(path) else { throw .cannotWrite(file: path, words: "") }
        // 2020-01-01, noon in Greenwich, where the library writes its times.
        setProperties(workbook, created: 1_577_880_000)
        let dateFormat = workbook_add_format(workbook)
        format_set_num_format(dateFormat, "yyyy-mm-dd")
        let heading = workbook_add_format(workbook)
        format_set_bold(heading)
        let worksheet = workbook_add_worksheet(workbook, sheet)
        var status = LXW_NO_ERROR
        func note(_ result: lxw_error) { if status == LXW_NO_ERROR { status = result } }

        for (column, header) in headers.enumerated() {
            note(worksheet_write_string(worksheet, 0, lxw_col_t(column), header, heading))
        }
        for index in city.facilities.indices {
            let row = lxw_row_t(index + 1)
            for (number, cell) in cells(of: index, in: city).enumerated() {
                let column = lxw_col_t(number)
                switch cell {
                case .empty: break
                case .text(let text): note(worksheet_write_string(worksheet, row, column, text, nil))
                case .number(let value): note(worksheet_write_number(worksheet, row, column, value, nil))
                case .date(let day):
                    // Sheets count days from 30 December 1899.
                    let serial = Double(day.ordinal) + 25_569
                    note(worksheet_write_number(worksheet, row, column, serial, dateFormat))
                }
            }
        }
        note(workbook_close(workbook))
        guard status == LXW_NO_ERROR else {
            throw .cannotWrite(file: path, words: lxw_strerror(status).map { String(cString: $0) } ?? "")
        }
    }

    private static func setProperties(_ workbook: UnsafeMutablePointer<lxw_workbook>, created: Int) {
        var title = Array("Synthetic facilities".utf8CString)
        var comments = Array("Made up: no such place exists.".utf8CString)
        title.withUnsafeMutableBufferPointer { title in
            comments.withUnsafeMutableBufferPointer { comments in
                var properties = lxw_doc_properties()
                properties.title = title.baseAddress
                properties.comments = comments.baseAddress
                properties.created = time_t(created)
                // The library copies what it is given.
                workbook_set_properties(workbook, &properties)
            }
        }
    }

    private static func cells(of index: Int, in city: SyntheticCityPlan) -> [Cell] {
        let facility = city.facilities[index]
        let place = city.ground.frame.coordinate(facility.place).point
        func text(_ value: String?) -> Cell { value.map { .text($0) } ?? .empty }
        func number(_ value: Int?) -> Cell { value.map { .number(Double($0)) } ?? .empty }
        // Dates as sheets hold them: true date cells, and text where somebody typed less or otherwise.
        func date(_ value: StatedDate?) -> Cell {
            value.map { $0.style == .iso ? .date($0.day) : .text($0.text) } ?? .empty
        }
        return [
            .text(facility.id), .text(facility.name), .text(words(facility.level)),
            .text(words(facility.kind)),
            text(facility.network.map(words)), text(facility.parent.map { city.facilities[$0].id }),
            text(facility.statesCommunity ? city.communities[facility.tile].id : nil),
            text(facility.compound.map { city.compounds[$0].id }),
            text(
                facility.serves.isEmpty
                    ? nil : facility.serves.map { city.communities[$0].id }.joined(separator: "；")),
            number(facility.area), number(facility.landArea), number(facility.beds),
            number(facility.nursingBeds), number(facility.rehabBeds), number(facility.dayCarePlaces),
            text(facility.services.isEmpty ? nil : facility.services.map(words).joined(separator: "、")),
            text(facility.serviceClass.map(words)), text(facility.grade), text(facility.owner.map(words)),
            text(facility.operator.map(words)), text(facility.hasMedicalPoint.map { $0 ? "是" : "否" }),
            date(facility.opened), date(facility.accepted), date(facility.closed),
            text(facility.status.map(words)), .number(place.longitude), .number(place.latitude),
            .text("虚构数据"),
        ]
    }

    // MARK: The sheet's words

    private static func words(_ level: Level) -> String {
        switch level {
        case .city: "市级"
        case .district: "区级"
        case .subdistrict: "街道级"
        case .community: "社区级"
        case .micro: "小微"
        }
    }

    private static func words(_ kind: FacilityKind) -> String {
        switch kind {
        case .institution: "养老院"
        case .centre: "综合服务中心"
        case .station: "居家养老服务站"
        case .dayCare: "日间照料中心"
        case .mealPoint: "助餐点"
        case .ruralHome: "农村幸福院"
        case .apartment: "老年公寓"
        case .micro: "小微机构"
        case .platform: "信息服务平台"
        }
    }

    private static func words(_ role: NetworkRole) -> String { role == .embedded ? "社区嵌入式" : "中心辐射式" }

    private static func words(_ sector: Sector) -> String { sector == .public ? "公办" : "社会" }

    private static func words(_ status: FacilityStatus) -> String {
        switch status {
        case .operating: "运营中"
        case .building: "在建"
        case .planned: "规划"
        case .suspended: "停业"
        }
    }

    private static func words(_ serviceClass: ServiceClass) -> String {
        switch serviceClass {
        case .one: "一类"
        case .two: "二类"
        case .three: "三类"
        }
    }

    private static func words(_ service: String) -> String {
        switch service {
        case "meals": "助餐"
        case "bathing": "助浴"
        case "day_care": "日间照料"
        case "health": "健康管理"
        case "comfort": "精神慰藉"
        case "short_stay": "短期托养"
        default: service
        }
    }
}
