import Geodesy
import Geometry
import Places

extension SyntheticCityPlan {
    /// The layer `compounds` as a planner's sheet: Chinese headers, places in GCJ-02 (to be encoded in
    /// GB18030).
    ///
    /// Some records name their community by its id, some by its name, some leave it to the place.
    func compoundsText() -> String {
        var random = SeededGenerator(seed: ground.seed &+ 1, stream: .compounds)
        var table = CSVText(header: [
            "编号", "小区名称", "所属社区", "户数", "老年人口", "总人口", "养老用房面积", "规划许可时间", "交付时间", "改造时间", "合建组", "经度", "纬度",
            "备注",
        ])
        for compound in compounds {
            let community = communities[compound.estate.tile]
            let named = random.pick((community.id, 58), (community.name, 17), ("", 25))
            let shifted = MicroCoordinate(
                Datum.gcj02.shifted(fromWGS84: ground.frame.coordinate(compound.place).point))
            table.append([
                compound.id, compound.name, named,
                compound.statesHouseholds ? String(compound.households) : "",
                compound.statesElders ? String(compound.elders) : "",
                compound.statesPopulation ? String(compound.population) : "", Self.tenths(compound.careSpace),
                compound.planned?.text ?? "", compound.delivered?.text ?? "", compound.renovated?.text ?? "",
                compound.pool ?? "", shifted.longitudeText, shifted.latitudeText, "虚构数据",
            ])
        }
        return table.text
    }

    /// The layer `phases`.
    func phasesText() -> String {
        let steps = ["planned", "built", "accepted", "delivered"]
        var table = CSVText(
            header: ["compound", "phase", "households", "care_space_m2"] + steps.map { "housing_\($0)" }
                + steps.map { "care_\($0)" })
        for compound in compounds {
            for phase in compound.phases {
                table.append(
                    [
                        compound.id, String(phase.number), String(phase.households),
                        Self.tenths(phase.careSpace),
                    ] + (phase.housing + phase.care).map { $0?.text ?? "" })
            }
        }
        return table.text
    }

    /// The layer `gates`, with a byte order mark as spreadsheets write it.
    func gatesText() -> String {
        var table = CSVText(header: ["compound", "lon", "lat"])
        for compound in compounds {
            for gate in compound.gates {
                let place = ground.frame.coordinate(gate)
                table.append([compound.id, place.longitudeText, place.latitudeText])
            }
        }
        return "\u{FEFF}" + table.text
    }

    private static func tenths(_ value: Int?) -> String {
        value.map { $0 % 10 == 0 ? String($0 / 10) : "\($0 / 10).\($0 % 10)" } ?? ""
    }
}
