package import Places

/// What a city's own name for a facility means (示范中心 is a subdistrict's centre in one, a county's in another).
package struct FacilityNaming: Hashable, Sendable {
    /// The city's own name.
    package let name: String
    /// The tier that such a facility serves.
    package let level: Level?
    /// What it is.
    package let kind: FacilityKind?
    /// Its role in the network.
    package let network: NetworkRole?

    /// Makes a naming; what the name says nothing about is left out.
    package init(name: String, level: Level? = nil, kind: FacilityKind? = nil, network: NetworkRole? = nil) {
        self.name = name
        self.level = level
        self.kind = kind
        self.network = network
    }
}
