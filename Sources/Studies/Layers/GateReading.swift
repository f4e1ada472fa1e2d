internal import Places

/// Makes gates of their rows.
enum GateReading {
    /// The gates of all sound rows.
    static func gates(
        _ layer: LayerRows<GateColumn>, compounds: Referents, settingAside: Bool
    ) -> [Gate] {
        layer.rows.compactMap { row in
            _ = row.requiredText(.compound)
            let compound = row.reference(
                .compound, to: compounds, settingAside: settingAside
            ) { .unknownCompound(text: $0, nearest: $1) }
            guard let compound, let place = row.place, row.isSound else { return nil }
            return Gate(compound: compound, point: place.point, source: row.source)
        }
    }
}
