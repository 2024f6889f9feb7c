package dev.winback.web.work;

import dev.winback.task.Appointment;
import dev.winback.web.layout.Wording;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Appointments as iCalendar (RFC 5545): lines of at most 75 octets, moments in UTC, a day without a
 * time as a whole day. A file for one person may name the customer, a feed tells his number only.
 */
final class CalendarFile {

  private static final int LINE = 75;
  private static final Duration LENGTH = Duration.ofHours(1);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final StringBuilder lines = new StringBuilder();
  private final Wording wording;
  private final URI base;
  private final Instant now;

  private CalendarFile(Wording wording, URI base, Instant now) {
    this.wording = wording;
    this.base = base;
    this.now = now;
  }

  static String of(
      List<Appointment> appointments, boolean names, Wording wording, URI base, Instant now) {
    var file = new CalendarFile(wording, base, now);
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Winback//Calendar//EN");
    appointments.forEach(one -> file.event(one, names));
    file.line("END:VCALENDAR");
    return file.lines.toString();
  }

  private void event(Appointment one, boolean names) {
    line("BEGIN:VEVENT");
    line("UID:task-" + one.task() + "@" + base.getHost());
    line("DTSTAMP:" + MOMENT.format(now));
    line("SEQUENCE:" + one.version());
    times(one);
    var who = names ? one.name() : one.ref();
    var what = wording.of("task.kind." + one.kind());
    line("SUMMARY:" + text(wording.of("calendar.summary", what, who)));
    if (one.place() != null) {
      line("LOCATION:" + text(one.place()));
    }
    if (names && one.phone() != null) {
      line("DESCRIPTION:" + text(one.phone()));
    }
    line("URL:" + base.resolve("/today/" + one.task()));
    line("END:VEVENT");
  }

  private void times(Appointment one) {
    var at = one.at();
    if (at == null) {
      line("DTSTART;VALUE=DATE:" + day(one.day()));
      line("DTEND;VALUE=DATE:" + day(one.day().plusDays(1)));
    } else {
      line("DTSTART:" + MOMENT.format(at));
      line("DTEND:" + MOMENT.format(at.plus(LENGTH)));
    }
  }

  private static String day(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }

  private static String text(String plain) {
    return plain
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /** Folded before it is longer than 75 octets, never within a character. */
  private void line(String text) {
    int length = 0;
    for (int sign : text.codePoints().toArray()) {
      var written = Character.toString(sign);
      int octets = written.getBytes(StandardCharsets.UTF_8).length;
      if (length + octets > LINE) {
        lines.append("\r\n ");
        length = 1;
      }
      lines.append(written);
      length += octets;
    }
    lines.append("\r\n");
  }
}
