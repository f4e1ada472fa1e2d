package import Places

/// What is wrong with a row about an area: a group of people there, or a total of it.
package enum AreaFault: Hashable, Sendable {
    case unknown(text: String, tier: AreaTier?, nearest: String?)
    case ambiguous(name: String)
    case duplicateGroup(group: String, year: Int, firstRow: SourceRow)
    case duplicateTotal(name: String, year: Int, firstRow: SourceRow)
    /// A rule or target of the policy pack names a district in which no community of the study is.
    case districtOfPack(entry: String, text: String, nearest: String?)
    /// A total that states no figure.
    case totalOfNothing
    /// The groups of the areas of a tier within the area add up to something else, by more than 1 %.
    case groupDiffers(stated: ExactDecimal, parts: ExactDecimal, tier: AreaTier)
    /// A group of more people than there are elders in the area.
    case groupExceedsElders(ExactDecimal, elders: ExactDecimal)
    /// The communities of the area add up to something else, by more than 1 %.
    case totalDiffers(stated: ExactDecimal, communities: ExactDecimal)
}
