/// How long each stretch of handing over a mail may take, in seconds.
package struct SMTPPatience: Sendable {
    /// Until the TCP connection stands; the server's greeting has time until `untilDot`, since some servers let
    /// strangers wait on purpose.
    package var connect: Double = 10
    /// From the start to the last byte of the mail, all the server's answers in between included. Breaking off here
    /// costs nothing: the server has not got the mail.
    package var untilDot: Double = 60
    /// From the final dot to the server's answer. The server may already hold the mail: whoever breaks off and sends
    /// again makes the duplicate. RFC 5321, 4.5.3.2.6 therefore asks for ten minutes.
    package var afterDot: Double = 600
    /// An unused connection is closed after this.
    package var idle: Double = 30

    package init() {}
}
