package import Places

/// The chain behind whether a community has, or is served by, a facility that counts.
package struct PresenceExplanation: Sendable {
    /// The community, as an index into the study's.
    package let community: Int
    /// The measure's name.
    package let measure: String
    /// The subdistrict or township that is judged, of a measure of these; nothing where the community names none.
    package let subdistrict: Scope?
    /// Whether the measure is about subdistricts and townships.
    package let isOfSubdistricts: Bool
    /// Whether it is met; nothing where that is not known.
    package let isMet: Bool?
    /// Which facilities count, as the column `counted` names them.
    package let counted: String
    /// The facilities that stand there and that the selector takes.
    package let standing: [CountedFacility]
    /// Those that stand elsewhere and serve the community, where the measure counts these.
    package let serving: [CountedFacility]
}
