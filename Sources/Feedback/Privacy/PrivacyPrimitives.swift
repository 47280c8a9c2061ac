/// What a store says about personal data.
package protocol PrivacyReading {
}

/// What a store does for personal data.
package protocol PrivacyWriting {
}
