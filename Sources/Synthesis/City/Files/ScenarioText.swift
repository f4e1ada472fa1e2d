import Geometry
import Places

extension SyntheticCityPlan {
    /// The scenario in which nothing is done: `scenarios/business-as-usual.yaml`.
    func businessAsUsualText() -> String {
        """
        # Synthetic: what comes of the city when nothing is opened beyond what stands in the study.
        name: business-as-usual
        deliveries: whole
        population: {variant: middle, rates: {all: 0.002, 60_69: 0.031, 70_79: 0.042, 80_plus: 0.038}}
        maps: [2025, 2035]

        """
    }

    /// The scenario whose people move by sex and age: `scenarios/cohorts.yaml`.
    func cohortsText() -> String {
        """
        # Synthetic: as usual, with people by cohorts of sex and age, and how far births and moves may lie from that.
        name: cohorts
        extends: business-as-usual
        population: {method: cohort, migration: {low: -0.002, middle: 0.002, high: 0.006}}
        uncertainty:
          fertility: {low: 0.85, high: 1.15}
          migration: {low: -0.002, high: 0.002}

        """
    }

    /// The scenario with a programme of dated changes: `scenarios/points-first.yaml`.
    func pointsFirstText() -> String {
        var text = """
            # Synthetic: a dated programme of openings on candidate sites, upgrades and closures.
            name: points-first
            extends: business-as-usual
            programme:

            """
        let most = min(40, max(8, communities.count / 4))
        for (number, site) in candidates.prefix(most).enumerated() {
            let place = ground.frame.coordinate(site.place)
            // Some dates are known to the year only.
            let date =
                number % 3 == 2
                ? "\(site.earliest)" : "\(site.earliest)-\(number % 2 == 0 ? "06-30" : "10-01")"
            let isCentre = site.level == .subdistrict
            let fields = [
                "id: \(PlaceNames.identifier("SP", number, of: most))", "level: \(site.level.rawValue)",
                "kind: \(isCentre ? "centre" : "station")", "lon: \(place.longitudeText)",
                "lat: \(place.latitudeText)", "area_m2: \(site.area)",
                "beds: \(site.beds)",
                "cost_yuan: \(site.cost)",
            ]
            text += "  - {date: \(date), open: {\(fields.joined(separator: ", "))}}\n"
        }
        let stations = facilities.filter {
            $0.kind == .station && $0.isOpenAtBase && $0.status == nil && $0.closed == nil
        }
        for (number, station) in stations.prefix(4).enumerated() {
            text += "  - {date: \(2023 + number), upgrade: \(station.id), "
            text += "set: {area_m2: \((station.area ?? 200) + 400), beds: \(20 + 10 * number)}, "
            text += "cost_yuan: \(900_000 + 100_000 * number)}\n"
        }
        for (number, station) in stations.dropFirst(4).prefix(3).enumerated() {
            text += "  - {date: \(2024 + 3 * number), close: \(station.id)}\n"
        }
        return text
    }
}
