/// How large a synthetic city is.
package enum CitySize: String, Hashable, Sendable, CaseIterable {
    /// About 40 communities, 200 compounds, 60 facilities and several thousand street nodes.
    case town
    /// About 1,400 communities, 5,000 compounds, 1,800 facilities, 1,800 candidates and 300,000 street nodes.
    case city
    /// Ten times a city.
    case metropolis
}

/// What a size means in numbers.
struct CityDimensions: Sendable {
    let size: CitySize
    /// The length of a side of the square study area, in metres.
    let side: Double
    let communities: Int
    let compounds: Int
    let districts: Int
    /// How many communities make a subdistrict, about.
    let communitiesPerSubdistrict: Int
    /// How many times the square may be halved on the way to the smallest community.
    let maximumDepth: Int
    /// How many times it is halved in any case, so that no community grows out of bounds.
    let minimumDepth: Int
    /// Where density falls to a quarter of the core's, in metres from the middle.
    let coreRadius: Double
    let subcentres: Int
    /// Half the river's width, in metres.
    let riverHalfWidth: Double
    let bridges: Int
    /// Islands in the river, none of them on a bridge.
    let islands: Int
    let lakes: Int
    let motorways: Int
    let candidates: Int
    let cityInstitutions: Int
    /// Streets of urban communities lie closer than this, in metres.
    let widestSpacing: Double

    init(_ size: CitySize) {
        self.size = size
        switch size {
        case .town:
            (side, communities, compounds, candidates) = (8_000, 40, 200, 24)
            (districts, communitiesPerSubdistrict, minimumDepth, maximumDepth) = (2, 7, 2, 4)
            (coreRadius, subcentres, riverHalfWidth) = (1_500, 2, 170)
            (bridges, islands, lakes, motorways, cityInstitutions) = (2, 2, 2, 1, 1)
            widestSpacing = 130
        case .city:
            (side, communities, compounds, candidates) = (48_000, 1_400, 5_000, 1_800)
            (districts, communitiesPerSubdistrict, minimumDepth, maximumDepth) = (13, 9, 4, 7)
            (coreRadius, subcentres, riverHalfWidth) = (5_500, 11, 450)
            (bridges, islands, lakes, motorways, cityInstitutions) = (8, 4, 14, 3, 3)
            widestSpacing = 130
        case .metropolis:
            (side, communities, compounds, candidates) = (152_000, 14_000, 50_000, 18_000)
            (districts, communitiesPerSubdistrict, minimumDepth, maximumDepth) = (40, 9, 5, 8)
            (coreRadius, subcentres, riverHalfWidth) = (17_000, 60, 600)
            (bridges, islands, lakes, motorways, cityInstitutions) = (26, 12, 60, 8, 10)
            widestSpacing = 150
        }
    }
}
