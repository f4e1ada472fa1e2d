/// What happens to people in five years: survival, births and migration.
package struct CohortRates: Hashable, Sendable {
    /// Which share of each group of women lives five years later, in the next group; the last two both in the
    /// open one.
    package var femaleSurvival: [Double]
    /// The same of men.
    package var maleSurvival: [Double]
    /// Which share of the girls, and of the boys, born in the five years live at their end.
    package var survivalOfBirths: (female: Double, male: Double) {
        get { (survivalOfGirls, survivalOfBoys) }
        set { (survivalOfGirls, survivalOfBoys) = newValue }
    }
    private var survivalOfGirls: Double
    private var survivalOfBoys: Double
    /// Children per woman and year in each group; 0 outside of 15 to 49.
    package var fertility: [Double]
    /// Boys born for each girl.
    package var sexRatioAtBirth: Double

    /// Makes rates of their parts.
    package init(
        femaleSurvival: [Double], maleSurvival: [Double], survivalOfBirths: (female: Double, male: Double),
        fertility: [Double], sexRatioAtBirth: Double
    ) {
        let count = AgeStructure.groupCount
        precondition(
            femaleSurvival.count == count && maleSurvival.count == count && fertility.count == count,
            "a rate for each group")
        self.femaleSurvival = femaleSurvival
        self.maleSurvival = maleSurvival
        (survivalOfGirls, survivalOfBoys) = survivalOfBirths
        self.fertility = fertility
        self.sexRatioAtBirth = sexRatioAtBirth
    }

    /// The survival of a sex.
    package func survival(of sex: Sex) -> [Double] {
        switch sex {
        case .female: femaleSurvival
        case .male: maleSurvival
        }
    }

    /// Which share of all children born is of a sex, and which share of those lives at the end.
    package func births(of sex: Sex) -> (share: Double, survival: Double) {
        switch sex {
        case .female: (1 / (1 + sexRatioAtBirth), survivalOfGirls)
        case .male: (sexRatioAtBirth / (1 + sexRatioAtBirth), survivalOfBoys)
        }
    }
}
