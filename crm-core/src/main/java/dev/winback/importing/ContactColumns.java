package dev.winback.importing;

import dev.winback.contact.Contact;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads contacts from rows. */
final class ContactColumns {

  /** Outcome codes of rules.md. */
  enum Result {
    NOT_THERE,
    VOICEMAIL,
    CALL_BACK,
    WRONG_NUMBER,
    TALKED,
    THINKING,
    APPOINTMENT,
    OFFER_GIVEN,
    COMPLAINT,
    PROMISE,
    ORDERED,
    FINAL_NO,
    NOT_WANTED,
    MOVED,
    PERSON_GONE,
    NEVER_CONTACT,
    /** He says himself that he ends it (DET-14). */
    ENDED
  }

  /** Who spoke to whom. */
  enum Direction {
    IN,
    OUT
  }

  private static final Set<Result> NOBODY_THERE =
      EnumSet.of(Result.NOT_THERE, Result.VOICEMAIL, Result.WRONG_NUMBER, Result.PERSON_GONE);

  private ContactColumns() {}

  static Contact read(Cells cells, Values values) {
    var customer = cells.require("customer");
    var time = values.past(cells, "time");
    cells.require("channel");
    var channel = Objects.requireNonNull(values.word(cells, "channel", Contact.Channel.class));
    boolean incoming = values.word(cells, "direction", Direction.class) == Direction.IN;
    var result = values.word(cells, "result", Result.class);
    return new Contact(
        cells.line(),
        customer,
        cells.source(),
        cells.ownId(ImportType.CONTACTS),
        time,
        channel,
        incoming,
        values.member(cells, "member"),
        result == null ? null : result.name().toLowerCase(Locale.ROOT),
        reached(channel, incoming, result),
        Boolean.TRUE.equals(values.flag(cells, "agreed")),
        Boolean.TRUE.equals(values.flag(cells, "asks_reply")),
        cells.get("note"),
        Versions.of(cells, values));
  }

  /** Who writes or calls us was there; without a result only a visit or a chat proves it. */
  private static boolean reached(
      Contact.Channel channel, boolean incoming, @Nullable Result result) {
    if (result != null) {
      return !NOBODY_THERE.contains(result);
    }
    return incoming || channel == Contact.Channel.VISIT || channel == Contact.Channel.CHAT;
  }
}
