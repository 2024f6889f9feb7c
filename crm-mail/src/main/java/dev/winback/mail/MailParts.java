package dev.winback.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The leaves of a mail in their order, not deeper than ten and not longer than half a megabyte. */
final class MailParts {

  private static final int DEEPEST = 10;
  private static final int MOST = 100;
  private static final int LONGEST = 500_000;

  private final List<Leaf> leaves = new ArrayList<>();

  /** A part without parts; what a report returns of a message is one, too. */
  record Leaf(String type, String text) {}

  private MailParts() {}

  static List<Leaf> of(Part mail) throws MessagingException, IOException {
    var parts = new MailParts();
    parts.walk(mail, 0);
    return parts.leaves;
  }

  private void walk(Part part, int depth) throws MessagingException, IOException {
    if (depth > DEEPEST || leaves.size() >= MOST) {
      return;
    }
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        walk(parts.getBodyPart(i), depth + 1);
      }
    } else {
      leaves.add(new Leaf(type(part), text(part)));
    }
  }

  private static String type(Part part) throws MessagingException {
    var type = part.getContentType().toLowerCase(Locale.ROOT);
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip();
  }

  /** An unknown character set is read as what most mails are. */
  private static String text(Part part) throws MessagingException, IOException {
    try (var in = part.getInputStream()) {
      return new String(in.readNBytes(LONGEST), charset(part));
    }
  }

  private static Charset charset(Part part) {
    try {
      var name = new ContentType(part.getContentType()).getParameter("charset");
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (MessagingException | IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
