internal import CGDAL

/// Which layer of a dataset is meant.
enum LayerChoice {
    /// The layer that a source names; without a name the only one, or the one that bears the file's name.
    static func layer(of dataset: GDALDataset, from source: TableSource) throws(Fault) -> OGRLayerH {
        let known = dataset.layerNames
        if let name = source.layer {
            if let layer = dataset.layer(named: name) { return layer }
            throw .unknownLayer(name: name, nearest: NearestName.of(name, among: known), known: known)
        }
        let own = baseName(of: source.path)
        let index = known.count == 1 ? 0 : known.firstIndex(of: own)
        if let index, let layer = dataset.layer(at: index) { return layer }
        throw known.isEmpty ? .noLayer : .severalLayers(known: known)
    }

    private static func baseName(of path: String) -> String {
        let file = path.split(separator: "/").last ?? ""
        return String(file.prefix(upTo: file.lastIndex(of: ".") ?? file.endIndex))
    }
}
