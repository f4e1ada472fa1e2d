internal import Places

// What is said of places that are not where they should be.
extension ProblemWording {
    /// That two communities have ground in common.
    func overlaps(_ id: String, _ row: SourceRow, _ squareMetres: Double, _ share: Double) -> String {
        say(
            "overlaps \(quoted(id)) at \(row.file):\(row.row) by \(number(squareMetres, 0)) m² (\(number(share * 100, 1)) % of the smaller one), expected communities that only touch: what lies in both is in the area of both",
            "与\(quoted(id))（\(row.file):\(row.row)）重叠 \(number(squareMetres, 0)) 平方米（占较小者 \(number(share * 100, 1)) %），各社区应仅相接：重叠部分在两者的面积中均计入"
        )
    }

    /// That x and y look swapped.
    func swappedOnAPlane(_ east: Double, _ north: Double) -> String {
        say(
            "x \(number(east)) and y \(number(north)) look swapped, expected them the other way round",
            "横坐标 \(number(east)) 与纵坐标 \(number(north)) 疑似颠倒，应互换")
    }

    /// That longitude and latitude look swapped.
    func swapped(_ east: Double, _ north: Double) -> String {
        say(
            "longitude \(number(east)) and latitude \(number(north)) look swapped, expected them the other way round",
            "经度 \(number(east)) 与纬度 \(number(north)) 疑似颠倒，应互换")
    }

    /// That degrees look like metres.
    func looksLikeMetres(_ east: Double, _ north: Double) -> String {
        say(
            "\(number(east)), \(number(north)) look like metres of a projected CRS, expected degrees, or the layer's `crs:`",
            "\(number(east)), \(number(north)) 疑为投影坐标（米），应为经纬度，或为图层指明 `crs:`")
    }

    /// That a place lies where its system does not reach.
    func outsideCRS(_ east: Double, _ north: Double, _ crs: String) -> String {
        say(
            "\(number(east)), \(number(north)) lies outside the area of \(crs), expected coordinates in that system, or the right `crs:`",
            "\(number(east)), \(number(north)) 超出 \(crs) 的适用范围，应为该坐标系内的坐标，或正确的 `crs:`")
    }

    /// That a layer lies far from the others.
    func farFromOtherLayers(_ kilometres: Double) -> String {
        say(
            "lies \(Int(kilometres.rounded())) km from the other layers, expected the same city",
            "与其他图层相距 \(Int(kilometres.rounded())) 公里，应在同一城市")
    }

    /// That a layer lies as if its datum were another.
    func likelyDatumShift(_ layer: String, _ metres: Double, _ datum: String) -> String {
        say(
            "seems to be in \(datum) coordinates, \(Int(metres.rounded())) m off the layer \(layer): is `datum:` right?",
            "坐标疑为 \(datum)，与图层 \(layer) 相差约 \(Int(metres.rounded())) 米：请核对 `datum:`")
    }

    /// That a place lies in another community than it states.
    func liesInAnother(_ stated: String, _ holder: String) -> String {
        say(
            "states the community \(quoted(stated)) but lies in \(quoted(holder)): counted with the former",
            "所填社区为\(quoted(stated))，而位置在\(quoted(holder))之内：按前者计入")
    }
}
