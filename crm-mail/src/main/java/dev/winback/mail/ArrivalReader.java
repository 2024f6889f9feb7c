package dev.winback.mail;

import dev.winback.inbox.Arrival;
import dev.winback.inbox.ArrivalKind;
import dev.winback.inbox.Clues;
import dev.winback.mail.MailParts.Leaf;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Tells by its structure what a mail is, never by the words of a language. */
final class ArrivalReader {

  private static final Pattern IDS = Pattern.compile("<[^<>\\s]{3,250}>");
  private static final Pattern TOKEN =
      Pattern.compile("unsub(?:scribe)?[\\s+]+([\\w-]{20,80})", Pattern.CASE_INSENSITIVE);

  private final MimeMessage mail;
  private final String own;
  private final Instant at;
  private final List<Leaf> leaves;

  private ArrivalReader(MimeMessage mail, String own, Instant at, List<Leaf> leaves) {
    this.mail = mail;
    this.own = own;
    this.at = at;
    this.leaves = leaves;
  }

  /** A mail that nobody can read is one that a person looks at. */
  static Arrival read(MimeMessage mail, String own, Instant at) {
    try {
      return new ArrivalReader(mail, own, at, MailParts.of(mail)).arrival();
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      return new Arrival(
          own,
          ArrivalKind.UNKNOWN,
          at,
          Clues.NONE,
          "",
          "",
          MailHeaders.sender(mail),
          MailHeaders.subject(mail),
          "",
          "");
    }
  }

  private Arrival arrival() {
    var delivery =
        ReportReader.of(leaves, "message/delivery-status", "message/global-delivery-status");
    if (delivery.isPresent()) {
      return delivery(delivery.get());
    }
    var feedback = ReportReader.of(leaves, "message/feedback-report");
    if (feedback.isPresent()) {
      return complaint(feedback.get());
    }
    if (automatic()) {
      return written(ArrivalKind.AUTO, thread());
    }
    return fromNobody() ? ofNobody() : unsubscribe();
  }

  /**
   * A server's own mail has no return path (RFC 5321, 4.5.5), and is no report that we can read.
   */
  private boolean fromNobody() {
    return header("Return-Path").strip().equals("<>");
  }

  private Arrival ofNobody() {
    var thread = thread();
    return written(thread.messageIds().isEmpty() ? ArrivalKind.UNKNOWN : ArrivalKind.AUTO, thread);
  }

  private Arrival delivery(ReportReader report) {
    var failed = report.failed();
    if (failed.isEmpty()) {
      return written(ArrivalKind.AUTO, Clues.NONE);
    }
    var recipient = failed.get();
    var answer = HeaderBlocks.line(recipient, "Diagnostic-Code");
    var clues = report.clues(deliveredTo(), ReportReader.recipient(recipient));
    return of(
        ArrivalKind.BOUNCE,
        clues,
        ReportReader.status(recipient),
        answer.substring(answer.indexOf(';') + 1),
        "");
  }

  /** Only abuse: "not spam" and the like are no complaint. */
  private Arrival complaint(ReportReader report) {
    return report.abuse()
        ? of(ArrivalKind.COMPLAINT, report.clues("", report.complainant()), "", "", "")
        : written(ArrivalKind.AUTO, Clues.NONE);
  }

  /** RFC 3834, and what older programs write instead. */
  private boolean automatic() {
    var submitted = header("Auto-Submitted").toLowerCase(Locale.ROOT);
    var precedence = header("Precedence").toLowerCase(Locale.ROOT).strip();
    return !submitted.isBlank() && !submitted.startsWith("no")
        || List.of("bulk", "junk", "list", "auto_reply").contains(precedence)
        || !header("X-Autoreply").isBlank()
        || !header("X-Autorespond").isBlank()
        || !header("X-Auto-Reply").isBlank()
        || leaves.stream().anyMatch(leaf -> leaf.type().equals("message/disposition-notification"));
  }

  private Arrival unsubscribe() {
    var token = TOKEN.matcher(MailHeaders.subject(mail) + " " + deliveredTo());
    return token.find()
        ? of(ArrivalKind.UNSUBSCRIBE, Clues.NONE, "", "", token.group(1))
        : written(ArrivalKind.REPLY, thread());
  }

  private Arrival written(ArrivalKind kind, Clues clues) {
    return of(kind, clues, "", "", kind == ArrivalKind.AUTO ? "" : words());
  }

  private Arrival of(ArrivalKind kind, Clues clues, String status, String answer, String words) {
    return new Arrival(
        own,
        kind,
        at,
        clues,
        status,
        answer,
        MailHeaders.sender(mail),
        MailHeaders.subject(mail),
        words,
        header("Message-ID"));
  }

  private Clues thread() {
    var ids = IDS.matcher(header("In-Reply-To") + " " + header("References"));
    return new Clues(
        null,
        new ArrayList<>(ids.results().map(MatchResult::group).distinct().limit(50).toList()),
        null,
        null);
  }

  /** What was written, without what it answers. */
  private String words() {
    var plain = first("text/plain");
    return unquoted(plain.isBlank() ? PlainWords.of(first("text/html")) : plain);
  }

  private String first(String type) {
    return leaves.stream()
        .filter(leaf -> leaf.type().equals(type))
        .map(Leaf::text)
        .findFirst()
        .orElse("");
  }

  private static String unquoted(String text) {
    var own =
        text.lines()
            .takeWhile(line -> !line.startsWith("-----"))
            .filter(line -> !line.startsWith(">"))
            .toList();
    return String.join("\n", own).replaceAll("\n{3,}", "\n\n").strip();
  }

  private String deliveredTo() {
    return String.join(
        " ", header("Delivered-To"), header("X-Original-To"), header("Envelope-To"), header("To"));
  }

  private String header(String name) {
    return MailHeaders.line(mail, name);
  }
}
