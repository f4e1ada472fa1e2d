extension SyntheticCityPlan {
    /// The city as a study: `study.yaml`.
    func studyText(withAges: Bool) -> String {
        """
        # A synthetic city: every place, person, facility and date in this study is made up.
        # Made by: carecircle synth --size \(ground.dimensions.size.rawValue) --seed \(ground.seed)\(withAges ? "" : " --no-ages")
        name: \(SyntheticCity.cityName)
        base_year: 2020
        policy: wuhan
        # The working plane is left to the data: the CGCS2000 3-degree zone around 114° E.
        layers:
          communities: {path: communities.geojson}
          compounds:
            path: compounds.csv
            x: 经度
            y: 纬度
            datum: gcj02
            encoding: gb18030
            columns: {renovated: 改造时间, pool: 合建组}
          phases:      {path: phases.csv}
          gates:       {path: gates.csv, x: lon, y: lat}
          facilities:
            path: facilities.xlsx
            layer: \(FacilitiesWorkbook.sheet)
            columns:
              parent: 上级设施
              serves: 服务社区
              land_area_m2: 用地面积
              nursing_beds: 护理型床位
              rehab_beds: 康复床位
              services: 服务内容
              owner: 产权
              accepted: 验收时间
              status: 运营状态
          candidates:  {path: candidates.geojson}
          streets:     {path: streets.osm.pbf}
          water:       {path: water.geojson}

        """
    }

    /// What the study is and how it was made: `README.md`.
    func readmeText(withAges: Bool) -> String {
        let size = ground.dimensions.size.rawValue
        let side = Int(ground.dimensions.side / 1000)
        let phases = compounds.reduce(0) { $0 + $1.phases.count }
        let gates = compounds.reduce(0) { $0 + $1.gates.count }
        return """
            # \(SyntheticCity.cityName): a synthetic \(size)

            **Everything here is made up.** No such city, community, compound, facility or person exists. The study
            lies near Wuhan only so that its coordinates, datums and rules are those of a real place.

            Made by `carecircle synth --size \(size) --seed \(ground.seed)\(withAges ? "" : " --no-ages") --out FOLDER`. The same size and seed give
            the same bytes.

            | file | holds | how |
            |---|---|---|
            | `study.yaml` | the study | base year 2020, policy pack `wuhan` |
            | `communities.geojson` | \(communities.count) communities | tile a square of \(side) by \(side) km without gap or overlap; most state elders by age group, some in total, some villages not at all\(withAges ? "; those by age group state everybody by sex and age" : "") |
            | `compounds.csv` | \(compounds.count) compounds | Chinese headers, GB18030, GCJ-02; some without households, elders, community or dates |
            | `phases.csv` | \(phases) construction phases | care space in step, late, forgotten, under way, too small, in the wrong phase, known to the month only |
            | `gates.csv` | \(gates) gates | of gated compounds, whose inner streets are private |
            | `facilities.xlsx` | \(facilities.count) facilities | every level, kind and network role; some closed, planned, being built or suspended |
            | `candidates.geojson` | \(candidates.count) candidate sites, \(upgrades.count) upgrades | points and plots, new and converted; what stations could become |
            | `streets.osm.pbf` | \(streets.nodes.count) nodes, \(streets.wayKinds.count) ways | \(bridges) bridges, \(islandsWithStreets) islands without one, motorways overhead, private and closed ways, steps, dead ends |
            | `water.geojson` | a river and \(ground.waters.lakes.count) lakes | |
            | `scenarios/` | \(withAges ? "nine" : "eight") scenarios for 2020–2035 | business as usual; a programme, points first, and how sure its figures are; the four synchronizations enforced; and four that decide by themselves: network points within 1 km, 15 minutes for all, a limited budget, conversions only\(withAges ? "; people by cohorts of sex and age" : "") |

            Identifiers begin with S for synthetic: SC communities, SR compounds, SF facilities, SN candidate sites,
            SU upgrades of stations, SP facilities of a programme.

            """
    }
}
