package dev.winback.letter;

import dev.winback.shared.Refused;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the firm signs its letters (LET-10): name, postal address, telephone, mailbox, website, the
 * address of its picture, lines of "name address" where one can follow it, and the language of the
 * program's own words where a letter's words are everybody's. Empty: none.
 */
public record Letterhead(
    String name,
    String postalAddress,
    String phone,
    String email,
    String website,
    String logoUrl,
    String social,
    String language) {

  private static final int LONGEST = 200;
  private static final int MOST_LINKS = 6;
  private static final int FEW_DIGITS = 5;

  /** The same without blanks around, refused with the field that is wrong. */
  Letterhead checked() {
    var head =
        new Letterhead(
            line("name", name),
            line("postalAddress", postalAddress.replaceAll("\\s*\\R\\s*", ", ")),
            line("phone", phone),
            line("email", email),
            address("website", line("website", website)),
            address("logoUrl", line("logoUrl", logoUrl)),
            social.strip(),
            language);
    if (!head.email().isEmpty() && !head.email().matches("[^@\\s]+@[^@\\s]+")) {
      throw Refused.field("email", "letter.refused.email", head.email());
    }
    if (!head.phone().isEmpty() && head.phone().replaceAll("\\D", "").length() < FEW_DIGITS) {
      throw Refused.field("phone", "letter.refused.phone", head.phone());
    }
    if (!LetterLanguages.KNOWN.contains(language)) {
      var known = String.join(", ", LetterLanguages.KNOWN);
      throw Refused.field("language", "letter.refused.own-language", language, known);
    }
    if (head.links().size() > MOST_LINKS) {
      throw Refused.field("social", "letter.refused.links", MOST_LINKS);
    }
    head.links().forEach(Letterhead::checked);
    return head;
  }

  private static void checked(Link link) {
    line("social", link.name());
    address("social", line("social", link.url()));
  }

  private static String line(String field, String text) {
    var line = text.strip();
    if (line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
      throw Refused.field(field, "letter.refused.too-long", line.length(), LONGEST);
    }
    return line;
  }

  private static String address(String field, String url) {
    try {
      var target = URI.create(url);
      if (url.isEmpty() || "https".equals(target.getScheme()) && target.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // falls through to the refusal
    }
    throw Refused.field(field, "letter.refused.url", url);
  }

  /** Each field by its name, in the order of the form. */
  public Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", name);
    fields.put("postalAddress", postalAddress);
    fields.put("phone", phone);
    fields.put("email", email);
    fields.put("website", website);
    fields.put("logoUrl", logoUrl);
    fields.put("social", social);
    fields.put("language", language);
    return fields;
  }

  /** A place to follow the firm. */
  public record Link(String name, String url) {}

  /** The lines of social, each parted at its last blank. */
  public List<Link> links() {
    return links(social);
  }

  static List<Link> links(String social) {
    return social
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(
            line -> {
              int blank = line.lastIndexOf(' ');
              return blank < 0
                  ? new Link(line, line)
                  : new Link(line.substring(0, blank).strip(), line.substring(blank + 1));
            })
        .toList();
  }
}
