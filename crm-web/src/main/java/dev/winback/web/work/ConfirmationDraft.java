package dev.winback.web.work;

import dev.winback.letter.Confirmation;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The first words of a confirmation, from what was agreed; a member's own words go before them. */
@Component
class ConfirmationDraft {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);

  private final Wording wording;
  private final Shown shown;

  ConfirmationDraft(Wording wording, Shown shown) {
    this.wording = wording;
    this.shown = shown;
  }

  String subject(Confirmation agreed) {
    var own = agreed.subject();
    return own == null ? wording.of("confirmation.subject." + agreed.result()) : own;
  }

  String body(Confirmation agreed, ZoneId zone) {
    var own = agreed.body();
    return own == null ? String.join("\n\n", parts(agreed, zone)) : own;
  }

  private List<String> parts(Confirmation agreed, ZoneId zone) {
    var parts = new ArrayList<String>();
    parts.add(
        wording.of("confirmation.thanks", shown.day(agreed.calledAt().atZone(zone).toLocalDate())));
    if (agreed.promise() != null) {
      parts.add(wording.of("confirmation.promise", agreed.promise()));
    }
    if (agreed.nextOn() != null) {
      parts.add(wording.of("confirmation.next." + next(agreed), when(agreed, zone)));
    }
    if (agreed.place() != null) {
      parts.add(wording.of("confirmation.place", agreed.place()));
    }
    parts.add(wording.of("confirmation.wrong"));
    return parts;
  }

  private static String next(Confirmation agreed) {
    return switch (agreed.result()) {
      case "appointment", "promise" -> agreed.result();
      default -> "call";
    };
  }

  private String when(Confirmation agreed, ZoneId zone) {
    var at = agreed.nextAt();
    return at == null ? shown.day(agreed.nextOn()) : MOMENT.format(at.atZone(zone));
  }
}
