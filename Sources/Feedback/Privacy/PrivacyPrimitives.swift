/// What a store says about personal data.
package protocol PrivacyReading: DataRequestReading, PhoneReading, RetentionReading, PrivacyNoticeReading {
}

/// What a store does for personal data.
package protocol PrivacyWriting: DataRequestWriting, PhoneWriting, RetentionWriting, PrivacyNoticeWriting {
}
