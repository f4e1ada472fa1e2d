package import Compliance
package import Policy

/// The chain behind the verdict on a target: its figure in each of its scopes, and what that is a sum of.
package struct TargetExplanation: Sendable {
    /// The target.
    package let target: Target
    /// Which facilities count, as the column `counted` names them; nothing where the figure is of compounds.
    package let counted: String?
    /// Its figures, in the order of `checks.csv`; none where the study has no scope that it is for.
    package let scopes: [Part]

    /// A target's figure in one scope.
    package struct Part: Sendable {
        /// What is said of it, as in `checks.csv`.
        package let finding: Finding
        /// The figure, unrounded.
        package let figure: TargetFigure
        /// What its numerator is a sum of; of a share also its denominator.
        package let parts: [RatePart]
        /// Where the figure is taken over something else than it counts (beds over elders): what that is a sum of.
        package let over: [RatePart]
        /// What is in no part of it, since nobody states its figure.
        package let unstated: [RatePart.Source]
    }
}
