package dev.winback.mail;

import dev.winback.inbox.Clues;
import dev.winback.mail.MailParts.Leaf;
import jakarta.mail.internet.InternetHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a report of a mail server says: which letter, which recipient, and whether it has given up
 * (RFC 3464) or a reader has complained (RFC 5965).
 */
record ReportReader(List<InternetHeaders> report, InternetHeaders returned) {

  private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
  private static final Pattern VERP = Pattern.compile("\\+([\\w-]{20,80})@");
  private static final String NOTHING_SAID = "5.0.0";

  static Optional<ReportReader> of(List<Leaf> leaves, String... types) {
    return leaves.stream()
        .filter(leaf -> List.of(types).contains(leaf.type()))
        .findFirst()
        .map(leaf -> new ReportReader(HeaderBlocks.of(leaf.text()), returned(leaves)));
  }

  /** The last one: a report may carry the report of somebody else. */
  private static InternetHeaders returned(List<Leaf> leaves) {
    return leaves.stream()
        .filter(
            leaf ->
                leaf.type().equals("message/rfc822")
                    || leaf.type().equals("text/rfc822-headers")
                    || leaf.type().equals("message/global"))
        .reduce((first, last) -> last)
        .map(leaf -> HeaderBlocks.first(leaf.text()))
        .orElseGet(InternetHeaders::new);
  }

  /** The recipient for whom the server has given up; empty for delays, relays and successes. */
  Optional<InternetHeaders> failed() {
    return report.stream()
        .filter(block -> HeaderBlocks.line(block, "Action").strip().equalsIgnoreCase("failed"))
        .findFirst();
  }

  /** Where the server's own status says nothing, the one that it was told. */
  static String status(InternetHeaders recipient) {
    var own = enhanced(HeaderBlocks.line(recipient, "Status"));
    if (!own.isEmpty() && !own.equals(NOTHING_SAID)) {
      return own;
    }
    var told = enhanced(HeaderBlocks.line(recipient, "Diagnostic-Code"));
    return told.isEmpty() ? own : told;
  }

  private static String enhanced(String text) {
    var match = ENHANCED.matcher(text);
    return match.find() ? match.group(1) : "";
  }

  boolean abuse() {
    return report.stream()
        .map(block -> HeaderBlocks.line(block, "Feedback-Type"))
        .anyMatch(type -> type.strip().equalsIgnoreCase("abuse"));
  }

  /** The recipient of a complaint, if the receiver does not keep him secret. */
  @Nullable String complainant() {
    return report.stream()
        .map(block -> HeaderBlocks.address(block, "Original-Rcpt-To"))
        .filter(address -> address.contains("@"))
        .findFirst()
        .orElse(null);
  }

  Clues clues(String deliveredTo, @Nullable String recipient) {
    var ids = new ArrayList<String>();
    var id = HeaderBlocks.line(returned, "Message-ID");
    if (!id.isBlank()) {
      ids.add(id.strip());
    }
    return new Clues(token(deliveredTo), ids, number(), recipient);
  }

  /** The bounce comes to the return path of its letter, and of that we have signed a part. */
  private static @Nullable String token(String deliveredTo) {
    var match = VERP.matcher(deliveredTo);
    return match.find() ? match.group(1) : null;
  }

  private @Nullable Long number() {
    var number = HeaderBlocks.line(returned, "X-Winback-Letter").strip();
    return number.matches("\\d{1,18}") ? Long.valueOf(number) : null;
  }

  static @Nullable String recipient(InternetHeaders failed) {
    var original = HeaderBlocks.address(failed, "Original-Recipient");
    var address =
        original.contains("@") ? original : HeaderBlocks.address(failed, "Final-Recipient");
    return address.contains("@") ? address : null;
  }
}
