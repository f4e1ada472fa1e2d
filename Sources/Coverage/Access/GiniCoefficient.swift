extension LorenzCurve {
    /// The Gini coefficient: twice the area between the curve and the line on which all have the same; 0 to 1.
    ///
    /// Gini, *Sulla misura della concentrazione e della variabilità dei caratteri* (1914), as 1 − Σ (p(k) − p(k−1))·(L(k) +
    /// L(k−1)) over the curve's straight pieces.
    package var gini: Double {
        // Where all have the same, rounding may leave a little less than nothing.
        max(
            0,
            people.indices.dropFirst().reduce(1) {
                $0 - (people[$1] - people[$1 - 1]) * (access[$1] + access[$1 - 1])
            })
    }
}
