package dev.winback.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Headers of a mail that came, empty where they cannot be read. */
final class MailHeaders {

  private static final Pattern LINES = Pattern.compile("\\R");

  private MailHeaders() {}

  /** On one line, several of a name one after the other. */
  static String line(MimeMessage mail, String name) {
    try {
      var line = mail.getHeader(name, " ");
      return line == null ? "" : oneLine(line);
    } catch (MessagingException e) {
      return "";
    }
  }

  private static String oneLine(String header) {
    return LINES.splitAsStream(header).map(String::strip).collect(Collectors.joining(" "));
  }

  static String subject(MimeMessage mail) {
    var line = line(mail, "Subject");
    try {
      return MimeUtility.decodeText(line);
    } catch (UnsupportedEncodingException e) {
      return line;
    }
  }

  /** The first address it is from. */
  static String sender(MimeMessage mail) {
    try {
      var from = mail.getFrom();
      return from != null
              && from.length > 0
              && from[0] instanceof InternetAddress one
              && one.getAddress() != null
          ? one.getAddress()
          : "";
    } catch (MessagingException e) {
      return "";
    }
  }
}
