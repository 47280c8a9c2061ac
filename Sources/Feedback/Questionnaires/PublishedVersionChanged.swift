/// Somebody tried to change the words of a questionnaire version that was already answered.
/// The way out is a new version.
package struct PublishedVersionChanged: Error, CustomStringConvertible {
    package let version: QuestionnaireVersion

    package init(version: QuestionnaireVersion) { self.version = version }

    package var description: String {
        "Phiếu \(version) đã có người trả lời nên không được sửa. Xin tăng số phiên bản (version) rồi áp dụng lại."
    }
}
