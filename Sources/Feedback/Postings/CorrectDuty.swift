import Foundation

extension Reading {
    /// How many ratings a correction would move, and what becomes of their unit.
    /// - Throws: `Refusal.notFound`, `Refusal.invalid`.
    package func preview(_ wish: DutyCorrection, scope: Scope) throws -> CorrectionPreview {
        let (found, unit) = try concerned(wish, scope)
        return CorrectionPreview(
            counting: found.count(where: \.counts), replaced: found.count { !$0.counts },
            unitBefore: Set(found.map(\.unit)), unitAfter: unit, cases: found.count(where: \.hasAlert))
    }

    /// The ratings that move, and the unit that they then rate: the home of whoever really sat there, else the desk's.
    fileprivate func concerned(_ wish: DutyCorrection, _ scope: Scope) throws -> ([Attribution], ID<Unit>) {
        guard let desk = directory.desk(wish.desk), scope.contains(desk) else { throw Refusal.notFound }
        var problems = FormProblems()
        if wish.day > LocalDay(now) { problems.add("day", "Đính chính là cho ngày đã qua hoặc hôm nay.") }
        if wish.was == wish.is { problems.add("is", "Xin chọn người thực sự đã trực, khác với người đang ghi.") }
        if wish.note.unicodeScalars.count > DutyCorrection.longestNote {
            problems.add("note", "Ghi chú dài nhất \(DutyCorrection.longestNote) chữ cái.")
        }
        if wish.reason == .other, wish.note.isEmpty { problems.add("note", "Xin ghi lý do.") }
        guard problems.isEmpty else { throw Refusal.invalid(problems) }
        if let real = wish.is, !directory.maySend(real, to: desk, insteadOf: wish.was, scope: scope) {
            throw Refusal.notFound
        }
        let found = try attributions(desk: desk.id, day: wish.day).filter {
            $0.official == wish.was && (wish.half == nil || wish.half == $0.half)
        }
        // As it was on that day: nobody's rating goes to a unit to which they moved later.
        return (found, wish.is.flatMap { directory.official($0)?.on(wish.day).unit } ?? desk.on(wish.day).unit)
    }
}

extension Writing {
    /// "On that day at that desk it was B, not A": the calendar of that day says B, and A's ratings of that desk and
    /// day become B's, tallies and all. Cases stay with the unit and the head who were told when they were opened:
    /// their deadline runs there; the journal says that the rating behind them moved. Flags stay as well: they say
    /// what was known when the rating came.
    /// - Parameter expecting: how many ratings the preview named; nil: whatever there is.
    /// - Returns: the correction, by which it is undone.
    /// - Throws: `Refusal.notFound`; `Refusal.invalid`, also when more ratings came since the preview.
    @discardableResult
    package func correct(_ wish: DutyCorrection, expecting: Int? = nil, scope: Scope) throws -> Int64 {
        let (found, unit) = try concerned(wish, scope)
        if let expecting, expecting != found.count {
            throw Refusal.shift("confirm", "Số lượt đã thay đổi từ lúc xem trước. Xin xem lại rồi xác nhận.")
        }
        var correction = wish
        correction.moved = found.count
        correction.change = try correctCalendar(wish)
        guard !found.isEmpty || correction.change != nil else {
            throw Refusal.shift("was", "Không có lượt đánh giá nào và lịch đã đúng: không có gì để đính chính.")
        }
        (correction.at, correction.actor) = (now, actor.label)
        correction.id = try insertCorrection(correction)
        for each in found {
            try insertCorrectedRating(
                CorrectedRating(rating: each.rating, official: each.official, unit: each.unit),
                correction: correction.id)
            try move(each.rating, to: wish.is, unit: unit)
        }
        try restartWatch(found.map(\.rating), [wish.was, wish.is], correction.id)
        try log(
            .dutyCorrected, about: "desk:\(wish.desk)",
            "correction=\(correction.id) day=\(wish.day) moved=\(found.count) reason=\(wish.reason.rawValue)")
        try noteCases(found, correction.id)
        return correction.id
    }

    /// Takes a correction back: exactly the ratings that it moved return to whom they were attributed before.
    package func undoCorrection(_ id: Int64, scope: Scope) throws {
        guard let correction = try correction(id), correction.undoneAt == nil,
            let desk = directory.desk(correction.desk), scope.contains(desk)
        else { throw Refusal.notFound }
        let ratings = try correctedRatings(id)
        for each in ratings where try lastCorrection(ofRating: each.rating) != id {
            throw Refusal.shift("undo", "Các lượt này đã được đính chính lần nữa. Xin hoàn tác lần sau trước.")
        }
        if let change = correction.change {
            guard let kept = try shiftChange(change), kept.undoneAt == nil else { throw Refusal.notFound }
            try checkNothingIsBuilt(on: try substitutions(ofChange: change))
            try takeBack(kept)
        }
        for each in ratings { try move(each.rating, to: each.official, unit: each.unit) }
        try restartWatch(ratings.map(\.rating), [correction.was, correction.is], id)
        try markUndone(correction: id)
        try log(.dutyCorrectionUndone, about: "desk:\(desk.id)", "correction=\(id) moved=\(ratings.count)")
    }

    /// Takes a rating out of the tallies as it is and puts it in as it should be. One that was replaced is in none.
    private func move(_ id: Int64, to official: ID<Official>?, unit: ID<Unit>) throws {
        guard var rating = try rating(id: id) else { return }
        if rating.supersededBy == nil { try tally(rating, by: -1) }
        (rating.official, rating.unit) = (official, unit)
        if rating.supersededBy == nil { try tally(rating, by: 1) }
        try attribute(rating: id, to: official, unit: unit)
    }

    /// Whoever lost or gained ratings is watched anew from the first of them.
    private func restartWatch(_ moved: [Int64], _ officials: [ID<Official>?], _ correction: Int64) throws {
        guard let first = moved.min() else { return }
        for official in officials { try restartWatch(of: official, from: first, correction: correction) }
    }

    /// - Returns: nil when the calendar says so already.
    private func correctCalendar(_ wish: DutyCorrection) throws -> Int64? {
        let time = ShiftTime(wish.day, wish.half)
        let isThere = wish.is.map { directory.isOnDuty($0, at: wish.desk, during: time) } ?? true
        let wasThere = wish.was.map { directory.isOnDuty($0, at: wish.desk, during: time) } ?? false
        guard wasThere || !isThere else { return nil }
        let change = try insertShiftChange(added: [], removed: [])
        try insertSubstitution(
            Substitution(
                change: change, desk: wish.desk, absent: wasThere ? wish.was : nil, substitute: wish.is, time: time))
        try reloadCalendar()
        return change
    }

    private func noteCases(_ found: [Attribution], _ correction: Int64) throws {
        for each in found where each.hasAlert {
            if let alert = try alert(ofRating: each.rating) {
                try log(.caseRatingMoved, about: "alert:\(alert.id)", "correction=\(correction)")
            }
        }
    }
}
