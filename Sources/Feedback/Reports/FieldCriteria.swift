/// Where a reform of procedures would begin: how each field does on each criterion, and each procedure on the whole
/// (Kế hoạch 203/KH-UBND, IV.3).
package struct FieldCriteria: Sendable {
    package var period: Period
    /// Fields with ratings, in the order of the configuration, each split by criterion.
    package var fields: [(field: ID<Field>, answer: FigureAnswer)]
    package var procedures: FigureAnswer

    package init(
        period: Period, fields: [(field: ID<Field>, answer: FigureAnswer)], procedures: FigureAnswer
    ) {
        self.period = period
        self.fields = fields
        self.procedures = procedures
    }
}

extension Reading {
    package func fieldCriteria(_ period: Period, scope: Scope) throws -> FieldCriteria {
        let byField = try figures(FigureQuestion(period: period, by: .field, scope: scope))
        let fields = try byField.rows.filter { !$0.key.isEmpty }.map { row in
            let field = ID<Field>(row.key)
            let question = FigureQuestion(
                period: period, by: .criterion, cell: CellFilter(field: field), scope: scope)
            return (field: field, answer: try figures(question))
        }
        return FieldCriteria(
            period: period, fields: fields,
            procedures: try figures(FigureQuestion(period: period, by: .procedure, scope: scope)))
    }
}
