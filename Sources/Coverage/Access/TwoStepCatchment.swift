internal import WalkNetwork

extension CatchmentTable {
    /// The two-step floating catchment area (2SFCA).
    ///
    /// Luo and Wang, *Measures of spatial accessibility to health care in a GIS environment* (Environment and Planning
    /// B 30, 2003). Step 1, for every facility j with capacity S: R(j) = S(j) / Σ P(k) over the places k of its
    /// catchment. Step 2, for every place i: A(i) = Σ R(j) over the facilities j whose catchment it lies in.
    package func twoStep() -> CatchmentAccess { access(weights: reach.walks.map { _ in 1 }) }
}
