internal import Studies

// What is said of a map extract that a study or its streets are read from.
extension ProblemWording {
    /// That no building of an extract is a dwelling, and how many are not for where they lie.
    func noDwelling(_ buildings: Int, _ outside: Int) -> String {
        if outside > 0 {
            say(
                "none of its \(counted(buildings, "building")) is a dwelling of the study: \(outside) that would be lie outside the boundary, expected a boundary that holds some",
                "\(buildings) 座建筑中没有研究区内的住宅：\(outside) 座住宅位于边界之外，边界内应有住宅")
        } else {
            say(
                "none of its \(counted(buildings, "building")) counts as a dwelling, expected residential buildings",
                "\(buildings) 座建筑中没有住宅，应含住宅建筑")
        }
    }

    /// That no site of an extract cares for elders.
    func noCareSite(_ sites: Int) -> String {
        say(
            "none of its \(counted(sites, "tagged site")) is an elder care facility, expected at least one, or --facilities with a layer of your own",
            "标注的 \(sites) 处中没有养老服务设施，应至少有一处，或用 --facilities 指明自己的设施图层")
    }

    /// That an extract ends too early.
    func truncatedStreets(_ reason: String) -> String {
        say(
            "is cut short or damaged, expected a whole OpenStreetMap file (\(reason))",
            "不完整或已损坏，应为完整的 OpenStreetMap 文件（\(reason)）")
    }

    /// That a file is no extract.
    func notOpenStreetMap(_ looksLike: FileSignature) -> String {
        say(
            "is no OpenStreetMap file, expected .osm.pbf, .osm or .osm.gz (it begins like \(signature(looksLike)))",
            "不是 OpenStreetMap 文件，应为 .osm.pbf、.osm 或 .osm.gz（开头似为\(signature(looksLike))）")
    }
}
